#include "edges/db/postgres_connection.h"

#include <optional>
#include <string>

#include <gtest/gtest.h>

#include "edges/db/scratch_database.h"
#include "edges/db/transaction.h"

namespace db {
namespace {

TEST(postgres_url, holds_no_password_and_is_never_shown) {
  EXPECT_TRUE(check_postgres_url("postgresql://kizuki@db.example/kizuki?sslmode=require"));
  EXPECT_TRUE(check_postgres_url("postgres://db.example"));
  for (const auto* wrong : {"postgresql://kizuki:fictional@db.example/kizuki",
                            "postgresql://db.example/kizuki?password=fictional",
                            "postgresql://db.example/kizuki?nonsense=fictional", "mysql://db"}) {
    const auto refused = check_postgres_url(wrong);
    ASSERT_FALSE(refused) << wrong;
    EXPECT_EQ(refused.error().kind, base::ErrorKind::invalid_input);
    EXPECT_EQ(refused.error().text().find("fictional"), std::string::npos);
  }
}

TEST(postgres_url, a_server_that_is_not_there_is_a_lost_connection) {
  EXPECT_THROW((void)open_postgres("postgresql://kizuki@/kizuki?host=/nowhere/at/all"),
               ConnectionLost);
}

class postgres_connection : public testing::Test {
 protected:
  void SetUp() override {
    if (ScratchDatabase::engine() != Engine::postgres) GTEST_SKIP() << "needs a PostgreSQL";
    database_.emplace(ScratchDatabase::Want::fresh);
    first_ = database_->open();
    second_ = database_->open();
    first_->run_script(
        "CREATE TABLE item (id BIGINT PRIMARY KEY, size BIGINT NOT NULL);"
        "INSERT INTO item SELECT n, 1 FROM generate_series(1, 1200) n;");
  }
  static std::int64_t sum(Connection& connection) {
    return get_row(connection, "SELECT CAST(sum(size) AS BIGINT) FROM item").integer(0);
  }
  static void add_sum(Connection& connection, std::int64_t id) {
    connection.execute("INSERT INTO item (id, size) VALUES ($1, $2)", {id, sum(connection)});
  }

  std::optional<ScratchDatabase> database_;
  std::unique_ptr<Connection> first_, second_;
};

TEST_F(postgres_connection, two_transactions_that_fit_no_order_end_in_contention) {
  first_->begin(Access::write);
  second_->begin(Access::write);
  add_sum(*first_, 2001);
  add_sum(*second_, 2002);
  first_->commit();
  EXPECT_THROW(second_->commit(), Contention);
  second_->roll_back();
  EXPECT_FALSE(second_->in_transaction());
  EXPECT_EQ(sum(*second_), 2400);
}

TEST_F(postgres_connection, a_failure_that_was_swallowed_is_not_committed_in_silence) {
  first_->begin(Access::write);
  first_->execute("INSERT INTO item (id, size) VALUES (2001, 1)");
  EXPECT_THROW(first_->execute("INSERT INTO item (id, size) VALUES (2001, 1)"),
               ConstraintViolation);
  EXPECT_THROW(first_->commit(), base::OutsideFailure);
  EXPECT_EQ(sum(*second_), 1200);
}

TEST_F(postgres_connection, a_refused_row_inside_a_savepoint_leaves_the_transaction_whole) {
  transact(*first_, [](Connection& outer) {
    outer.execute("INSERT INTO item (id, size) VALUES (2001, 1)");
    EXPECT_THROW(transact(outer,
                          [](Connection& inner) {
                            inner.execute("INSERT INTO item (id, size) VALUES (2001, 1)");
                          }),
                 ConstraintViolation);
  });
  EXPECT_EQ(sum(*second_), 1201);
}

TEST_F(postgres_connection, streams_more_rows_than_it_fetches_at_once) {
  std::int64_t seen = 0;
  transact(*first_, [&seen](Connection& inner) {
    seen = 0;
    inner.for_each("SELECT id FROM item WHERE id > $1 ORDER BY id", {100}, [&](const Row& row) {
      EXPECT_EQ(row.integer(0), 101 + seen++);
      EXPECT_EQ(get_row(inner, "SELECT size FROM item WHERE id = $1", {row.integer(0)}).integer(0),
                1);
    });
  });
  EXPECT_EQ(seen, 1100);
}

TEST_F(postgres_connection, reads_the_other_types_that_statements_answer_with) {
  const auto row = get_row(*first_,
                           "SELECT 1 = 1, CAST(-2 AS SMALLINT), -3, CAST(0.5 AS REAL),"
                           " CAST('n' AS NAME), CAST(-4 AS BIGINT)");
  EXPECT_TRUE(row.boolean(0));
  EXPECT_EQ(row.integer(1), -2);
  EXPECT_EQ(row.integer(2), -3);
  EXPECT_EQ(row.real(3), 0.5);
  EXPECT_EQ(row.text(4), "n");
  EXPECT_EQ(row.integer(5), -4);
  EXPECT_THROW((void)first_->query("SELECT now()"), base::OutsideFailure);
}

TEST_F(postgres_connection, a_text_that_no_column_can_hold_is_a_refused_row) {
  EXPECT_THROW((void)first_->query("SELECT $1", {std::string("a\0b", 3)}), ConstraintViolation);
}

TEST_F(postgres_connection, a_session_that_the_server_ends_is_lost_and_before_commit_nothing_is) {
  first_->begin(Access::write);
  first_->execute("INSERT INTO item (id, size) VALUES (2001, 1)");
  const auto end_others =
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
      " WHERE pid <> pg_backend_pid() AND application_name LIKE 'kizuki %' AND query LIKE $1";
  EXPECT_EQ(second_->query(end_others, {"%(2001, 1)%"}).size(), 1U);
  EXPECT_THROW(first_->execute("INSERT INTO item (id, size) VALUES (2002, 1)"), ConnectionLost);
  EXPECT_TRUE(first_->is_lost());
  EXPECT_FALSE(first_->in_transaction());
  EXPECT_EQ(sum(*second_), 1200);
}

TEST_F(postgres_connection, a_transaction_that_nobody_goes_on_with_is_ended_by_the_server) {
  EXPECT_EQ(get_row(*first_, "SHOW idle_in_transaction_session_timeout").text(0), "5min");
  first_->run_script("SET idle_in_transaction_session_timeout = '20ms'");
  first_->begin(Access::write);
  first_->execute("UPDATE item SET size = 2 WHERE id = 1");
  second_->execute("UPDATE item SET size = 3 WHERE id = 1");  // waits for the lock to end
  EXPECT_THROW((void)sum(*first_), ConnectionLost);
  EXPECT_TRUE(first_->is_lost());
}

TEST_F(postgres_connection, a_session_that_ends_at_commit_leaves_the_outcome_open) {
  first_->begin(Access::write);
  first_->execute("INSERT INTO item (id, size) VALUES (2003, 1)");
  (void)second_->query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE $1"
      " AND pid <> pg_backend_pid()",
      {"%(2003, 1)%"});
  EXPECT_THROW(first_->commit(), UnknownOutcome);
}

TEST_F(postgres_connection, never_confirms_what_is_not_on_the_disk) {
  const auto careless =
      open_postgres(database_->url() + "%20-csynchronous_commit%3Doff");  // as a server may be set
  EXPECT_EQ(get_row(*careless, "SELECT current_setting('synchronous_commit')").text(0), "on");
}

}  // namespace
}  // namespace db
