#include "edges/db/database.h"

#include <filesystem>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "edges/db/sqlite_connection.h"

namespace db {
namespace {

constexpr std::string_view sqlite_scheme = "sqlite:";

SqliteAccess writing(const DatabaseOptions& options) {
  return options.may_create ? SqliteAccess::create : SqliteAccess::write;
}

}  // namespace

base::Result<std::unique_ptr<Database>> Database::open(std::string_view url,
                                                       const DatabaseOptions& options) {
  using base::ErrorKind;
  const bool is_path = url.starts_with(sqlite_scheme) && url.size() > sqlite_scheme.size() &&
                       url[sqlite_scheme.size()] != ':';
  if (!is_path) {
    return base::fail(ErrorKind::invalid_input, "database", "is not the address of a database",
                      "write it as sqlite:PATH");
  }
  std::string path(url.substr(sqlite_scheme.size()));
  std::error_code unreadable;
  if (!options.may_create && !std::filesystem::exists(path, unreadable)) {
    return base::fail(ErrorKind::not_found, "database", "is not there",
                      "name another data folder, or make one with: kizuki init");
  }
  return std::unique_ptr<Database>(new Database(std::move(path), options));
}

Database::Database(std::string path, const DatabaseOptions& options)
    : path_(std::move(path)),
      writer_(open_sqlite(path_, writing(options))),
      readers_([this] { return open_sqlite(path_, SqliteAccess::read); }, options.readers_max) {}

void Database::back_up_to(const std::string& path) const {
  back_up_sqlite(path_, path);
}

void Database::compact() {
  writer_.run_alone([](Connection& connection) {
    connection.execute("VACUUM");
    const auto checkpoint = get_row(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    if (checkpoint.integer(0) != 0)
      throw Contention("a reader kept the write-ahead log in use; compact again");
  });
}

std::vector<std::string> find_damage(Connection& connection) {
  std::vector<std::string> damage;
  try {
    connection.for_each("PRAGMA integrity_check(20)", {}, [&damage](const Row& row) {
      if (row.text(0) != "ok") damage.push_back(row.text(0));
    });
    connection.for_each("PRAGMA foreign_key_check", {}, [&damage](const Row& row) {
      damage.push_back(fmt::format("a row of {} points to a row of {} that is not there",
                                   row.text(0), row.text(2)));
    });
  } catch (const base::OutsideFailure& failure) {
    // A page that cannot even be read is what was asked for.
    damage.emplace_back(failure.what());
  }
  return damage;
}

}  // namespace db
