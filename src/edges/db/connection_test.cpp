#include "edges/db/connection.h"

#include <limits>
#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "edges/db/scratch_database.h"
#include "edges/db/transaction.h"

namespace db {
namespace {

struct Report;
enum class Colour { red, light_blue };
constexpr auto vocabulary(Colour) {
  return base::make_vocabulary<Colour>("red", "light-blue");
}

class any_connection : public testing::Test {
 protected:
  ScratchDatabase database_{ScratchDatabase::Want::fresh};
  std::unique_ptr<Connection> connection_ = database_.open();

  void SetUp() override {
    connection_->run_script(
        std::string("CREATE TABLE item (id INT PRIMARY KEY, name TEXT NOT NULL UNIQUE,"
                    " size INT CHECK (size > 0), parent INT REFERENCES item (id))") +
        (is_sqlite() ? "STRICT" : ""));
  }
  static bool is_sqlite() { return ScratchDatabase::engine() == Engine::sqlite; }
  std::int64_t add(std::int64_t id, const std::string& name) {
    return connection_->execute("INSERT INTO item (id, name) VALUES ($1, $2)", {id, name});
  }
  std::int64_t count() { return get_row(*connection_, "SELECT count(*) FROM item").integer(0); }
};

TEST_F(any_connection, keeps_every_kind_of_value_as_it_was) {
  const base::UtcTime time{1'795'225'800'123'456};
  const base::Bytes bytes{0, 1, 255};
  const base::Id<Report> id{{1, 2, 3}};
  // PostgreSQL takes no NUL in a text: content goes into bytes.
  const auto text = is_sqlite() ? std::string("a\0\xe6\xb0\x97", 5) : "a\xe6\xb0\x97";
  const auto rows = connection_->query(
      "SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11",
      {std::numeric_limits<std::int64_t>::min(), 0.5, text, bytes, id, time, true,
       Colour::light_blue, std::nullopt, std::optional<int>(7), base::Bytes{}});
  ASSERT_EQ(rows.size(), 1U);
  const auto& row = rows.front();
  EXPECT_EQ(row.integer(0), std::numeric_limits<std::int64_t>::min());
  EXPECT_EQ(row.real(1), 0.5);
  EXPECT_EQ(row.text(2), text);
  EXPECT_EQ(row.bytes(3), bytes);
  EXPECT_EQ(row.id<Report>(4), id);
  EXPECT_EQ(row.time(5), time);
  EXPECT_TRUE(row.boolean(6));
  EXPECT_EQ(row.word<Colour>(7), Colour::light_blue);
  EXPECT_TRUE(row.is_null(8));
  EXPECT_EQ(row.find_integer(9), 7);
  EXPECT_EQ(row.bytes(10), base::Bytes{});
}

TEST_F(any_connection, binds_placeholders_by_their_digits_not_by_their_order) {
  const auto row = get_row(*connection_, "SELECT $2, $1, $2 || $1", {"first", "second"});
  EXPECT_EQ(row.text(0), "second");
  EXPECT_EQ(row.text(1), "first");
  EXPECT_EQ(row.text(2), "secondfirst");
}

TEST_F(any_connection, a_kept_statement_forgets_its_last_parameters) {
  const auto sql = "SELECT $1";
  EXPECT_EQ(get_row(*connection_, sql, {"a"}).text(0), "a");
  EXPECT_TRUE(get_row(*connection_, sql, {std::nullopt}).is_null(0));
}

TEST_F(any_connection, serves_more_statements_than_it_keeps) {
  for (int number = 0; number < 600; ++number) {
    const auto sql = "SELECT " + std::to_string(number);
    ASSERT_EQ(get_row(*connection_, sql).integer(0), number);
  }
}

TEST_F(any_connection, says_how_many_rows_a_statement_changed) {
  EXPECT_EQ(add(1, "one"), 1);
  EXPECT_EQ(add(2, "two"), 1);
  EXPECT_EQ(connection_->execute("UPDATE item SET size = 3"), 2);
  EXPECT_EQ(connection_->execute("UPDATE item SET size = 3 WHERE id = $1", {9}), 0);
  EXPECT_EQ(connection_->execute("CREATE TABLE other (id BIGINT)"), 0);
  EXPECT_EQ(connection_->execute("DELETE FROM item RETURNING id"), 2);
}

TEST_F(any_connection, streams_rows_while_the_same_statement_runs_within) {
  for (int id = 1; id <= 3; ++id)
    add(id, std::to_string(id));
  const auto sql = "SELECT id FROM item WHERE id > $1 ORDER BY id";
  std::vector<std::int64_t> seen;
  connection_->for_each(sql, {0}, [&](const Row& outer) {
    connection_->for_each(sql, {outer.integer(0)}, [&](const Row& inner) {
      seen.push_back(outer.integer(0) * 10 + inner.integer(0));
    });
  });
  EXPECT_EQ(seen, (std::vector<std::int64_t>{12, 13, 23}));
}

TEST_F(any_connection, answers_each_binding_of_a_query_in_order) {
  std::vector<Parameters> items, asked;
  for (int id = 0; id < 600; ++id)  // more than travel together
    items.push_back({id, std::to_string(id), id % 2 == 0 ? std::optional(1 + id) : std::nullopt});
  connection_->execute_each("INSERT INTO item (id, name, size) VALUES ($1, $2, $3)", items);
  for (const int id : {5, 900, 4})
    asked.push_back({id});
  std::vector<std::pair<std::size_t, std::string>> seen;
  connection_->query_each("SELECT name FROM item WHERE id BETWEEN $1 AND $1 + 1 ORDER BY id", asked,
                          [&](std::size_t number, const Row& row) {
                            EXPECT_EQ(count(), 600);  // the connection can be used meanwhile
                            seen.emplace_back(number, row.text(0));
                          });
  EXPECT_EQ(seen, (std::vector<std::pair<std::size_t, std::string>>{
                      {0, "5"}, {0, "6"}, {2, "4"}, {2, "5"}}));
}

TEST_F(any_connection, one_refused_binding_names_its_constraint_and_undoes_the_transaction) {
  const std::vector<Parameters> items{{1, "one"}, {2, "one"}, {3, "three"}};
  EXPECT_THROW(transact(*connection_,
                        [&](Connection& connection) {
                          connection.execute_each("INSERT INTO item (id, name) VALUES ($1, $2)",
                                                  items);
                        }),
               ConstraintViolation);
  EXPECT_EQ(count(), 0);
  EXPECT_EQ(add(1, "one"), 1);
}

TEST_F(any_connection, no_bindings_run_nothing) {
  connection_->execute_each("DELETE FROM item", {});
  connection_->query_each("SELECT id FROM item", {},
                          [](std::size_t, const Row&) { FAIL() << "there is nothing to take"; });
}

TEST_F(any_connection, a_callback_that_throws_leaves_the_statement_usable) {
  add(1, "one");
  const auto sql = "SELECT id FROM item";
  EXPECT_THROW(connection_->for_each(sql, {}, [](const Row&) { throw std::string("stop"); }),
               std::string);
  EXPECT_EQ(connection_->query(sql).size(), 1U);
  EXPECT_EQ(connection_->execute("DELETE FROM item"), 1);
}

TEST_F(any_connection, names_the_constraint_that_refused_a_row_and_no_value) {
  add(1, "Fictional Taro");
  const auto refused = [this](const char* sql, const Parameters& parameters) {
    try {
      connection_->execute(sql, parameters);
    } catch (const ConstraintViolation& violation) {
      EXPECT_EQ(std::string(violation.what()).find("Fictional"), std::string::npos);
      return std::optional(violation.constraint());
    }
    return std::optional<Constraint>();
  };
  const auto sql = "INSERT INTO item (id, name, size, parent) VALUES ($1, $2, $3, $4)";
  EXPECT_EQ(refused(sql, {2, "Fictional Taro", 1, 1}), Constraint::unique);
  EXPECT_EQ(refused(sql, {1, "Fictional Jiro", 1, 1}), Constraint::unique);
  EXPECT_EQ(refused(sql, {2, std::nullopt, 1, 1}), Constraint::not_null);
  EXPECT_EQ(refused(sql, {2, "Fictional Jiro", 0, 1}), Constraint::check);
  if (is_sqlite()) {
    EXPECT_EQ(refused(sql, {2, "Fictional Jiro", "Fictional", 1}), Constraint::check);
  } else {  // what PostgreSQL refuses before it looks at a row
    EXPECT_THROW(refused(sql, {2, "Fictional Jiro", "Fictional", 1}), base::OutsideFailure);
  }
  EXPECT_EQ(refused(sql, {2, "Fictional Jiro", 1, 77}), Constraint::foreign_key);
  EXPECT_EQ(count(), 1);
}

TEST_F(any_connection, a_statement_that_does_not_fit_the_schema_fails_without_being_shown) {
  try {
    (void)connection_->query("SELECT nothing_such FROM item WHERE name = 'Fictional Taro'");
    FAIL() << "the column does not exist";
  } catch (const base::OutsideFailure& failure) {
    const std::string text = failure.what();
    EXPECT_NE(text.find("nothing_such"), std::string::npos);
    EXPECT_EQ(text.find("Fictional"), std::string::npos);
  }
}

TEST_F(any_connection, like_minds_the_case) {
  add(1, "abc");
  EXPECT_TRUE(connection_->query("SELECT id FROM item WHERE name LIKE 'A%'").empty());
  EXPECT_EQ(connection_->query("SELECT id FROM item WHERE name LIKE 'a%'").size(), 1U);
}

TEST_F(any_connection, a_transaction_is_tried_three_times_against_contention) {
  const auto second = database_.open();
  int tries = 0;
  const auto work = [&tries](Connection& connection) {
    if (++tries < 3) throw Contention("in the way");
    return connection.execute("INSERT INTO item (id, name) VALUES (5, 'five')");
  };
  EXPECT_EQ(transact(*second, work), 1);
  EXPECT_EQ(tries, 3);
  tries = -9;
  EXPECT_THROW(transact(*second, work), Contention);
  EXPECT_EQ(tries, -6);
  EXPECT_EQ(count(), 1);
}

TEST_F(any_connection, a_transaction_keeps_a_good_answer_and_undoes_a_failed_result) {
  const auto insert = [](std::int64_t id, bool good) {
    return [id, good](Connection& connection) -> base::Result<std::int64_t> {
      connection.execute("INSERT INTO item (id, name) VALUES ($1, $2)", {id, std::to_string(id)});
      if (!good) return base::fail(base::ErrorKind::refused, "/id", "is not wanted");
      return id;
    };
  };
  EXPECT_EQ(transact(*connection_, insert(1, true)).value(), 1);
  const auto failed = transact(*connection_, insert(2, false));
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().text(), "/id: is not wanted");
  EXPECT_EQ(count(), 1);
  EXPECT_FALSE(connection_->in_transaction());
}

TEST_F(any_connection, a_transaction_undoes_everything_after_an_exception) {
  EXPECT_THROW(transact(*connection_,
                        [this](Connection&) {
                          add(1, "one");
                          add(1, "one");
                        }),
               ConstraintViolation);
  EXPECT_EQ(count(), 0);
  EXPECT_FALSE(connection_->in_transaction());
}

TEST_F(any_connection, an_inner_transaction_undoes_only_its_own_changes) {
  transact(*connection_, [this](Connection& outer) {
    add(1, "one");
    EXPECT_THROW(transact(outer,
                          [this](Connection& inner) {
                            add(2, "two");
                            transact(inner, [this](Connection&) { add(3, "three"); });
                            throw std::string("stop");
                          }),
                 std::string);
    add(4, "four");
  });
  const auto rows = connection_->query("SELECT id FROM item ORDER BY id");
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].integer(0), 1);
  EXPECT_EQ(rows[1].integer(0), 4);
}

TEST_F(any_connection, a_row_refuses_to_be_read_as_what_it_is_not) {
  const auto row =
      get_row(*connection_, "SELECT 'text', 2, $1, 'green', NULL", {base::Bytes{1, 2}});
  EXPECT_THROW((void)row.integer(0), base::OutsideFailure);
  EXPECT_THROW((void)row.boolean(1), base::OutsideFailure);
  EXPECT_THROW((void)row.text(1), base::OutsideFailure);
  EXPECT_THROW((void)row.id<Report>(2), base::OutsideFailure);
  EXPECT_THROW((void)row.word<Colour>(3), base::OutsideFailure);
  EXPECT_THROW((void)row.integer(4), base::OutsideFailure);
  EXPECT_EQ(row.real(1), 2.0);
  EXPECT_EQ(row.fixed_bytes<2>(2), (std::array<std::uint8_t, 2>{1, 2}));
  EXPECT_EQ(row.find_text(4), std::nullopt);
  EXPECT_EQ(row.find_id<Report>(4), std::nullopt);
}

}  // namespace
}  // namespace db
