#include "edges/store/request_key.h"

namespace store {
namespace {

constexpr auto select_replay =
    "SELECT request_hash, kind, object, version FROM replay WHERE principal = $1 AND key = $2";
constexpr auto insert_replay =
    "INSERT INTO replay (principal, key, request_hash, kind, object, version, made_at) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7)";
constexpr auto delete_replays = "DELETE FROM replay WHERE made_at < $1";

}  // namespace

std::optional<Replay> find_replay(db::Connection& connection, std::string_view principal,
                                  std::string_view key) {
  const auto row = db::find_row(connection, select_replay, {principal, key});
  if (!row) return std::nullopt;
  return Replay{row->text(0), row->text(1), row->uuid(2), row->integer(3)};
}

void remember(db::Connection& connection, std::string_view principal, std::string_view key,
              const Replay& replay, base::UtcTime now) {
  connection.execute(insert_replay, {principal, key, replay.request_hash, replay.kind,
                                     replay.object, replay.version, now});
}

std::int64_t forget_replays(db::Connection& connection, base::UtcTime before) {
  return connection.execute(delete_replays, {before});
}

}  // namespace store
