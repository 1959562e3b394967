#include "work/workflow/make_digest.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "work/workflow/acknowledge_alert.h"
#include "work/workflow/log_visit.h"
#include "work/workflow/make_briefing.h"
#include "work/workflow/test_alerts.h"
#include "work/workflow/test_lessons.h"
#include "work/workflow/test_reports.h"
#include "work/workflow/verify_store.h"

namespace workflow {
namespace {

using base::ErrorKind;
using model::Audience;
using testing::HasSubstr;

/// A hub a month later: what was done in November is over.
struct make_digest_test : testing::Test {
  TestHub test;

  void visit(const model::Organisation& firm) {
    model::VisitEdit edit;
    edit.firm = firm.id;
    edit.visited_at = test.clock.now();
    edit.attendees = {model::Attendee::security};
    ASSERT_TRUE(log_visit(test.hub, test.analyst(), edit));
  }
  /// A vetted report of a firm's own officer.
  void report_of(const model::Organisation& firm) {
    const auto officer = test.person(firm, {model::Role::company_officer});
    const auto id = for_tests::released(test, officer, for_tests::street_report());
    static_cast<void>(for_tests::vetted(test, test.analyst(), id));
  }
  std::vector<model::Organisation> five_firms() {
    std::vector<model::Organisation> firms = {test.firm_a, test.firm_b, test.firm_c};
    for (const auto* key : {"firm-x", "firm-y"})
      firms.push_back(test.add_firm(key, "battery", "13103"));
    return firms;
  }
  void last_of_november() { test.clock.set(base::parse_utc("2026-11-30T01:00:00Z").value()); }
  void next_month() { test.clock.set(base::parse_utc("2026-12-01T00:00:00Z").value()); }
  model::Digest digest() { return make_digest(test.hub, test.liaison(), "2026-11").value(); }
};

TEST_F(make_digest_test, tells_a_month_that_is_over_to_those_who_may_read_it) {
  EXPECT_EQ(make_digest(test.hub, test.liaison(), "").value().month, "2026-10");
  for (const auto* month : {"2026-11", "2027-01", "2026-13", "yesterday"})
    EXPECT_THAT(make_digest(test.hub, test.liaison(), month).error().text(), HasSubstr("month"));
  EXPECT_EQ(make_digest(test.hub, test.officer_a(), "").error().kind, ErrorKind::forbidden);
  EXPECT_TRUE(make_digest(test.hub, test.auditor(), "2026-10"));
  EXPECT_EQ(test.recorded_actions().back(), "digest.read");
}

TEST_F(make_digest_test, four_firms_are_not_told) {
  auto firms = five_firms();
  firms.pop_back();
  for (const auto& firm : firms) {
    visit(firm);
    visit(firm);
    report_of(firm);
  }
  next_month();
  const auto told = digest().figures;
  EXPECT_FALSE(told.visits);
  EXPECT_FALSE(told.reports);
  EXPECT_TRUE(told.stages.empty());
}

TEST_F(make_digest_test, five_firms_are_told) {
  for (const auto& firm : five_firms()) {
    visit(firm);
    report_of(firm);
  }
  visit(test.firm_a);
  next_month();
  const auto told = digest().figures;
  EXPECT_EQ(told.visits, 6);
  EXPECT_EQ(told.firms_visited, 5);
  EXPECT_EQ(told.reports, 5);
  ASSERT_EQ(told.stages.size(), 1U);
  EXPECT_EQ(told.stages[0].code, "stages_early");
  ASSERT_EQ(told.methods.size(), 1U);
  EXPECT_EQ(told.methods[0].count, 5);
}

// The attack: a month read before and after one firm came in late, by whoever may read it.
TEST_F(make_digest_test, readings_before_and_after_a_late_report_differ_by_nothing) {
  const auto firms = five_firms();
  const auto late = test.add_firm("firm-late", "battery", "13103");
  for (const auto& firm : firms) {
    visit(firm);
    report_of(firm);
  }
  next_month();
  const auto before = digest();
  last_of_november();
  visit(late);
  report_of(late);
  test.clock.set(base::parse_utc("2026-12-05T00:00:00Z").value());
  for (const auto& reader :
       {test.liaison(), test.analyst(), test.station_officer_b(), test.auditor()}) {
    const auto after = make_digest(test.hub, reader, "2026-11").value();
    EXPECT_EQ(after.figures, before.figures);
    EXPECT_EQ(after.made_at, before.made_at);
  }
  EXPECT_EQ(before.figures.reports, 5);
}

TEST_F(make_digest_test, what_was_not_told_first_is_not_told_once_a_fifth_firm_came_in) {
  const auto firms = five_firms();
  for (std::size_t at = 1; at < firms.size(); ++at) {
    visit(firms[at]);
    report_of(firms[at]);
  }
  next_month();
  ASSERT_FALSE(digest().figures.visits);
  last_of_november();
  visit(firms[0]);
  report_of(firms[0]);
  next_month();
  EXPECT_EQ(digest().figures, model::Figures{});
}

TEST_F(make_digest_test, figures_are_kept_in_the_record_once) {
  next_month();
  static_cast<void>(digest());
  static_cast<void>(digest());
  const auto actions = test.recorded_actions();
  EXPECT_EQ(std::ranges::count(actions, "figures.keep"), 1);
  EXPECT_EQ(std::ranges::count(actions, "digest.read"), 2);
  EXPECT_EQ(test.row("SELECT COUNT(*) FROM kept_figures").integer(0), 1);
  for_tests::seal_all(test);
  const auto found = verify_store(test.database(), test.keys());
  EXPECT_TRUE(found.holds) << found.first_broken;
}

TEST_F(make_digest_test, a_lesson_that_was_withdrawn_since_is_told_no_more) {
  const auto lesson = for_tests::approved(test, model::Tlp::amber);
  next_month();
  ASSERT_EQ(digest().lessons.size(), 1U);
  ASSERT_TRUE(for_tests::step(test, test.approver(), lesson, model::LessonStep::Kind::withdraw,
                              "was wrong"));
  EXPECT_TRUE(digest().lessons.empty());
}

TEST_F(make_digest_test, days_belong_to_their_month_in_tokyo) {
  for (const auto& firm : five_firms())
    visit(firm);
  // 1 December 00:30 in Tokyo is still November in London.
  test.clock.set(base::parse_utc("2026-11-30T15:30:00Z").value());
  visit(test.firm_a);
  test.clock.set(base::parse_utc("2027-01-01T00:00:00Z").value());
  EXPECT_EQ(digest().figures.visits, 5);
}

TEST_F(make_digest_test, lists_the_lessons_of_the_month_by_their_name) {
  const auto lesson = for_tests::approved(test, model::Tlp::amber);
  next_month();
  ASSERT_EQ(digest().lessons.size(), 1U);
  EXPECT_EQ(digest().lessons[0].id, lesson.id);
  EXPECT_TRUE(make_digest(test.hub, test.liaison(), "2026-10").value().lessons.empty());
}

/// Firms that were warned in November, and what is told of it in December.
struct make_digest_with_alerts : testing::Test {
  for_tests::AlertDesk desk;
  model::Alert alert = desk.sent();

