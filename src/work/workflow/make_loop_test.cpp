#include "work/workflow/make_loop.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "edges/store/alert.h"
#include "edges/store/delivery.h"
#include "work/workflow/log_visit.h"
#include "work/workflow/make_digest.h"
#include "work/workflow/test_reports.h"
#include "work/workflow/verify_store.h"

namespace workflow {
namespace {

using base::ErrorKind;
using base::UtcTime;
using model::AlertProduct;
using model::Organisation;
using std::chrono::days;
using testing::HasSubstr;
using testing::SizeIs;

UtcTime at(const std::string& text) {
  return base::parse_utc(text).value();
}

/// A hub with ten firms, all of them fictional. November is told on the first of December.
struct make_loop_test : testing::Test {
  make_loop_test() : firms{test.firm_a, test.firm_b, test.firm_c} {
    for (const auto* key : {"firm-p", "firm-q", "firm-r", "firm-s", "firm-t", "firm-u", "firm-v"})
      firms.push_back(test.add_firm(key, "battery", "13103"));
  }

  TestHub test;
  std::vector<Organisation> firms;

  void visit(const Organisation& firm, UtcTime when) {
    model::VisitEdit edit;
    edit.firm = firm.id;
    edit.visited_at = when;
    edit.attendees = {model::Attendee::security};
    ASSERT_TRUE(log_visit(test.hub, test.analyst(), edit));
  }
  /// Of an encounter of the same day.
  [[nodiscard]] model::Submission report_now() const {
    auto submission = for_tests::street_report();
    submission.report.encounters[0].when =
        model::parse_reported_date(base::format_day(base::tokyo_day(test.clock.now()))).value();
    return submission;
  }
  base::Id<model::Report> report_of(const Organisation& firm, UtcTime when) {
    test.clock.set(when);
    return for_tests::released(test, test.person(firm, {model::Role::company_officer}),
                               report_now());
  }
  base::Id<model::Alert> alert_on(AlertProduct product,
                                  const std::vector<base::Id<model::Report>>& sources) {
    store::StoredAlert stored;
    auto& alert = stored.alert;
    alert.id = test.ids.make<model::Alert>(test.clock.now());
    alert.organisation = test.bureau.id;
    alert.product = product;
    alert.state = model::AlertState::sent;
    alert.sources = sources;
    test.database().write([&](db::Connection& connection) {
      auto written = stored;
      static_cast<void>(store::insert_alert(connection, test.keys(), written));
    });
    return alert.id;
  }
  model::Delivery copy_for(base::Id<model::Alert> alert, const Organisation& firm, UtcTime when) {
    model::Delivery copy;
    copy.id = test.ids.make<model::Delivery>(when);
    copy.alert = alert;
    copy.organisation = firm.id;
    copy.organisation_key = firm.key;
    copy.made_at = when;
    return copy;
  }
  void give(const model::Delivery& copy) {
    test.database().write([&](db::Connection& connection) {
      store::StoredDelivery stored{copy, {}};
      static_cast<void>(store::insert_delivery(connection, test.keys(), stored));
    });
  }
  model::LoopFigures told(const std::string& month = "2026-11") {
    test.clock.set(at("2026-12-01T00:00:00Z"));
    return make_loop(test.hub, test.liaison(), month).value().figures;
  }
};

TEST_F(make_loop_test, is_for_police_who_may_read_digests_and_for_months_that_are_over) {
  for (const auto& reader :
       {test.liaison(), test.analyst(), test.station_officer_b(), test.approver(), test.auditor()})
    EXPECT_TRUE(make_loop(test.hub, reader, "")) << reader.name;
  for (const auto& reader : {test.officer_a(), test.employee_a(), test.investigator(),
                             test.custodian(), test.administrator()})
    EXPECT_EQ(make_loop(test.hub, reader, "").error().kind, ErrorKind::forbidden) << reader.name;
  EXPECT_EQ(make_loop(test.hub, TestHub::anonymous(), "").error().kind, ErrorKind::unauthenticated);
  for (const auto* month : {"2026-11", "2026-13", "soon"})
    EXPECT_THAT(make_loop(test.hub, test.liaison(), month).error().text(), HasSubstr("month"));
}

TEST_F(make_loop_test, tells_twelve_months_and_stands_in_the_record) {
  const auto loop = make_loop(test.hub, test.liaison(), "").value();
  EXPECT_EQ(loop.since, "2025-11");
  EXPECT_EQ(loop.month, "2026-10");
  EXPECT_EQ(test.recorded_actions().back(), "digest.read");
  for_tests::seal_all(test);
  const auto found = verify_store(test.database(), test.keys());
  EXPECT_TRUE(found.holds) << found.first_broken;
}

TEST_F(make_loop_test, a_digest_of_the_month_is_another_thing) {
  test.clock.set(at("2026-12-01T00:00:00Z"));
  EXPECT_TRUE(make_digest(test.hub, test.liaison(), "2026-11"));
  EXPECT_EQ(told().firms, 10);
  EXPECT_FALSE(make_digest(test.hub, test.liaison(), "2026-11")->figures.loop);
}

TEST_F(make_loop_test, coverage_is_that_of_twelve_months_and_five_firms) {
  for (std::size_t number = 0; number < 4; ++number)
    visit(firms[number], test.clock.now());
  visit(firms[4], at("2025-11-30T14:59:00Z"));
  EXPECT_EQ(told().firms, 10);
  EXPECT_FALSE(told().visited_percent);
}

TEST_F(make_loop_test, five_of_ten_firms_are_half) {
  for (std::size_t number = 0; number < 5; ++number)
    visit(firms[number], at("2025-11-30T15:00:00Z"));
  EXPECT_EQ(told().visited_percent, 50);
}

TEST_F(make_loop_test, all_but_four_firms_are_not_told) {
  for (std::size_t number = 0; number < 6; ++number)
    visit(firms[number], test.clock.now());
  EXPECT_FALSE(told().visited_percent);
}

// The attack: the same months are read before and after one firm came in late.
TEST_F(make_loop_test, readings_before_and_after_a_late_visit_differ_by_nothing) {
  for (std::size_t number = 0; number < 4; ++number)
    visit(firms[number], test.clock.now());
  const auto before = told();
  visit(firms[4], at("2026-11-29T01:00:00Z"));
  EXPECT_EQ(told(), before);
  EXPECT_EQ(make_loop(test.hub, test.analyst(), "2026-11").value().figures, before);
}

TEST_F(make_loop_test, days_run_from_the_first_report_until_the_first_copy) {
  const auto first = at("2026-11-02T01:00:00Z");
  for (std::size_t number = 0; number < 5; ++number) {
    const auto early = report_of(firms[number], first);
    const auto later = report_of(firms[9 - number], first + days(3));
    const auto alert = alert_on(AlertProduct::warning, {later, early});
    give(copy_for(alert, firms[0], first + days(9)));
    give(copy_for(alert, firms[1], first + days(7)));
    if (number < 4) give(copy_for(alert_on(AlertProduct::caution, {early}), firms[0], first));
  }
  const auto loop = told();
  ASSERT_THAT(loop.alert_days, SizeIs(1));
  EXPECT_EQ(loop.alert_days[0].product, AlertProduct::warning);
  EXPECT_EQ(loop.alert_days[0].alerts, 5);
  EXPECT_EQ(loop.alert_days[0].days.median, 7.0);
  EXPECT_EQ(loop.alert_days[0].days.nine_in_ten, 7.0);
}

TEST_F(make_loop_test, alerts_on_reports_of_four_firms_are_not_told) {
  for (std::size_t number = 0; number < 8; ++number) {
    const auto source = report_of(firms[number % 4], at("2026-11-02T01:00:00Z"));
    for (const auto& firm : firms)
      give(copy_for(alert_on(AlertProduct::warning, {source}), firm, test.clock.now() + days(1)));
  }
  EXPECT_TRUE(told().alert_days.empty());
}

TEST_F(make_loop_test, answers_are_told_as_shares_of_which_each_step_stands_for_five_firms) {
  const auto alert = alert_on(AlertProduct::warning, {});
  const auto sent = at("2026-11-02T01:00:00Z");
  for (std::size_t number = 0; number < 10; ++number) {
    auto copy = copy_for(alert, firms[number], sent);
    if (number < 5) copy.acknowledged = {"officer", sent + days(number == 0 ? 2 : 1), {}, {}, ""};
    give(copy);
  }
  const auto loop = told();
  EXPECT_EQ(loop.warned, 10);
  EXPECT_EQ(loop.answered_percent, 50);
  EXPECT_EQ(loop.late_percent, 0);
  ASSERT_TRUE(loop.answer_days);
  EXPECT_EQ(loop.answer_days->median, 1.0);
}

TEST_F(make_loop_test, four_silent_firms_hide_who_answered) {
  const auto alert = alert_on(AlertProduct::warning, {});
  for (std::size_t number = 0; number < 10; ++number) {
    auto copy = copy_for(alert, firms[number], test.clock.now());
    if (number < 6) copy.acknowledged = {"officer", test.clock.now() + days(9), {}, {}, ""};
    give(copy);
  }
  const auto loop = told();
  EXPECT_EQ(loop.warned, 10);
  EXPECT_FALSE(loop.answered_percent);
  EXPECT_FALSE(loop.late_percent);
  EXPECT_FALSE(loop.answer_days);
}

TEST_F(make_loop_test, contacts_ceased_are_those_asked_of_in_the_twelve_months) {
  const auto alert = alert_on(AlertProduct::caution, {});
  const auto sent = at("2025-10-01T01:00:00Z");
  for (std::size_t number = 0; number < 10; ++number) {
    auto copy = copy_for(alert, firms[number], sent);
    for (const int day : {30, 90, 180})
      copy.follow_ups.push_back({day, model::Yes::unknown, "", {}, sent + days(day)});
    auto& second = copy.follow_ups[1];
    if (number < 5) {
      second.at = second.due_at;
      second.contact_ceased = model::Yes::yes;
    }
    copy.follow_ups[2].at = copy.follow_ups[2].due_at;
    copy.follow_ups[2].contact_ceased = number < 9 ? model::Yes::yes : model::Yes::no;
    give(copy);
  }
  const auto ceased = told().ceased;
  // What was asked in October 2025 lies before.
  ASSERT_THAT(ceased, SizeIs(2));
  EXPECT_EQ(ceased[0].day, 90);
  EXPECT_EQ(ceased[0].asked, 10);
  EXPECT_EQ(ceased[0].answers, (std::vector<model::Share>{{"unanswered", 50}, {"yes", 50}}));
  EXPECT_EQ(ceased[1].day, 180);
  EXPECT_EQ(ceased[1].answers, (std::vector<model::Share>{{"", 100}})) << "one firm said no";
}

TEST_F(make_loop_test, reports_around_visits_are_those_of_the_visited_firms) {
  const auto visited = at("2026-08-20T01:00:00Z");
  for (std::size_t number = 0; number < 5; ++number)
    report_of(firms[number], visited + days(30));
  report_of(firms[9], visited + days(30));
  for (std::size_t number = 0; number < 9; ++number)
    visit(firms[number], visited);
  test.clock.set(at("2026-11-20T01:00:00Z"));
  // The 90 days after this one are not over.
  visit(firms[9], at("2026-09-20T01:00:00Z"));
  const auto around = told().around_visits;
  ASSERT_TRUE(around);
  EXPECT_EQ(around->firms, 5);
  EXPECT_FALSE(around->reports_before);
  EXPECT_EQ(around->reports_after, 5);
  EXPECT_FALSE(around->percent_after) << "four visited firms did not report";
}

TEST_F(make_loop_test, a_report_that_its_firm_holds_counts_nowhere) {
  const auto visited = at("2026-08-20T01:00:00Z");
  test.clock.set(visited + days(1));
  for (std::size_t number = 0; number < 5; ++number) {
    visit(firms[number], visited);
    for_tests::submit(test, test.person(firms[number], {model::Role::company_officer}),
                      report_now());
  }
  EXPECT_FALSE(told().around_visits->reports_after);
}

}  // namespace
}  // namespace workflow
