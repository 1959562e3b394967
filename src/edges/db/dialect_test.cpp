#include "edges/db/dialect.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "edges/db/scratch_database.h"

namespace db {
namespace {

const std::vector<std::string> tokens{"0af3", "b7"};

TEST(dialect, lists_placeholders_from_any_number) {
  EXPECT_EQ(placeholders(1, 1), "$1");
  EXPECT_EQ(placeholders(3, 3), "$3, $4, $5");
}

TEST(dialect, says_the_same_thing_in_each_engines_words) {
  EXPECT_EQ(token_query(Engine::sqlite, tokens), "\"0af3\" AND \"b7\"");
  EXPECT_EQ(token_query(Engine::postgres, tokens), "0af3 b7");
  EXPECT_EQ(skip_locked(Engine::sqlite), "");
  EXPECT_EQ(skip_locked(Engine::postgres), " FOR UPDATE SKIP LOCKED");
}

TEST(dialect, a_token_query_finds_rows_that_have_all_tokens) {
  const ScratchDatabase database(ScratchDatabase::Want::fresh);
  const auto connection = database.open();
  const auto engine = connection->engine();
  connection->run_script(engine == Engine::sqlite
                             ? "CREATE VIRTUAL TABLE search USING fts5 (tokens);"
                             : "CREATE TABLE search (rowid SERIAL, tokens TEXT);");
  for (const auto* text : {"0af3 77 b7", "0af3 77", "b7 0af3", "0af3b7"})
    connection->execute("INSERT INTO search (tokens) VALUES ($1)", {text});
  const auto sql = "SELECT rowid FROM search WHERE " + matches_tokens(engine, "tokens", "$1") +
                   " ORDER BY rowid";
  const auto rows = connection->query(sql, {token_query(engine, tokens)});
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].integer(0), 1);
  EXPECT_EQ(rows[1].integer(0), 3);
}

TEST(dialect_death, a_token_with_an_operator_is_our_bug) {
  const std::vector<std::string> operators{"a\" OR b"};
  EXPECT_DEATH((void)token_query(Engine::sqlite, operators), "lower-case letters and digits");
}

}  // namespace
}  // namespace db
