#include "edges/store/kept_figures.h"

#include <utility>

#include <fmt/format.h>

#include "edges/codec/digest_json.h"
#include "edges/store/organisation_key.h"
#include "edges/store/row_key.h"

namespace store {
namespace {

using model::KeptFigures;

constexpr std::string_view insert_figures_row =
    "INSERT INTO kept_figures (org_id, id, month, audience, wrapped_key, salt, body)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7)";
constexpr std::string_view select_figures_row =
    "SELECT org_id, id, month, audience, wrapped_key, salt, body FROM kept_figures";

crypto::Place figures_body(const base::UuidBytes& id) {
  return {"kept_figures", "body", id};
}

base::Bytes commitment_to_figures(const RowKey& key, const KeptFigures& kept,
                                  const std::string& body) {
  return commitment_to_columns(key.salt, {kept.organisation, kept.id, body});
}

struct Opened {
  KeptFigures kept;
  RowKey key;
  std::string body;
};

Opened read_figures(db::Connection& connection, const Keys& keys, const db::Row& row) {
  Opened opened;
  const auto id = row.uuid(1);
  opened.key = open_row_key(get_organisation_key(connection, keys, row.id<model::Organisation>(0)),
                            id, row.bytes(4), row.bytes(5));
  opened.body = base::to_text(open_column(opened.key, figures_body(id), row.bytes(6)));
  auto read = codec::decode<KeptFigures>(opened.body, codec::trusted_limits());
  if (!read) throw base::OutsideFailure("kept figures do not read back");
  opened.kept = std::move(*read);
  return opened;
}

bool are_columns_of(const KeptFigures& kept, const db::Row& row) {
  return row.id<model::Organisation>(0) == kept.organisation && row.id<KeptFigures>(1) == kept.id &&
         row.text(2) == kept.month && row.text(3) == kept.audience;
}

CommittedContent committed_figures(db::Connection& connection, const Keys& keys,
                                   const db::Row& row) {
  return newest_content("figures", row.uuid(1), [&](CommittedContent& content) {
    const auto opened = read_figures(connection, keys, row);
    content.commitment = commitment_to_figures(opened.key, opened.kept, opened.body);
    if (!are_columns_of(opened.kept, row))
      content.problem = "its columns are not those of its body";
  });
}

}  // namespace

base::Bytes insert_kept_figures(db::Connection& connection, const Keys& keys,
                                const KeptFigures& kept) {
  const auto key =
      make_row_key(get_organisation_key(connection, keys, kept.organisation), kept.id.bytes);
  const auto body = codec::encode(kept);
  connection.execute(insert_figures_row,
                     {kept.organisation, kept.id, kept.month, kept.audience, key.wrapped, key.salt,
                      crypto::seal(key.key, base::as_bytes(body), figures_body(kept.id.bytes))});
  return commitment_to_figures(key, kept, body);
}

std::optional<KeptFigures> find_kept_figures(db::Connection& connection, const Keys& keys,
                                             const std::string& month,
                                             const std::string& audience) {
  const auto row = db::find_row(
      connection, fmt::format("{} WHERE month = $1 AND audience = $2", select_figures_row),
      {month, audience});
  if (!row) return std::nullopt;
  return read_figures(connection, keys, *row).kept;
}

ContentSource kept_figures_content() {
  return {
      {"figures"}, {}, [](db::Connection& connection, const Keys& keys, const TakeContent& take) {
        connection.for_each(select_figures_row, {}, [&](const db::Row& row) {
          take(committed_figures(connection, keys, row));
        });
      }};
}

}  // namespace store
