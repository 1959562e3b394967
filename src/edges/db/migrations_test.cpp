#include "edges/db/migrations.h"

#include <gtest/gtest.h>

namespace {

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

}  // namespace
