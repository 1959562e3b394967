#include <array>
#include <string>

#include <gtest/gtest.h>

#include "edges/db/migrations.h"
#include "work/workflow/keep_meeting.h"
#include "work/workflow/make_digest.h"
#include "work/workflow/partners.h"
#include "work/workflow/read_reports.h"
#include "work/workflow/seal_audit.h"
#include "work/workflow/set_up_hub.h"
#include "work/workflow/test_reports.h"
#include "work/workflow/verify_store.h"

// The rehearsal of an upgrade: a store as the first release left it, with reports, links, tasks
// and a sealed record in it, is brought to the schema of this program.
namespace workflow {
namespace {

/// Register, reports, links and alerts: before hubs handed anything to each other.
constexpr std::size_t first_release = 4;
/// The migration that gave meetings their kind.
constexpr int number_of_kinds = 10;

base::Result<int> upgrade(TestHub& test) {
  return test.database().write([&](db::Connection& connection) {
    return db::migrate(connection, db::migrations(), test.clock.now());
  });
}

std::vector<model::ReportSummary> all_reports(TestHub& test) {
  return list_reports(test.hub, test.analyst(), {}, {}).value().items;
}

/// What came after meetings had their kind. Whoever adds a later step adds to this list.
void take_back_latest(TestHub& test) {
  for (const std::string table : {"report_keeping", "purged_report", "small_fact"})
    test.change("DROP TABLE " + table);
  test.change("ALTER TABLE task DROP COLUMN escalated_at");
  for (const std::string index : {"receipt_by_report", "reporter_opening_by_report"})
    test.change("DROP INDEX " + index);
}

/// What came after the first release is taken back: later steps only add.
void take_back(TestHub& test) {
  take_back_latest(test);
  constexpr std::array tables = {
      "handed_item", "applied_item", "bundle",       "partner",
      "visit_shown", "visit",        "consultation", "organisation_technology",
      "lesson",      "meeting_desk", "meeting",      "meeting_task",
      "kept_figures"};
  for (const std::string table : tables)
    test.change("DROP TABLE " + table);
  for (const std::string index : {"delivery_unanswered", "report_of_concern"})
    test.change("DROP INDEX " + index);
  test.change("DELETE FROM schema_version WHERE number > " + std::to_string(first_release));
}

/// A store of the first release in which two firms have told of one street contact.
struct OldStore {
  TestHub test;
  base::Id<model::Report> first =
      for_tests::released(test, test.officer_a(), for_tests::street_report());
  base::Id<model::Report> second =
      for_tests::released(test, test.officer_b(), for_tests::street_report());

  OldStore() {
    for_tests::vetted(test, test.analyst(), first);
    for_tests::seal_all(test);
    take_back(test);
  }
};

TEST(upgrade, a_store_of_the_first_release_is_refused_before_and_fits_after) {
  OldStore old;
  auto session = old.test.open_session();
  EXPECT_FALSE(db::check_schema(*session, db::migrations()));
  EXPECT_EQ(upgrade(old.test).value(), static_cast<int>(db::migrations().size() - first_release));
  EXPECT_TRUE(db::check_schema(*session, db::migrations()));
  EXPECT_EQ(upgrade(old.test).value(), 0);
}

TEST(upgrade, what_was_acknowledged_is_there_and_the_record_proves_it) {
  OldStore old;
  const auto before = all_reports(old.test);
  const auto vetted = for_tests::open(old.test, old.test.analyst(), old.first);
  ASSERT_TRUE(upgrade(old.test));
  EXPECT_EQ(all_reports(old.test).size(), before.size());
  EXPECT_EQ(for_tests::open(old.test, old.test.analyst(), old.first).revision, vetted.revision);
  for_tests::seal_all(old.test);
  const auto found = verify_store(old.test.database(), old.test.keys());
  EXPECT_TRUE(found.holds) << found.first_broken;
}

/// Brings a store back to before meetings had their kind in a column.
void take_back_kinds(TestHub& test) {
  take_back_latest(test);
  test.change("DROP INDEX meeting_by_kind");
  test.change("ALTER TABLE meeting DROP COLUMN kind");
  test.change("DELETE FROM schema_version WHERE number >= " + std::to_string(number_of_kinds));
}

TEST(upgrade, meetings_of_before_keep_their_kind_and_are_found_by_it) {
  TestHub test;
  const auto call = [&](model::MeetingKind kind) {
    model::MeetingEdit edit;
    edit.kind = kind;
    edit.title = "t";
    edit.starts_at = test.clock.now();
    test.clock.advance(std::chrono::hours(1));
    return call_meeting(test.hub, test.analyst(), edit).value().meeting;
  };
  using enum model::MeetingKind;
  const auto old_strategy = call(strategy);
  const auto old_briefing = call(briefing);
  take_back_kinds(test);
  ASSERT_TRUE(upgrade(test));
  EXPECT_EQ(call(strategy).since, old_strategy.content.starts_at);
  const auto new_briefing = call(briefing);
  EXPECT_EQ(new_briefing.since, old_briefing.content.starts_at);
  EXPECT_EQ(call(briefing).since, new_briefing.content.starts_at);
  for_tests::seal_all(test);
  const auto found = verify_store(test.database(), test.keys());
  EXPECT_TRUE(found.holds) << found.first_broken;
}

TEST(upgrade, work_goes_on_with_what_is_new) {
  OldStore old;
  ASSERT_TRUE(upgrade(old.test));
  for_tests::released(old.test, old.test.officer_c(), for_tests::street_report("Alex"));
  EXPECT_EQ(all_reports(old.test).size(), 3U);
  EXPECT_TRUE(own_card(old.test.hub, operator_principal("test")));
  EXPECT_TRUE(make_digest(old.test.hub, old.test.liaison(), "2026-10"));
  for_tests::seal_all(old.test);
  EXPECT_TRUE(verify_store(old.test.database(), old.test.keys()).holds);
}

}  // namespace
}  // namespace workflow
