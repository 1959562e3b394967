#include "work/workflow/verify_store.h"

#include <gtest/gtest.h>

#include "edges/db/connection.h"
#include "work/workflow/contacts.h"
#include "work/workflow/custodians.h"
#include "work/workflow/feedback.h"
#include "work/workflow/give_task.h"
#include "work/workflow/keep_meeting.h"
#include "work/workflow/make_digest.h"
#include "work/workflow/record.h"
#include "work/workflow/reporter_openings.h"
#include "work/workflow/seal_audit.h"
#include "work/workflow/submit_report.h"
#include "work/workflow/test_hub.h"
#include "work/workflow/test_lessons.h"
#include "work/workflow/test_reports.h"

namespace workflow {
namespace {

using model::Verification;

Verification verify(TestHub& test) {
  return verify_store(test.database(), test.keys());
}

/// A hub with something of everything that this file can make, in two sealed batches.
void fill(TestHub& test) {
  model::Contact contact;
  contact.name = "架空 花子";
  contact.email = "hanako@example.jp";
  static_cast<void>(add_contact(test.hub, test.analyst(), test.firm_a.id, contact).value());
  for_tests::seal_all(test);
  model::Submission submission;
  submission.report.narrative = "A stranger asked the way and then about the process.";
  submission.report.encounters.resize(1);
  submission.report.encounters.front().place.area = "13109";
  submission.reporter = base::Sensitive(model::Reporter{"架空 一郎", "090-0000-0000"});
  const auto report = submit_report(test.hub, test.station_officer_a(), submission).value().report;
  const auto analyst = test.analyst();
  test.database().write([&](db::Connection& connection) {
    add_feedback(test.hub, connection, analyst, report, Feedback::being_read);
  });
  static_cast<void>(ask_to_open_reporter(test.hub, test.analyst(), report, "why").value());
  for_tests::approved(test);
  model::MeetingEdit called;
  called.title = "t";
  called.starts_at = test.clock.now();
  called.invited = {test.station_a.id};
  const auto meeting = call_meeting(test.hub, test.analyst(), called).value().meeting.id;
  static_cast<void>(give_task(test.hub, test.analyst(), meeting,
                              {test.station_a.id, "", "what", base::tokyo_day(test.clock.now())})
                        .value());
  static_cast<void>(make_digest(test.hub, test.liaison(), "2026-10").value());
  for_tests::run_jobs(test);
  for_tests::seal_all(test);
}

/// Another session with the same database, which checks no foreign keys: what an intruder has.
/// Where rows have no number of their own, it gives them one while it is there.
class Intruder {
 public:
  explicit Intruder(const TestHub& test) : connection_(test.open_session()) {
    connection_->run_script(is_sqlite() ? "PRAGMA foreign_keys = OFF;"
                                        : "SET session_replication_role = replica;");
  }
  ~Intruder() {
    for (const auto& table : numbered_)
      connection_->run_script("ALTER TABLE " + table + " DROP COLUMN rowid;");
  }
  Intruder(const Intruder&) = delete;
  Intruder& operator=(const Intruder&) = delete;

  [[nodiscard]] bool is_sqlite() const { return connection_->engine() == db::Engine::sqlite; }

  /// Names with their types.
  std::vector<std::pair<std::string, std::string>> columns_of(const std::string& table) {
    std::vector<std::pair<std::string, std::string>> columns;
    const std::string sql =
        is_sqlite() ? "SELECT name, type FROM pragma_table_info($1)"
                    : "SELECT CAST(column_name AS TEXT), CASE data_type WHEN 'bytea' THEN 'BLOB'"
                      " WHEN 'text' THEN 'TEXT' ELSE '' END FROM information_schema.columns"
                      " WHERE table_schema = current_schema() AND table_name = $1"
                      " AND column_name <> 'rowid'";
    for (const auto& row : connection_->query(sql, {table}))
      columns.emplace_back(row.text(0), row.text(1));
    return columns;
  }

  std::vector<std::int64_t> rows_of(const std::string& table) {
    if (!is_sqlite()) number_rows(table);
    std::vector<std::int64_t> rows;
    for (const auto& row : connection_->query("SELECT rowid FROM " + table))
      rows.push_back(row.integer(0));
    return rows;
  }

  db::Value read(const std::string& table, const std::string& column, std::int64_t row) {
    return db::get_row(*connection_, "SELECT " + column + " FROM " + table + " WHERE rowid = $1",
                       {row})
        .value(0);
  }

  void write(const std::string& table, const std::string& column, std::int64_t row,
             const db::Value& value) {
    connection_->execute("UPDATE " + table + " SET " + column + " = $2 WHERE rowid = $1",
                         {row, value});
  }

  void run(const std::string& sql, const db::Parameters& parameters = {}) {
    connection_->execute(sql, parameters);
  }

