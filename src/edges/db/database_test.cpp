#include "edges/db/database.h"

#include <atomic>
#include <filesystem>
#include <fstream>
#include <future>
#include <latch>
#include <memory>
#include <optional>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

#include <gtest/gtest.h>

#include "edges/db/scratch_database.h"
#include "edges/db/scratch_folder.h"
#include "edges/db/sqlite_connection.h"

namespace db {
namespace {

constexpr auto insert_item = "INSERT INTO item (id, name) VALUES ($1, $2)";
constexpr auto count_items = "SELECT count(*) FROM item";

std::unique_ptr<Database> open_with_items(const std::string& url, std::size_t readers_max = 2) {
  auto database = Database::open(url, {.may_create = true, .readers_max = readers_max});
  (*database)->write([](Connection& connection) {
    connection.run_script(
        "CREATE TABLE IF NOT EXISTS item (id BIGINT PRIMARY KEY, name TEXT NOT NULL);");
  });
  return std::move(*database);
}

/// By a file, whatever engine the tests run on: for what only SQLite does.
std::unique_ptr<Database> make_database(const ScratchFolder& folder, std::size_t readers_max = 2) {
  return open_with_items("sqlite:" + folder.file("test.db"), readers_max);
}

std::unique_ptr<Database> make_database(const ScratchDatabase& scratch,
                                        std::size_t readers_max = 2) {
  return open_with_items(scratch.url(), readers_max);
}

std::int64_t count(Database& database) {
  return database.read(
      [](Connection& connection) { return get_row(connection, count_items).integer(0); });
}

auto adding(std::int64_t id) {
  return [id](Connection& connection) { connection.execute(insert_item, {id, "fictional"}); };
}

/// Holds the writer inside a unit until it is let go, so that others queue up behind it.
class HeldWriter {
 public:
  explicit HeldWriter(Database& database)
      : thread_([this, &database] {
          database.write([this](Connection&) {
            entered_.count_down();
            may_go_.get_future().wait();
          });
        }) {
    entered_.wait();
  }
  void let_go() { may_go_.set_value(); }

