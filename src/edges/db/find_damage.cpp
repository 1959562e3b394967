#include <string>
#include <vector>

#include <fmt/format.h>

#include "edges/db/database.h"

namespace db {
namespace {

using Damage = std::vector<std::string>;

// Reads every value of a table, so that a page or a value that cannot be read shows.
constexpr auto read_whole_table = "SELECT sum(length(CAST(whole AS TEXT))) FROM {} whole";

constexpr auto list_tables =
    "SELECT CAST(CAST(c.oid AS regclass) AS TEXT) FROM pg_class c"
    " JOIN pg_namespace n ON n.oid = c.relnamespace"
    " WHERE n.nspname = current_schema() AND c.relkind = 'r' ORDER BY c.relname";
constexpr auto list_invalid_indexes =
    "SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
    " JOIN pg_namespace n ON n.oid = c.relnamespace"
    " WHERE n.nspname = current_schema() AND NOT i.indisvalid ORDER BY c.relname";
// One row a column of a foreign key: its name, both tables, both columns.
constexpr auto list_foreign_keys =
    "SELECT k.conname, CAST(CAST(k.conrelid AS regclass) AS TEXT),"
    " CAST(CAST(k.confrelid AS regclass) AS TEXT), a.attname, b.attname"
    " FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace"
    " CROSS JOIN LATERAL unnest(k.conkey, k.confkey) AS pair (here, there)"
    " JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = pair.here"
    " JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = pair.there"
    " WHERE n.nspname = current_schema() AND k.contype = 'f' ORDER BY k.conname";

std::string points_nowhere(std::string_view table, std::string_view other) {
  return fmt::format("a row of {} points to a row of {} that is not there", table, other);
}

void find_sqlite_damage(Connection& connection, Damage& damage) {
  connection.for_each("PRAGMA integrity_check(20)", {}, [&damage](const Row& row) {
    if (row.text(0) != "ok") damage.push_back(row.text(0));
  });
  connection.for_each("PRAGMA foreign_key_check", {}, [&damage](const Row& row) {
    damage.push_back(points_nowhere(row.text(0), row.text(2)));
  });
}

/// All our foreign keys have one column.
void check_foreign_key(Connection& connection, const Row& key, Damage& damage) {
  const auto sql = fmt::format(
      "SELECT count(*) FROM {0} h WHERE h.{2} IS NOT NULL"
      " AND NOT EXISTS (SELECT 1 FROM {1} t WHERE t.{3} = h.{2})",
      key.text(1), key.text(2), key.text(3), key.text(4));
  if (get_row(connection, sql).integer(0) != 0)
    damage.push_back(points_nowhere(key.text(1), key.text(2)));
}

void find_postgres_damage(Connection& connection, Damage& damage) {
  for (const auto& table : connection.query(list_tables))
    static_cast<void>(connection.query(fmt::format(fmt::runtime(read_whole_table), table.text(0))));
  for (const auto& index : connection.query(list_invalid_indexes))
    damage.push_back(fmt::format("the index {} is not whole", index.text(0)));
  for (const auto& key : connection.query(list_foreign_keys))
    check_foreign_key(connection, key, damage);
}

}  // namespace

std::vector<std::string> find_damage(Connection& connection) {
  Damage damage;
  try {
    switch (connection.engine()) {
      case Engine::sqlite:
        find_sqlite_damage(connection, damage);
        break;
      case Engine::postgres:
        // What cannot be read would end the transaction of the caller, were there no savepoint.
        transact(connection, [&](Connection& inner) { find_postgres_damage(inner, damage); });
        break;
    }
  } catch (const Contention&) {
    throw;
  } catch (const ConnectionLost&) {
    throw;
  } catch (const base::OutsideFailure& failure) {
    // A page that cannot even be read is what was asked for.
    damage.emplace_back(failure.what());
  }
  return damage;
}

}  // namespace db