  void answer(const model::Organisation& firm) {
    const auto officer = desk.test.person(firm, {model::Role::company_officer});
    const auto copy = desk.delivery_to(alert, firm);
    ASSERT_TRUE(acknowledge(desk.hub(), officer, copy.id, copy.revision, {}));
  }
  model::Figures told() {
    desk.test.clock.set(base::parse_utc("2026-12-01T00:00:00Z").value());
    return make_digest(desk.hub(), desk.test.liaison(), "2026-11").value().figures;
  }
};

TEST_F(make_digest_with_alerts, one_answer_among_many_is_not_told_and_not_later_either) {
  answer(desk.firms[0]);
  const auto before = told();
  ASSERT_TRUE(before.warned);
  EXPECT_FALSE(before.answered);
  for (std::size_t at = 1; at < desk.firms.size(); ++at)
    answer(desk.firms[at]);
  EXPECT_EQ(told(), before);
}

TEST_F(make_digest_with_alerts, answers_of_all_are_told) {
  for (const auto& firm : desk.firms)
    answer(firm);
  const auto all = told();
  EXPECT_EQ(all.answered, *all.warned);
  EXPECT_TRUE(all.answer_days_median);
}

struct make_briefing_test : make_digest_test {
  base::Result<model::Briefing> brief_far() {
    return make_briefing(test.hub, test.analyst(), Audience::station, test.prefecture.id.bytes);
  }
  base::Result<model::Briefing> brief(const model::Organisation& of) {
    const bool is_firm = of.kind == model::OrganisationKind::company;
    return make_briefing(test.hub, test.station_officer_a(),
                         is_firm ? Audience::firm : Audience::station, of.id.bytes);
  }
};

TEST_F(make_briefing_test, a_firm_hears_what_its_marking_allows_and_no_handling) {
  const auto green = for_tests::approved(test);
  for_tests::approved(test, model::Tlp::amber);
  const auto told = brief(test.firm_a).value();
  ASSERT_EQ(told.lessons.size(), 1U);
  EXPECT_EQ(told.lessons[0].id, green.id);
  EXPECT_EQ(told.lessons[0].by, "");
  EXPECT_EQ(told.lessons[0].decided_by, "");
  EXPECT_EQ(told.tlp, model::Tlp::green);
  EXPECT_EQ(told.signs.front().id, "SP1");
  EXPECT_NE(told.signs.front().innocent.ja, "");
  EXPECT_FALSE(told.advice.empty());
  EXPECT_EQ(told.name, test.firm_a.name);
  EXPECT_EQ(told.from, test.bureau.name);
  EXPECT_EQ(brief(test.station_a).value().lessons.size(), 2U);
}

TEST_F(make_briefing_test, is_for_who_may_visit_the_firm) {
  EXPECT_EQ(brief(test.firm_c).error().kind, ErrorKind::not_found);
  EXPECT_EQ(
      make_briefing(test.hub, test.officer_a(), Audience::firm, test.firm_a.id.bytes).error().kind,
      ErrorKind::forbidden);
  EXPECT_FALSE(make_briefing(test.hub, test.analyst(), Audience::station, test.firm_a.id.bytes));
  EXPECT_FALSE(make_briefing(test.hub, test.analyst(), Audience::meeting, test.bureau.id.bytes));
}

TEST_F(make_briefing_test, figures_are_local_only_where_enough_firms_stand_behind_them) {
  for (const auto& firm : five_firms())
    report_of(firm);
  next_month();
  // All five reported an encounter in 13109, where firm_a is.
  const auto local = brief(test.firm_a).value();
  EXPECT_TRUE(local.is_local);
  ASSERT_EQ(local.methods.size(), 1U);
  EXPECT_EQ(local.methods[0].count, 5);
  const auto elsewhere = brief_far().value();
  EXPECT_FALSE(elsewhere.is_local);
  EXPECT_EQ(elsewhere.methods.size(), 1U);
}

// The attack: a firm is briefed again after its neighbours came in late.
TEST_F(make_briefing_test, figures_of_a_place_stay_as_they_were_told_until_the_month_ends) {
  for (const auto& firm : five_firms())
    report_of(firm);
  next_month();
  const auto before = brief(test.firm_a).value();
  const auto before_far = brief_far().value();
  last_of_november();
  for (const auto* key : {"firm-p", "firm-q", "firm-r", "firm-s", "firm-t"})
    report_of(test.add_firm(key, "semiconductor", "13109"));
  next_month();
  const auto after = brief(test.firm_a).value();
  EXPECT_EQ(after.methods, before.methods);
  EXPECT_TRUE(after.is_local);
  EXPECT_EQ(brief_far().value().methods, before_far.methods);
  test.clock.set(base::parse_utc("2027-01-01T00:00:00Z").value());
  ASSERT_EQ(brief(test.firm_a).value().methods.size(), 1U);
  EXPECT_EQ(brief(test.firm_a).value().methods[0].count, 10);
}

TEST_F(make_briefing_test, a_place_with_too_few_firms_stays_untold_until_the_month_ends) {
  const auto firms = five_firms();
  for (std::size_t at = 1; at < firms.size(); ++at)
    report_of(firms[at]);
  next_month();
  ASSERT_FALSE(brief(test.firm_a).value().is_local);
  last_of_november();
  report_of(firms[0]);
  next_month();
  EXPECT_FALSE(brief(test.firm_a).value().is_local);
  EXPECT_TRUE(brief(test.firm_a).value().methods.empty());
}

TEST_F(make_briefing_test, this_month_is_not_counted_yet) {
  for (const auto& firm : five_firms())
    report_of(firm);
  EXPECT_TRUE(brief(test.firm_a).value().methods.empty());
}

}  // namespace
}  // namespace workflow