 private:
  std::latch entered_{1};
  std::promise<void> may_go_;
  std::jthread thread_;
};

TEST(database, opens_only_what_is_there_unless_it_may_create) {
  const ScratchFolder folder;
  const auto url = "sqlite:" + folder.file("test.db");
  const auto missing = Database::open(url);
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().kind, base::ErrorKind::not_found);
  ASSERT_TRUE(Database::open(url, {.may_create = true}));
  EXPECT_TRUE(Database::open(url));
  for (const auto* other : {"", "sqlite:", "sqlite::memory:", "mysql://localhost/x", "test.db"}) {
    const auto opened = Database::open(other, {.may_create = true});
    ASSERT_FALSE(opened) << other;
    EXPECT_EQ(opened.error().kind, base::ErrorKind::invalid_input);
  }
}

TEST(database, what_was_written_is_read_by_others_and_hands_answers_back) {
  const ScratchDatabase scratch(ScratchDatabase::Want::fresh);
  const auto database = make_database(scratch);
  const auto changed = database->write([](Connection& connection) {
    return connection.execute(insert_item, {1, "fictional"});
  });
  EXPECT_EQ(changed, 1);
  EXPECT_EQ(count(*database), 1);
}

TEST(database, a_reader_that_tries_to_write_is_refused) {
  const ScratchDatabase scratch(ScratchDatabase::Want::fresh);
  const auto database = make_database(scratch);
  EXPECT_THROW(database->read(adding(1)), base::OutsideFailure);
  EXPECT_EQ(count(*database), 0);
}

TEST(group_commit, a_failing_unit_loses_its_own_changes_only) {
  const ScratchFolder folder;
  const auto database = make_database(folder);
  constexpr int callers = 40;
  std::vector<std::future<base::Result<int>>> answers;
  {
    HeldWriter held(*database);
    for (int id = 1; id <= callers; ++id) {
      answers.push_back(std::async(std::launch::async, [&database, id] {
        return database->write([id](Connection& connection) -> base::Result<int> {
          connection.execute(insert_item, {id, "fictional"});
          if (id % 10 == 3) connection.execute(insert_item, {id, "twice"});
          if (id % 10 == 7) return base::fail(base::ErrorKind::refused, "", "not this one");
          return id;
        });
      }));
    }
    held.let_go();
  }
  int kept = 0;
  for (int id = 1; id <= callers; ++id) {
    auto& answer = answers[static_cast<std::size_t>(id - 1)];
    if (id % 10 == 3) {
      EXPECT_THROW((void)answer.get(), ConstraintViolation);
      continue;
    }
    const auto result = answer.get();
    EXPECT_EQ(result.has_value(), id % 10 != 7);
    kept += result ? 1 : 0;
  }
  EXPECT_EQ(kept, 32);
  EXPECT_EQ(count(*database), 32);
}

TEST(group_commit, queued_units_share_one_commit) {
  const ScratchFolder folder;
  const auto database = make_database(folder);
  std::vector<std::jthread> callers;
  std::latch done{20};
  std::atomic<int> seen_most = 0;
  HeldWriter held(*database);
  for (int id = 1; id <= 20; ++id) {
    callers.emplace_back([&, id] {
      database->write(adding(id));
      // Released only after the commit of the whole group: all of it is there at once.
      const int seen = static_cast<int>(count(*database));
      int most = seen_most.load();
      while (most < seen && !seen_most.compare_exchange_weak(most, seen)) {
      }
      done.count_down();
    });
  }
  EXPECT_EQ(count(*database), 0);
  held.let_go();
  done.wait();
  EXPECT_EQ(seen_most.load(), 20);
}

TEST(group_commit, when_the_engine_gives_the_transaction_up_every_caller_hears_it) {
  const ScratchFolder folder;
  const auto database = make_database(folder);
  std::future<void> neighbour;
  {
    HeldWriter held(*database);
    neighbour = std::async(std::launch::async, [&] { database->write(adding(1)); });
    auto breaker = std::async(std::launch::async, [&] {
      database->write([](Connection& connection) { connection.roll_back(); });
    });
    held.let_go();
    EXPECT_THROW(breaker.get(), base::OutsideFailure);
  }
  bool neighbour_failed = false;
  try {
    neighbour.get();
  } catch (const base::OutsideFailure&) {
    neighbour_failed = true;
  }
  EXPECT_EQ(count(*database), neighbour_failed ? 0 : 1);
  database->write(adding(2));
  EXPECT_EQ(count(*database), neighbour_failed ? 1 : 2);
}

TEST(group_commit, what_is_queued_at_the_end_is_still_written) {
  const ScratchFolder folder;
  {
    const auto database = make_database(folder);
    std::vector<std::jthread> callers;
    for (int id = 1; id <= 10; ++id)
      callers.emplace_back([&database, id] { database->write(adding(id)); });
  }
  EXPECT_EQ(count(*make_database(folder)), 10);
}

TEST(group_commit_death, a_unit_that_starts_another_is_our_bug) {
  testing::FLAGS_gtest_death_test_style = "threadsafe";
  EXPECT_DEATH(
      {
        const ScratchFolder folder;
        const auto database = make_database(folder);
        database->write([&](Connection&) { database->write(adding(1)); });
      },
      "starts no other one");
}

TEST(database, a_process_that_dies_keeps_what_it_confirmed_and_nothing_else) {
  const ScratchDatabase scratch(ScratchDatabase::Want::fresh);
  const auto child = ::fork();
  if (child == 0) {
    const auto database = make_database(scratch);
    database->write(adding(1));
    database->write([](Connection& connection) {
      connection.execute(insert_item, {2, "fictional"});
      ::_exit(7);
    });
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_EQ(WEXITSTATUS(status), 7);
  const auto database = make_database(scratch);
  EXPECT_EQ(count(*database), 1);
  EXPECT_TRUE(database->read(find_damage).empty());
}

TEST(database, readers_see_one_unchanging_view_while_others_write) {
  const ScratchDatabase scratch(ScratchDatabase::Want::fresh);
  const auto database = make_database(scratch);
  database->write(adding(1));
  database->read([&](Connection& connection) {
    EXPECT_EQ(get_row(connection, count_items).integer(0), 1);
    database->write(adding(2));
    EXPECT_EQ(get_row(connection, count_items).integer(0), 1);
    // The same thread reading again must not wait for a second connection, nor see another view.
    EXPECT_EQ(count(*database), 1);
  });
  EXPECT_EQ(count(*database), 2);
}

TEST(database, many_readers_and_writers_share_few_connections) {
  const ScratchDatabase scratch(ScratchDatabase::Want::fresh);
  const auto database = make_database(scratch, 2);
  std::atomic<bool> shrank = false;
  {
    std::vector<std::jthread> threads;
    for (int writer = 0; writer < 4; ++writer) {
      threads.emplace_back([&, writer] {
        for (int turn = 0; turn < 25; ++turn)
          database->write(adding(writer * 100 + turn));
      });
    }
    for (int reader = 0; reader < 6; ++reader) {
      threads.emplace_back([&] {
        std::int64_t last = 0;
        for (int turn = 0; turn < 50; ++turn) {
          const auto now = count(*database);
          if (now < last) shrank = true;
          last = now;
        }
      });
    }
  }
  EXPECT_FALSE(shrank.load());
  EXPECT_EQ(count(*database), 100);
}

TEST(database, a_reader_that_throws_gives_its_connection_back) {
  const ScratchDatabase scratch(ScratchDatabase::Want::fresh);
  const auto database = make_database(scratch, 1);
  for (int turn = 0; turn < 3; ++turn) {
    EXPECT_THROW(database->read(
                     [](Connection& connection) { (void)connection.query("SELECT nothing_such"); }),
                 base::OutsideFailure);
  }
  auto other = std::async(std::launch::async, [&] { return count(*database); });
  EXPECT_EQ(other.get(), 0);
}

TEST(database, a_copy_made_in_use_is_whole_and_private) {
  const ScratchFolder folder;
  const auto database = make_database(folder);
  database->write(adding(1));
  const auto copy_path = folder.file("copy.db");
  database->back_up_to(copy_path);
  database->write(adding(2));
  const auto copy = Database::open("sqlite:" + copy_path);
  ASSERT_TRUE(copy);
  EXPECT_EQ(count(**copy), 1);
  EXPECT_TRUE((*copy)->read(find_damage).empty());
  EXPECT_EQ(std::filesystem::status(copy_path).permissions() & std::filesystem::perms::others_all,
            std::filesystem::perms::none);
  EXPECT_THROW(database->back_up_to(copy_path), base::OutsideFailure);
  EXPECT_EQ(count(**copy), 1);
}

TEST(database, compacting_takes_deleted_content_out_of_the_files) {
  const ScratchFolder folder;
  const auto database = make_database(folder);
  const std::string content = "fictional-content-to-be-purged";
  database->write([&](Connection& connection) {
    connection.execute(insert_item, {1, content});
    connection.execute(insert_item, {2, "stays"});
  });
  database->write(
      [](Connection& connection) { connection.execute("DELETE FROM item WHERE id = 1"); });
  database->compact();
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), {});
    EXPECT_EQ(bytes.find(content), std::string::npos) << entry.path().filename();
  }
  EXPECT_EQ(count(*database), 1);
}

