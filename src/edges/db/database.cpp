#include "edges/db/database.h"

#include <filesystem>
#include <random>
#include <utility>

#include <fmt/format.h>

#include "edges/db/postgres_connection.h"
#include "edges/db/sqlite_connection.h"

namespace db {
namespace {

using base::ErrorKind;

constexpr std::string_view sqlite_scheme = "sqlite:";

base::Result<std::string> sqlite_path(std::string_view url, const DatabaseOptions& options) {
  const bool is_path = url.starts_with(sqlite_scheme) && url.size() > sqlite_scheme.size() &&
                       url[sqlite_scheme.size()] != ':';
  if (!is_path) {
    return base::fail(ErrorKind::invalid_input, "database", "is not the address of a database",
                      "write it as sqlite:PATH or postgresql://USER@HOST/NAME");
  }
  std::string path(url.substr(sqlite_scheme.size()));
  std::error_code unreadable;
  if (!options.may_create && !std::filesystem::exists(path, unreadable)) {
    return base::fail(ErrorKind::not_found, "database", "is not there",
                      "name another data folder, or make one with: kizuki init");
  }
  return path;
}

/// Those of our schema, not those of others in the same database.
void rewrite_tables(Connection& connection) {
  const auto tables = connection.query(
      "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = current_schema()");
  for (const auto& table : tables)
    connection.execute("VACUUM FULL " + table.text(0));
}

}  // namespace

base::Result<std::unique_ptr<Database>> Database::open(std::string_view url,
                                                       const DatabaseOptions& options) {
  if (is_postgres_url(url)) {
    std::string address(url);
    if (auto fits = check_postgres_url(address); !fits) return base::pass_on(fits);
    return std::unique_ptr<Database>(new Database(Engine::postgres, std::move(address), options));
  }
  auto path = sqlite_path(url, options);
  if (!path) return base::pass_on(path);
  return std::unique_ptr<Database>(new Database(Engine::sqlite, std::move(*path), options));
}

Database::Database(Engine engine, std::string address, const DatabaseOptions& options)
    : engine_(engine),
      address_(std::move(address)),
      instance_(fmt::format("{:08x}{:08x}", std::random_device{}(), std::random_device{}())),
      rehearses_(options.rehearses),
      readers_([this] { return open_session(Access::read, false); }, options.readers_max) {
  const auto open_writer = [this] { return open_session(Access::write, false); };
  switch (engine_) {
    case Engine::sqlite:
      group_writer_ =
          std::make_unique<GroupWriter>(open_session(Access::write, options.may_create));
      break;
    case Engine::postgres:
      writers_ = std::make_unique<WriterPool>(open_writer, options.writers_max);
      // Whether it can be reached and used is said now, not to the first who asks for something.
      writers_->run_alone([](Connection&) {});
      break;
  }
}

std::unique_ptr<Connection> Database::open_session(Access access, bool may_create) const {
  if (engine_ == Engine::postgres) return open_postgres(address_, instance_);
  if (access == Access::read) return open_sqlite(address_, SqliteAccess::read);
  return open_sqlite(address_, may_create ? SqliteAccess::create : SqliteAccess::write);
}

void Database::write_unit(const Unit& unit) {
  if (rehearses_) {
    write_once([&unit](Connection& connection) {
      unit(connection);
      return Outcome::undo;
    });
  }
  write_once(unit);
}

void Database::write_once(const Unit& unit) {
  if (group_writer_ != nullptr)
    group_writer_->run(unit);
  else
    writers_->run(unit);
}

void Database::back_up_to(const std::string& path) const {
  back_up_sqlite(address_, path);
}

void Database::compact() {
  if (writers_ != nullptr) return writers_->run_alone(rewrite_tables);
  group_writer_->run_alone([](Connection& connection) {
    connection.execute("VACUUM");
    const auto checkpoint = get_row(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    if (checkpoint.integer(0) != 0)
      throw Contention("a reader kept the write-ahead log in use; compact again");
  });
}

bool is_alone(Connection& connection) {
  if (connection.engine() == Engine::sqlite) return true;
  const auto others = get_row(connection,
                              "SELECT count(*) FROM pg_stat_activity"
                              " WHERE datname = current_database() AND application_name LIKE"
                              " 'kizuki ' || hashtext(current_schema()) || ' %'"
                              " AND application_name <> current_setting('application_name')");
  return others.integer(0) == 0;
}

bool take_turn(Connection& connection, Turn turn) {
  if (connection.engine() == Engine::sqlite) return true;
  const auto taken = get_row(connection,
                             "SELECT pg_try_advisory_xact_lock(hashtextextended("
                             "current_schema(), $1))",
                             {static_cast<std::int64_t>(turn)});
  return taken.boolean(0);
}

}  // namespace db
