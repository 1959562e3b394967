#include <string>

#include <fmt/core.h>

#include "edges/db/migrations.h"
#include "edges/db/transaction.h"
#include "ground/base/ensure.h"

namespace db {
namespace {

using base::ErrorKind;

constexpr std::string_view list_versions =
    "SELECT number, name FROM schema_version ORDER BY number";
constexpr std::string_view insert_version =
    "INSERT INTO schema_version (number, name, applied_at) VALUES ($1, $2, $3)";

void ensure_numbered(std::span<const Migration> known) {
  int expected = 1;
  for (const auto& migration : known)
    base::ensure(migration.number == expected++, "migrations are numbered 1, 2, 3 without a gap");
}

std::string_view script_of(const Migration& migration, Engine engine) {
  switch (engine) {
    case Engine::sqlite:
      return migration.sqlite;
    case Engine::postgres:
      return migration.postgres;
  }
  return {};
}

/// How many of `known` the database has; it must have begun with exactly these.
base::Result<std::size_t> count_applied(Connection& connection, std::span<const Migration> known) {
  const auto rows = connection.query(list_versions);
  if (rows.size() > known.size()) {
    return base::fail(ErrorKind::refused, "database",
                      fmt::format("was written by a newer Kizuki: its schema is {}, this program "
                                  "knows {}",
                                  rows.size(), known.size()),
                      "install the newer version");
  }
  for (std::size_t place = 0; place < rows.size(); ++place) {
    const bool same =
        rows[place].integer(0) == known[place].number && rows[place].text(1) == known[place].name;
    if (!same) {
      return base::fail(
          ErrorKind::refused, "database",
          fmt::format("has another step {} of its schema than this program knows", place + 1),
          "use the program that made it, or restore a backup");
    }
  }
  return rows.size();
}

base::Result<int> apply_missing(Connection& connection, std::span<const Migration> known,
                                base::UtcTime now) {
  connection.execute(create_schema_version(connection.engine()));
  auto applied = count_applied(connection, known);
  if (!applied) return pass_on(applied);
  const auto missing = known.subspan(*applied);
  for (const auto& migration : missing) {
    connection.run_script(std::string(script_of(migration, connection.engine())));
    connection.execute(insert_version, {migration.number, migration.name, now});
  }
  return static_cast<int>(missing.size());
}

}  // namespace

base::Result<int> migrate(Connection& connection, std::span<const Migration> known,
                          base::UtcTime now) {
  ensure_numbered(known);
  const std::string lock(lock_schema(connection.engine()));
  const bool is_inner = connection.in_transaction();
  if (is_inner) connection.run_script(lock);  // what it sets cannot be set in a savepoint
  return transact(connection, [&](Connection& inner) {
    if (!is_inner) inner.run_script(lock);
    return apply_missing(inner, known, now);
  });
}

base::Result<void> check_schema(Connection& connection, std::span<const Migration> known) {
  ensure_numbered(known);
  const bool is_empty =
      get_row(connection, find_schema_version(connection.engine())).integer(0) == 0;
  base::Result<std::size_t> applied{std::size_t{0}};
  if (!is_empty) applied = count_applied(connection, known);
  if (!applied) return pass_on(applied);
  if (*applied < known.size()) {
    return base::fail(ErrorKind::refused, "database",
                      fmt::format("has schema {}, this program needs {}", *applied, known.size()),
                      "make a backup, then run: kizuki migrate");
  }
  return {};
}

}  // namespace db
