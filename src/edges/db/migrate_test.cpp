#include <future>
#include <memory>
#include <vector>

#include <gtest/gtest.h>

#include "edges/db/migrations.h"
#include "edges/db/scratch_database.h"
#include "edges/db/transaction.h"

namespace db {
namespace {

constexpr base::UtcTime now{1'795'225'800'000'000};
constexpr Migration first{1, "items", "CREATE TABLE item (id INTEGER PRIMARY KEY) STRICT;",
                          "CREATE TABLE item (id BIGINT PRIMARY KEY);"};
constexpr auto add_names =
    "ALTER TABLE item ADD COLUMN name TEXT; CREATE INDEX item_name ON item (name);";
constexpr Migration second_step{2, "names", add_names, add_names};
constexpr auto nonsense = "CREATE TABLE other (id INTEGER); CREATE nonsense;";
constexpr Migration broken{2, "broken", nonsense, nonsense};

class migrate_database : public testing::Test {
 protected:
  ScratchDatabase database_{ScratchDatabase::Want::fresh};
  std::unique_ptr<Connection> connection_ = database_.open();

  bool has_table(const char* name) {
    const auto* sql = connection_->engine() == Engine::sqlite
                          ? "SELECT 1 FROM sqlite_master WHERE name = $1"
                          : "SELECT 1 FROM pg_class WHERE relname = $1"
                            " AND relnamespace = CAST(current_schema() AS regnamespace)";
    return !connection_->query(sql, {name}).empty();
  }
  base::Result<int> migrate_to(std::vector<Migration> known) {
    return migrate(*connection_, known, now);
  }
  base::Result<void> check(std::vector<Migration> known) {
    return check_schema(*connection_, known);
  }
};

TEST_F(migrate_database, takes_each_step_once_and_in_order) {
  EXPECT_EQ(migrate_to({first}).value(), 1);
  EXPECT_EQ(migrate_to({first, second_step}).value(), 1);
  EXPECT_EQ(migrate_to({first, second_step}).value(), 0);
  const auto rows = connection_->query("SELECT number, name, applied_at FROM schema_version");
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[1].text(1), "names");
  EXPECT_EQ(rows[1].time(2), now);
  EXPECT_TRUE(has_table("item_name"));
}

TEST_F(migrate_database, a_step_that_fails_undoes_all_steps) {
  EXPECT_THROW((void)migrate_to({first, broken}), base::OutsideFailure);
  EXPECT_FALSE(has_table("item"));
  EXPECT_FALSE(has_table("other"));
  EXPECT_FALSE(has_table("schema_version"));
}

TEST_F(migrate_database, refuses_the_schema_of_a_newer_program) {
  ASSERT_TRUE(migrate_to({first, second_step}));
  for (const auto& refused : {migrate_to({first}).error(), check({first}).error()}) {
    EXPECT_EQ(refused.kind, base::ErrorKind::refused);
    EXPECT_NE(refused.text().find("newer"), std::string::npos);
  }
}

TEST_F(migrate_database, refuses_a_database_built_from_other_steps) {
  ASSERT_TRUE(migrate_to({first, second_step}));
  const auto refused = migrate_to({first, broken});
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().text().find("another step 2"), std::string::npos);
}

TEST_F(migrate_database, a_check_tells_an_old_schema_and_changes_nothing) {
  EXPECT_FALSE(check({first}));
  EXPECT_FALSE(has_table("schema_version"));
  ASSERT_TRUE(migrate_to({first}));
  EXPECT_TRUE(check({first}));
  const auto old = check({first, second_step});
  ASSERT_FALSE(old);
  EXPECT_NE(old.error().text().find("kizuki migrate"), std::string::npos);
}

TEST_F(migrate_database, the_shipped_migrations_build_an_empty_database_and_fit_it) {
  const auto taken = migrate(*connection_, migrations(), now);
  ASSERT_TRUE(taken);
  EXPECT_EQ(static_cast<std::size_t>(*taken), migrations().size());
  EXPECT_TRUE(check_schema(*connection_, migrations()));
}

TEST_F(migrate_database, two_servers_that_start_at_once_take_each_step_once) {
  std::vector<std::future<int>> servers;
  for (int server = 0; server < 2; ++server) {
    servers.push_back(std::async(std::launch::async, [this] {
      const auto own = database_.open();
      return transact(*own, [](Connection& inner) {
        return migrate(inner, std::vector{first, second_step}, now).value();
      });
    }));
  }
  EXPECT_EQ(servers[0].get() + servers[1].get(), 2);
}

using migrate_database_death = migrate_database;

TEST_F(migrate_database_death, a_gap_in_the_numbers_is_our_bug) {
  EXPECT_DEATH((void)migrate_to({second_step}), "without a gap");
}

}  // namespace
}  // namespace db
