#include "work/workflow/make_agenda.h"

#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "edges/store/organisation.h"
#include "work/workflow/acknowledge_alert.h"
#include "work/workflow/test_alerts.h"
#include "work/workflow/test_lessons.h"
#include "work/workflow/test_reports.h"

namespace workflow {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::Key;
using testing::Not;
using testing::Pair;

/// The points of an agenda with what they say.
using Points = std::map<std::string, std::vector<std::string>>;

Points agenda_of(TestHub& test, const model::Principal& principal, base::UtcTime since) {
  const auto agenda = test.database().read([&](db::Connection& connection) {
    return make_agenda(test.hub, connection, principal, since);
  });
  Points points;
  for (const auto& reason : agenda)
    points[reason.code] = reason.parameters;
  return points;
}

/// A hub with fictional firms that report; nobody has looked at what they reported.
struct make_agenda_test : testing::Test {
  TestHub test;
  base::UtcTime start = test.clock.now();

  void report_of(const model::Organisation& firm) {
    const auto officer = test.person(firm, {model::Role::company_officer});
    static_cast<void>(for_tests::released(test, officer, for_tests::street_report()));
  }
  std::vector<model::Organisation> firms(std::size_t count) {
    std::vector<model::Organisation> found;
    for (std::size_t at = 0; at < count; ++at)
      found.push_back(test.add_firm("firm-" + std::to_string(at), "battery", "13103"));
    return found;
  }
  void report_all(std::size_t count) {
    for (const auto& firm : firms(count))
      report_of(firm);
  }
  Points agenda() { return agenda_of(test, test.analyst(), start); }
  void pass_days(int count) { test.clock.advance(std::chrono::days(count)); }
};

TEST_F(make_agenda_test, reports_of_four_firms_are_not_told) {
  for (const auto& firm : firms(4)) {
    report_of(firm);
    report_of(firm);
  }
  EXPECT_THAT(agenda(), Not(Contains(Key("agenda_reports"))));
}

TEST_F(make_agenda_test, reports_of_five_firms_are_told_in_steps) {
  report_all(7);
  EXPECT_THAT(agenda(), Contains(Pair("agenda_reports", ElementsAre("5"))));
}

TEST_F(make_agenda_test, those_of_concern_are_told_only_where_both_parts_are_many) {
  report_all(10);
  test.change("UPDATE report SET band = 'log'");
  test.change(
      "UPDATE report SET band = 'concern' WHERE organisation_key < 'firm-4'"
      " AND organisation_key >= 'firm-0'");
  EXPECT_THAT(agenda(), Not(Contains(Key("agenda_concern"))));
  test.change("UPDATE report SET band = 'concern' WHERE organisation_key = 'firm-4'");
  EXPECT_THAT(agenda(), AllOf(Contains(Pair("agenda_reports", ElementsAre("10"))),
                              Contains(Pair("agenda_concern", ElementsAre("5")))));
  test.change("UPDATE report SET band = 'concern' WHERE organisation_key <> 'firm-9'");
  EXPECT_THAT(agenda(), Not(Contains(Key("agenda_concern"))));
}

// The attack: a meeting is called before and after one more firm reported.
TEST_F(make_agenda_test, agendas_before_and_after_one_report_are_the_same) {
  const auto late = test.add_firm("firm-late", "battery", "13103");
  report_all(5);
  const auto before = agenda();
  ASSERT_THAT(before, Contains(Key("agenda_reports")));
  report_of(late);
  EXPECT_EQ(agenda(), before);
}

TEST_F(make_agenda_test, clocks_that_ran_out_are_told_where_five_firms_stand_behind_them) {
  report_all(4);
  pass_days(10);
  EXPECT_THAT(agenda(), Not(Contains(Key("agenda_overdue"))));
  report_of(test.add_firm("firm-fifth", "battery", "13103"));
  pass_days(10);
  EXPECT_THAT(agenda(), Contains(Key("agenda_overdue")));
}

TEST_F(make_agenda_test, what_desks_owe_each_other_is_told_as_it_is) {
  static_cast<void>(for_tests::step(test, test.analyst(), for_tests::drafted(test),
                                    model::LessonStep::Kind::submit)
                        .value());
  report_all(1);
  pass_days(10);
  EXPECT_THAT(agenda(), Contains(Pair("agenda_overdue", ElementsAre("1", "approve_lesson"))));
}

/// Firms that were warned, each with its copy.
struct make_agenda_with_alerts : testing::Test {
  for_tests::AlertDesk desk;
  model::Alert alert = desk.sent();

  std::vector<model::Delivery> copies() {
    return deliveries_of_alert(desk.hub(), desk.test.analyst(), alert.id).value();
  }
  void acknowledge_all_but(std::size_t left) {
    auto waiting = copies();
    for (std::size_t at = left; at < waiting.size(); ++at) {
      const auto firm = desk.test.database().read([&](db::Connection& connection) {
        return store::find_organisation(connection, waiting[at].organisation).value();
      });
      const auto officer = desk.test.person(firm, {model::Role::company_officer});
      ASSERT_TRUE(acknowledge(desk.hub(), officer, waiting[at].id, waiting[at].revision, {}));
    }
  }
  Points agenda() { return agenda_of(desk.test, desk.test.analyst(), desk.test.clock.now()); }
};

TEST_F(make_agenda_with_alerts, copies_that_five_firms_left_are_told_with_their_wait) {
  acknowledge_all_but(5);
  desk.test.clock.advance(std::chrono::days(3));
  EXPECT_THAT(agenda(), Contains(Pair("agenda_unanswered", ElementsAre("5", "3"))));
}

TEST_F(make_agenda_with_alerts, copies_that_four_firms_left_are_not_told) {
  acknowledge_all_but(4);
  desk.test.clock.advance(std::chrono::days(3));
  EXPECT_THAT(agenda(), Not(Contains(Key("agenda_unanswered"))));
}

TEST_F(make_agenda_with_alerts, the_wait_of_one_firm_alone_is_not_told) {
  acknowledge_all_but(5);
  desk.test.change(
      "UPDATE delivery SET made_at = made_at - 86400000000 * 30 WHERE id = (SELECT"
      " id FROM delivery WHERE is_acknowledged = 0 ORDER BY id LIMIT 1)");
  desk.test.clock.advance(std::chrono::days(3));
  EXPECT_THAT(agenda(), Contains(Pair("agenda_unanswered", ElementsAre("5", "3"))));
}

}  // namespace
}  // namespace workflow