 private:
  void number_rows(const std::string& table) {
    connection_->run_script("ALTER TABLE " + table + " ADD COLUMN rowid BIGSERIAL;");
    numbered_.push_back(table);
  }

  std::unique_ptr<db::Connection> connection_;
  std::vector<std::string> numbered_;
};

/// The same value with one bit changed; an empty one gets a byte.
struct Flip {
  std::string type;  ///< of the column, as its table declares it

  db::Value operator()(std::monostate) const {
    if (type == "BLOB") return base::Bytes(16, 1);
    if (type == "TEXT") return std::string("x");
    return std::int64_t{1};
  }
  db::Value operator()(std::int64_t number) const { return number ^ 1; }
  db::Value operator()(double number) const { return number + 1; }
  db::Value operator()(std::string text) const {
    if (text.empty()) return std::string("x");
    text[text.size() / 2] = static_cast<char>(text[text.size() / 2] ^ 1);
    return text;
  }
  db::Value operator()(base::Bytes bytes) const {
    if (bytes.empty()) return base::Bytes{1};
    bytes[bytes.size() / 2] ^= 1;
    return bytes;
  }
};

TEST(seal_audit, numbers_every_entry_and_signs_each_batch) {
  TestHub test;
  const auto analyst = test.analyst();
  const auto waiting = test.row("SELECT COUNT(*) FROM audit_pending").integer(0);
  EXPECT_EQ(seal_audit(test.hub), static_cast<std::size_t>(waiting));
  EXPECT_EQ(seal_audit(test.hub), 0U);
  EXPECT_EQ(test.row("SELECT MAX(sequence) FROM audit").integer(0), waiting);
  EXPECT_EQ(test.row("SELECT COUNT(*) FROM audit_checkpoint").integer(0), 1);
  record_refusal(test.hub, analyst, {.action = "report.read", .object_kind = "report"});
  EXPECT_EQ(seal_audit(test.hub), 1U);
  EXPECT_EQ(test.row("SELECT MAX(tree_size) FROM audit_checkpoint").integer(0), waiting + 1);
  EXPECT_EQ(test.row("SELECT COUNT(*) FROM audit_pending").integer(0), 0);
}

TEST(read_audit, is_for_auditors_newest_first_and_by_object) {
  TestHub test;
  const auto auditor = test.auditor();
  const auto administrator = test.administrator();
  for_tests::seal_all(test);
  const auto all = read_audit(test.hub, auditor, {}, {.after = "", .limit = 3});
  ASSERT_TRUE(all) << all.error().text();
  ASSERT_EQ(all->items.size(), 3U);
  EXPECT_GT(all->items[0].sequence, all->items[1].sequence);
  const auto next = read_audit(test.hub, auditor, {}, {.after = all->next, .limit = 3});
  EXPECT_EQ(next->items.front().sequence, all->items.back().sequence - 1);
  const auto of_firm = read_audit(test.hub, auditor, {.object = test.firm_a.id.bytes}, {});
  ASSERT_EQ(of_firm->items.size(), 1U);
  EXPECT_EQ(of_firm->items.front().entry.action, "organisation.found");
  EXPECT_EQ(read_audit(test.hub, administrator, {}, {}).error().kind, base::ErrorKind::forbidden);
  EXPECT_EQ(test.recorded_actions().back(), "audit.read");
}

TEST(verify, holds_for_what_was_only_used) {
  TestHub test;
  fill(test);
  const auto found = verify(test);
  EXPECT_TRUE(found.holds) << found.first_broken;
  EXPECT_GT(found.entries, 10);
  EXPECT_EQ(found.unsealed, 0);
}

TEST(verify, counts_what_no_chain_holds_yet) {
  TestHub test;
  const auto analyst = test.analyst();
  fill(test);
  record_refusal(test.hub, analyst, {.action = "report.read", .object_kind = "report"});
  const auto found = verify(test);
  EXPECT_TRUE(found.holds) << found.first_broken;
  EXPECT_EQ(found.unsealed, 1);
}

TEST(verify, finds_a_flipped_bit_in_every_column_of_every_audited_row) {
  TestHub test;
  fill(test);
  ASSERT_TRUE(verify(test).holds) << verify(test).first_broken;
  Intruder intruder(test);
  for (const std::string table : {"organisation",
                                  "organisation_area",
                                  "organisation_territory",
                                  "organisation_technology",
                                  "contact",
                                  "account",
                                  "custodian_key",
                                  "sealed_reporter",
                                  "reporter_opening",
                                  "report",
                                  "report_version",
                                  "report_area",
                                  "receipt",
                                  "mailbox_message",
                                  "audit",
                                  "audit_checkpoint",
                                  "lesson",
                                  "meeting",
                                  "meeting_desk",
                                  "meeting_task",
                                  "kept_figures"}) {
    const auto rows = intruder.rows_of(table);
    ASSERT_FALSE(rows.empty()) << table;
    for (const auto& [column, type] : intruder.columns_of(table)) {
      const auto row = rows[rows.size() / 2];
      const auto before = intruder.read(table, column, row);
      // A high bit of a row's own number: a low one may be the number of its neighbour.
      const bool is_row_number = column == "sequence" || column == "tree_size";
      const auto changed = is_row_number
                               ? db::Value(std::get<std::int64_t>(before) ^ (std::int64_t{1} << 20))
                               : std::visit(Flip{type}, before);
      // On SQLite such a column is the number of the row.
      const auto row_now =
          is_row_number && intruder.is_sqlite() ? std::get<std::int64_t>(changed) : row;
      intruder.write(table, column, row, changed);
      const auto found = verify(test);
      EXPECT_FALSE(found.holds) << table << "." << column;
      EXPECT_NE(found.first_broken, "") << table << "." << column;
      intruder.write(table, column, row_now, before);
    }
  }
  EXPECT_TRUE(verify(test).holds) << verify(test).first_broken;
}

TEST(verify, finds_the_public_key_of_somebody_else) {
  TestHub test;
  fill(test);
  Intruder(test).run("UPDATE hub_setting SET value = $1 WHERE name = 'key.verifying'",
                     {base::Bytes(32, 0)});
  EXPECT_NE(verify(test).first_broken.find("public key"), std::string::npos);
}

TEST(verify, finds_rows_that_are_gone_or_came_from_nowhere) {
  for (const std::string sql :
       {"DELETE FROM audit WHERE sequence = 3;",
        "DELETE FROM audit WHERE sequence = (SELECT MAX(sequence) FROM audit);",
        "DELETE FROM audit_checkpoint WHERE tree_size = (SELECT MAX(tree_size) FROM "
        "audit_checkpoint);",
        "DELETE FROM contact;", "DELETE FROM sealed_reporter;", "DELETE FROM kept_figures;",
        "INSERT INTO organisation_area SELECT id, '47201' FROM organisation WHERE key = 'firm-a';",
        "INSERT INTO custodian_key SELECT id, NULL, salt, 1, NULL FROM organisation"
        " WHERE key = 'firm-a'"}) {
    TestHub test;
    fill(test);
    Intruder(test).run(sql);
    EXPECT_FALSE(verify(test).holds) << sql;
  }
}

TEST(verify, finds_an_older_state_put_back) {
  TestHub test;
  model::Contact contact;
  contact.name = "架空 花子";
  contact.email = "hanako@example.jp";
  const auto made = add_contact(test.hub, test.analyst(), test.firm_a.id, contact).value();
  Intruder intruder(test);
  const auto row = intruder.rows_of("contact").front();
  const auto old_body = intruder.read("contact", "body", row);
  ASSERT_TRUE(verify_contact(test.hub, test.analyst(), made.id, "called the switchboard"));
  for_tests::seal_all(test);
  ASSERT_TRUE(verify(test).holds);
  intruder.write("contact", "body", row, old_body);
  intruder.write("contact", "revision", row, std::int64_t{1});
  EXPECT_NE(verify(test).first_broken.find("contact"), std::string::npos);
}

TEST(verify, accepts_what_was_ended_on_the_record) {
  TestHub test;
  model::Contact contact;
  contact.name = "架空 花子";
  contact.email = "hanako@example.jp";
  const auto made = add_contact(test.hub, test.analyst(), test.firm_a.id, contact).value();
  ASSERT_TRUE(remove_contact(test.hub, test.analyst(), made.id));
  for_tests::seal_all(test);
  EXPECT_TRUE(verify(test).holds) << verify(test).first_broken;
}

TEST(verify, names_the_first_broken_entry) {
  TestHub test;
  fill(test);
  Intruder intruder(test);
  intruder.run("UPDATE audit SET principal = 'somebody' WHERE sequence IN (4, 7);");
  EXPECT_EQ(verify(test).first_broken.rfind("audit entry 4 (", 0), 0U) << verify(test).first_broken;
}

TEST(verify_record, needs_the_public_key_alone_and_the_right_one) {
  TestHub test;
  fill(test);
  const auto key = crypto::SigningKey(test.keys().signing).verifying_key();
  test.database().read([&](db::Connection& connection) {
    EXPECT_TRUE(verify_record(connection, key).holds);
    auto other = key;
    other.bytes[0] ^= 1;
    EXPECT_FALSE(verify_record(connection, other).holds);
  });
}

TEST(verify_hub, is_for_auditors_and_administrators_and_on_the_record) {
  TestHub test;
  for_tests::seal_all(test);
  for (const auto& allowed : {test.auditor(), test.administrator()})
    EXPECT_TRUE(verify_hub(test.hub, allowed)->holds);
  EXPECT_EQ(verify_hub(test.hub, test.analyst()).error().kind, base::ErrorKind::forbidden);
  EXPECT_EQ(test.recorded_actions().at(test.recorded_actions().size() - 2), "audit.verify");
}

}  // namespace
}  // namespace workflow
