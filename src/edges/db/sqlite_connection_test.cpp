#include "edges/db/sqlite_connection.h"

#include <filesystem>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "edges/db/scratch_folder.h"
#include "edges/db/transaction.h"

namespace db {
namespace {

class sqlite_connection : public testing::Test {
 protected:
  ScratchFolder folder_;
  std::unique_ptr<Connection> connection_ =
      open_sqlite(folder_.file("test.db"), SqliteAccess::create);

  void SetUp() override {
    connection_->run_script(
        "CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,"
        " size INTEGER CHECK (size > 0), parent INTEGER REFERENCES item (id)) STRICT;");
  }
  std::int64_t add(std::int64_t id, const std::string& name) {
    return connection_->execute("INSERT INTO item (id, name) VALUES ($1, $2)", {id, name});
  }
  std::int64_t count() { return get_row(*connection_, "SELECT count(*) FROM item").integer(0); }
};

TEST_F(sqlite_connection, makes_files_that_only_their_owner_reads) {
  using std::filesystem::perms;
  add(1, "one");
  for (const auto* name : {"test.db", "test.db-wal"}) {
    const auto permissions = std::filesystem::status(folder_.file(name)).permissions();
    EXPECT_EQ(permissions & (perms::group_all | perms::others_all), perms::none) << name;
  }
}

TEST_F(sqlite_connection, refuses_to_open_what_is_missing_or_no_database) {
  EXPECT_THROW((void)open_sqlite(folder_.file("none.db"), SqliteAccess::write),
               base::OutsideFailure);
  EXPECT_FALSE(std::filesystem::exists(folder_.file("none.db")));
  std::filesystem::create_directory(folder_.file("folder.db"));
  EXPECT_THROW((void)open_sqlite(folder_.file("folder.db"), SqliteAccess::create),
               base::OutsideFailure);
}

TEST_F(sqlite_connection, a_reader_cannot_write) {
  const auto reader = open_sqlite(folder_.file("test.db"), SqliteAccess::read);
  EXPECT_THROW(reader->execute("DELETE FROM item"), base::OutsideFailure);
}

TEST_F(sqlite_connection, a_second_writer_meets_contention_and_the_first_goes_on) {
  const auto second = open_sqlite(folder_.file("test.db"), SqliteAccess::write);
  second->run_script("PRAGMA busy_timeout = 0");
  connection_->begin(Access::write);
  add(1, "one");
  EXPECT_THROW(second->begin(Access::write), Contention);
  EXPECT_FALSE(second->in_transaction());
  connection_->commit();
  second->begin(Access::write);
  EXPECT_EQ(get_row(*second, "SELECT count(*) FROM item").integer(0), 1);
  second->commit();
}

using sqlite_connection_death = sqlite_connection;

TEST_F(sqlite_connection_death, wrong_numbers_of_parameters_and_columns_are_our_bugs) {
  EXPECT_DEATH((void)connection_->query("SELECT $1"), "every placeholder has its parameter");
  EXPECT_DEATH((void)connection_->query("SELECT $2", {1, 2}), "without a gap");
  EXPECT_DEATH((void)connection_->query("SELECT 1; SELECT 2"), "one statement at a time");
  EXPECT_DEATH((void)Row().integer(0), "gives this column");
}

}  // namespace
}  // namespace db