TEST(database, a_damaged_file_is_noticed) {
  const ScratchFolder folder;
  {
    const auto database = make_database(folder);
    database->write([](Connection& connection) {
      connection.run_script("CREATE INDEX item_name ON item (name);");
      for (int id = 0; id < 2000; ++id)
        connection.execute(insert_item, {id, "fictional " + std::to_string(id)});
    });
    database->compact();
  }
  {
    std::fstream file(folder.file("test.db"), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(5 * 4096 + 2);
    file.write("\xff\xff\xff\xff\xff\xff", 6);
  }
  const auto database = Database::open("sqlite:" + folder.file("test.db"));
  ASSERT_TRUE(database);
  EXPECT_FALSE((*database)->read(find_damage).empty());
}

TEST(database, a_row_that_points_to_nothing_is_noticed) {
  const ScratchDatabase scratch(ScratchDatabase::Want::fresh);
  const auto database = make_database(scratch);
  database->write([](Connection& connection) {
    connection.run_script(
        "CREATE TABLE part (id BIGINT PRIMARY KEY, item_id BIGINT REFERENCES item (id));");
  });
  EXPECT_TRUE(database->read(find_damage).empty());
  const auto unchecked = scratch.open();
  unchecked->run_script(std::string(unchecked->engine() == Engine::sqlite
                                        ? "PRAGMA foreign_keys = OFF;"
                                        : "SET session_replication_role = replica;") +
                        "INSERT INTO part VALUES (1, 9);");
  const auto damage = database->read(find_damage);
  ASSERT_EQ(damage.size(), 1U);
  EXPECT_EQ(damage.front(), "a row of part points to a row of item that is not there");
}

TEST(database, a_unit_is_rehearsed_when_a_test_wishes_so) {
  const ScratchDatabase scratch(ScratchDatabase::Want::fresh);
  static_cast<void>(make_database(scratch));
  const auto database = Database::open(scratch.url(), {.rehearses = true});
  ASSERT_TRUE(database);
  int runs = 0;
  const auto seen = (*database)->write([&](Connection& connection) {
    adding(++runs)(connection);
    return get_row(connection, count_items).integer(0);
  });
  EXPECT_EQ(runs, 2);
  EXPECT_EQ(seen, 1) << "the first run was undone";
}

/// What only a server has: several writers, and sessions that can be lost.
class served_database : public testing::Test {
 protected:
  void SetUp() override {
    if (ScratchDatabase::engine() != Engine::postgres) GTEST_SKIP() << "needs a PostgreSQL";
    scratch_.emplace(ScratchDatabase::Want::fresh);
    database_ = make_database(*scratch_);
  }
  void end_sessions() {
    static_cast<void>(scratch_->open()->query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
        " AND query LIKE '%item%' AND application_name LIKE 'kizuki %'"));
  }
  std::optional<ScratchDatabase> scratch_;
  std::unique_ptr<Database> database_;
};

