#include "edges/db/migrations.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "edges/db/scratch_database.h"
#include "edges/db/table_shape.h"

namespace {

/// Tables that would stand whole beside every part of a store spread over several servers: few
/// rows, or no organisation's own.
const std::set<std::string> kept_whole = {
    "hub_setting", "organisation",     "account",       "invitation", "session",
    "api_token",   "sign_in_attempt",  "custodian_key", "replay",     "audit_pending",
    "audit",       "audit_checkpoint", "receipt",       "partner",    "search_document"};

/// The column by which the rows of `table` would be spread.
std::string spread_by(const std::string& table) {
  if (table == "match_key") return "key";
  if (table == "job") return "kind";
  return "org_id";
}

/// Columns of each unique index of `table` but its primary key, by the name of the index.
std::map<std::string, std::vector<std::string>> list_unique_indexes(db::Connection& connection,
                                                                    const std::string& table) {
  constexpr auto* ask_sqlite =
      "SELECT l.name, i.name FROM pragma_index_list($1) l, pragma_index_info(l.name) i"
      " WHERE l.\"unique\" = 1 AND l.origin <> 'pk'";
  constexpr auto* ask_postgres =
      "SELECT CAST(CAST(i.indexrelid AS regclass) AS TEXT), a.attname FROM pg_index i"
      " JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)"
      " WHERE i.indrelid = to_regclass($1) AND i.indisunique AND NOT i.indisprimary";
  std::map<std::string, std::vector<std::string>> indexes;
  for (const auto& row : connection.query(
           connection.engine() == db::Engine::sqlite ? ask_sqlite : ask_postgres, {table}))
    indexes[row.text(0)].push_back(row.text(1));
  return indexes;
}

TEST(migrations, numbers_run_from_one_without_a_gap) {
  int expected = 1;
  for (const auto& migration : db::migrations())
    EXPECT_EQ(migration.number, expected++) << migration.name;
  EXPECT_GT(expected, 1);
}

TEST(migrations, each_has_a_name_and_a_side_for_each_engine) {
  for (const auto& migration : db::migrations()) {
    EXPECT_FALSE(migration.name.empty()) << migration.number;
    EXPECT_FALSE(migration.sqlite.empty()) << migration.name;
    EXPECT_FALSE(migration.postgres.empty()) << migration.name;
  }
}

TEST(migrations, every_unique_key_holds_the_column_by_which_its_table_would_be_spread) {
  const db::ScratchDatabase database{db::ScratchDatabase::Want::fresh};
  const auto connection = database.open();
  ASSERT_TRUE(db::migrate(*connection, db::migrations(), base::UtcTime{}));
  std::size_t spread = 0;
  for (const auto& table : db::list_table_shapes(*connection)) {
    if (kept_whole.contains(table.name)) continue;
    ++spread;
    auto keys = list_unique_indexes(*connection, table.name);
    keys["primary key"] = table.key;
    for (const auto& [name, columns] : keys)
      EXPECT_TRUE(std::ranges::count(columns, spread_by(table.name)) == 1)
          << name << " of " << table.name << " lacks " << spread_by(table.name);
  }
  EXPECT_GT(spread, 20U);
}

TEST(migrations, a_table_that_would_be_spread_refers_only_to_tables_kept_whole) {
  const db::ScratchDatabase database{db::ScratchDatabase::Want::fresh};
  const auto connection = database.open();
  ASSERT_TRUE(db::migrate(*connection, db::migrations(), base::UtcTime{}));
  for (const auto& table : db::list_table_shapes(*connection))
    for (const auto& parent : table.refers_to)
      EXPECT_TRUE(kept_whole.contains(parent)) << table.name << " refers to " << parent;
}

}  // namespace