TEST_F(served_database, writers_that_meet_are_run_again_until_all_fit_one_order) {
  constexpr int writers = 4, turns = 15;
  {
    std::vector<std::jthread> threads;
    for (int writer = 0; writer < writers; ++writer) {
      threads.emplace_back([this] {
        // Each takes the next number it sees: without one order, two would take the same.
        for (int turn = 0; turn < turns; ++turn) {
          database_->write([](Connection& connection) {
            const auto next = get_row(connection, count_items).integer(0) + 1;
            connection.execute(insert_item, {next, "fictional"});
          });
        }
      });
    }
  }
  EXPECT_EQ(count(*database_), writers * turns);
}

TEST_F(served_database, goes_on_with_new_sessions_when_the_old_ones_are_gone) {
  database_->write(adding(1));
  EXPECT_EQ(count(*database_), 1);
  end_sessions();
  database_->write(adding(2));
  end_sessions();
  EXPECT_EQ(count(*database_), 2);
}

TEST_F(served_database, a_unit_whose_session_ends_before_its_commit_is_run_again) {
  int runs = 0;
  database_->write([&](Connection& connection) {
    adding(1)(connection);
    if (++runs == 1) end_sessions();
    adding(2)(connection);
  });
  EXPECT_EQ(runs, 2);
  EXPECT_EQ(count(*database_), 2);
}

TEST_F(served_database, a_unit_whose_session_ends_at_its_commit_is_not_run_again) {
  int runs = 0;
  const auto write = [&] {
    database_->write([&](Connection& connection) {
      adding(1)(connection);
      ++runs;
      end_sessions();
    });
  };
  EXPECT_THROW(write(), UnknownOutcome);
  EXPECT_EQ(runs, 1);
}

TEST_F(served_database, a_key_that_is_taken_is_tried_once_more_and_then_refused) {
  database_->write(adding(1));
  int runs = 0;
  const auto write = [&] {
    database_->write([&](Connection& connection) {
      ++runs;
      adding(1)(connection);
    });
  };
  EXPECT_THROW(write(), ConstraintViolation);
  EXPECT_EQ(runs, 2);
}

TEST_F(served_database, knows_whether_others_have_it_open) {
  EXPECT_TRUE(database_->read(is_alone));
  const auto other = Database::open(scratch_->url());
  EXPECT_FALSE(database_->read(is_alone));
}

TEST_F(served_database, one_transaction_at_a_time_has_a_turn) {
  const auto other = scratch_->open();
  other->begin(Access::write);
  EXPECT_TRUE(take_turn(*other, Turn::sealing));
  const auto try_it = [](Connection& connection) { return take_turn(connection, Turn::sealing); };
  EXPECT_FALSE(database_->write(try_it));
  other->roll_back();
  EXPECT_TRUE(database_->write(try_it));
}

TEST_F(served_database, is_compacted_while_its_tables_stand) {
  database_->write(adding(1));
  database_->compact();
  EXPECT_EQ(count(*database_), 1);
  EXPECT_TRUE(database_->read(find_damage).empty());
}

}  // namespace
}  // namespace db
