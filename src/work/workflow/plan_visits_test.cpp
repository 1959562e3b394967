#include "work/workflow/plan_visits.h"

#include <gtest/gtest.h>

#include "work/workflow/log_visit.h"
#include "work/workflow/organisations.h"
#include "work/workflow/read_visits.h"
#include "work/workflow/test_alerts.h"

namespace workflow {
namespace {

using base::ErrorKind;
using model::Shown;

model::Visit visited(TestHub& test, const model::Principal& officer,
                     const model::Organisation& firm, const std::vector<Shown>& shown = {}) {
  model::VisitEdit edit;
  edit.firm = firm.id;
  edit.visited_at = test.clock.now();
  edit.attendees = {model::Attendee::security};
  edit.shown = shown;
  return log_visit(test.hub, officer, edit).value();
}

std::vector<std::string> keys_of(const model::VisitPlan& plan) {
  std::vector<std::string> keys;
  for (const auto& item : plan.items)
    keys.push_back(item.firm_key);
  return keys;
}

const model::Reason* find_reason(const model::VisitPlan& plan, const std::string& firm,
                                 const std::string& code) {
  for (const auto& item : plan.items)
    for (const auto& reason : item.reasons)
      if (item.firm_key == firm && reason.code == code) return &reason;
  return nullptr;
}

TEST(plan_visits, a_station_sees_the_firms_of_its_territory_and_the_bureau_all) {
  TestHub test;
  EXPECT_EQ(keys_of(plan_visits(test.hub, test.station_officer_a()).value()),
            (std::vector<std::string>{"firm-a", "firm-b"}));
  EXPECT_EQ(keys_of(plan_visits(test.hub, test.analyst()).value()),
            (std::vector<std::string>{"firm-a", "firm-b", "firm-c"}));
  EXPECT_EQ(plan_visits(test.hub, test.officer_a()).error().kind, ErrorKind::forbidden);
  EXPECT_EQ(visit_coverage(test.hub, test.administrator()).error().kind, ErrorKind::forbidden);
}

TEST(plan_visits, a_firm_outside_that_names_the_station_belongs_to_it) {
  TestHub test;
  test.add_firm("firm-x", "battery", "14100", "station-a");
  const auto plan = plan_visits(test.hub, test.station_officer_a()).value();
  EXPECT_TRUE(find_reason(plan, "firm-x", "visit_never"));
}

TEST(plan_visits, who_was_visited_waits_and_who_never_was_comes_first) {
  TestHub test;
  visited(test, test.station_officer_a(), test.firm_a, {{Shown::Kind::method, "PB1"}});
  const auto plan = plan_visits(test.hub, test.station_officer_a()).value();
  EXPECT_EQ(keys_of(plan), (std::vector<std::string>{"firm-b", "firm-a"}));
  EXPECT_TRUE(find_reason(plan, "firm-b", "visit_never"));
  EXPECT_TRUE(find_reason(plan, "firm-a", "visit_recent"));
  const auto cards = test.hub.knowledge.table().playbooks.size();
  EXPECT_EQ(find_reason(plan, "firm-a", "visit_untold")->parameters.at(0),
            std::to_string(cards - 1));
  EXPECT_EQ(find_reason(plan, "firm-b", "visit_technology")->parameters,
            std::vector<std::string>{"semiconductor.process"});
}

TEST(plan_visits, an_alert_without_an_answer_brings_its_firm_to_the_top) {
  for_tests::AlertDesk desk;
  const auto alert = desk.sent();
  desk.test.clock.advance(std::chrono::days(6));
  const auto plan = plan_visits(desk.hub(), desk.test.station_officer_a()).value();
  const auto* reason = find_reason(plan, "firm-d", "visit_unanswered");
  ASSERT_TRUE(reason);
  EXPECT_EQ(reason->parameters, (std::vector<std::string>{"1", "6"}));
  EXPECT_FALSE(find_reason(plan, "firm-a", "visit_unanswered"));
  EXPECT_EQ(plan.items.front().reasons.front().code, "visit_unanswered");
}

TEST(plan_visits, vetted_contacts_count_for_who_may_read_them) {
  for_tests::AlertDesk desk;
  // Two ticked street reports of firm-a and firm-b, raised here as a further act would raise them.
  desk.test.change("UPDATE report SET band = 'concern'");
  desk.test.add_firm("firm-y", "semiconductor", "13103", "station-b");
  const auto own = plan_visits(desk.hub(), desk.test.station_officer_a()).value();
  EXPECT_EQ(find_reason(own, "firm-d", "visit_near")->parameters, std::vector<std::string>{"2"});
  EXPECT_EQ(find_reason(own, "firm-d", "visit_alike")->parameters, std::vector<std::string>{"2"});
  EXPECT_EQ(find_reason(own, "firm-a", "visit_alike")->parameters, std::vector<std::string>{"1"});
  const auto elsewhere = plan_visits(desk.hub(), desk.test.station_officer_b()).value();
  EXPECT_FALSE(find_reason(elsewhere, "firm-y", "visit_alike"));
  const auto all = plan_visits(desk.hub(), desk.test.analyst()).value();
  EXPECT_TRUE(find_reason(all, "firm-y", "visit_alike"));
  desk.test.change("UPDATE report SET state = 'released'");
  const auto unvetted = plan_visits(desk.hub(), desk.test.analyst()).value();
  EXPECT_FALSE(find_reason(unvetted, "firm-d", "visit_near"));
}

TEST(plan_visits, gives_as_many_as_asked_and_a_route_through_the_first) {
  TestHub test;
  for (int number = 0; number < 6; ++number) {
    auto firm = test.add_firm("far-" + std::to_string(number), "battery", "13109", "station-a");
    firm.sites.front().lat = 35.6 + 0.01 * (number % 2 == 0 ? number : -number);
    firm.sites.front().lon = 139.7;
    ASSERT_TRUE(edit_organisation(test.hub, test.analyst(), firm.id, firm.revision, firm));
  }
  const auto plan = plan_visits(test.hub, test.station_officer_a(), {4, 3}).value();
  EXPECT_EQ(plan.items.size(), 4U);
  ASSERT_EQ(plan.route.size(), 3U);
  EXPECT_EQ(plan.route.front().item, 0U);
}

TEST(visit_coverage, folds_what_is_rare_and_counts_the_last_year) {
  TestHub test;
  for (int number = 0; number < 7; ++number)
    test.add_firm("many-" + std::to_string(number), "optics", "13104", "station-b");
  visited(test, test.analyst(), test.registered("many-0"));
  visited(test, test.analyst(), test.firm_a);
  auto coverage = visit_coverage(test.hub, test.analyst()).value();
  EXPECT_EQ(coverage.firms, 10);
  EXPECT_EQ(coverage.visited, 2);
  // Three others are fewer than five: all municipalities stand together.
  ASSERT_EQ(coverage.areas.size(), 1U);
  EXPECT_EQ(coverage.areas[0].firms, 10);
  test.add_firm("more-1", "battery", "13103", "station-b");
  test.add_firm("more-2", "battery", "13103", "station-b");
  coverage = visit_coverage(test.hub, test.analyst()).value();
  ASSERT_EQ(coverage.areas.size(), 2U);
  EXPECT_EQ(coverage.areas[0].code, "13104");
  EXPECT_EQ(coverage.areas[0].visited, 1);
  EXPECT_EQ(coverage.areas[1].code, "");
  EXPECT_EQ(coverage.technologies[0].code, "optics");
  test.clock.advance(std::chrono::days(400));
  EXPECT_EQ(visit_coverage(test.hub, test.analyst())->visited, 0);
}

TEST(visit_coverage, tells_a_station_nothing_of_fewer_than_five_firms) {
  TestHub test;
  const auto coverage = visit_coverage(test.hub, test.station_officer_a()).value();
  EXPECT_EQ(coverage.firms, 0);
  EXPECT_TRUE(coverage.areas.empty());
}

TEST(visit_brief, says_why_what_waits_what_is_untold_and_what_not_to_say) {
  for_tests::AlertDesk desk;
  const auto alert = desk.sent();
  const auto officer = desk.test.station_officer_a();
  visited(desk.test, officer, desk.firm_d(), {{Shown::Kind::method, "PB1"}});
  const auto brief = read_visit_brief(desk.hub(), officer, desk.firm_d().id);
  ASSERT_TRUE(brief) << brief.error().text();
  ASSERT_EQ(brief->alerts.size(), 1U);
  EXPECT_EQ(brief->alerts[0].alert, alert.id);
  EXPECT_FALSE(brief->alerts[0].is_acknowledged);
  EXPECT_FALSE(brief->alerts[0].was_shown);
  EXPECT_EQ(std::ranges::count(brief->methods_untold, "PB1"), 0);
  EXPECT_EQ(std::ranges::count(brief->methods_untold, "PB2"), 1);
  EXPECT_EQ(brief->visits.size(), 1U);
  EXPECT_EQ(brief->reasons.front().code, "visit_unanswered");
  EXPECT_EQ(brief->not_to_say.front().code, "unsaid_who_reported");
  const auto actions = desk.test.recorded_actions();
  EXPECT_EQ(std::ranges::count(actions, "visit.brief"), 1);
}

TEST(visit_brief, is_for_the_firms_own_police_only) {
  TestHub test;
  EXPECT_EQ(read_visit_brief(test.hub, test.station_officer_b(), test.firm_a.id).error().kind,
            ErrorKind::not_found);
  EXPECT_EQ(read_visit_brief(test.hub, test.officer_a(), test.firm_a.id).error().kind,
            ErrorKind::forbidden);
}

TEST(list_visits, gives_the_newest_first_page_by_page) {
  TestHub test;
  std::vector<base::Id<model::Visit>> made;
  for (int number = 0; number < 3; ++number) {
    test.clock.advance(std::chrono::days(1));
    made.push_back(visited(test, test.station_officer_a(), test.firm_a).id);
  }
  const auto first = list_visits(test.hub, test.analyst(), test.firm_a.id, {"", 2}).value();
  ASSERT_EQ(first.items.size(), 2U);
  EXPECT_EQ(first.items[0].id, made[2]);
  const auto rest = list_visits(test.hub, test.analyst(), test.firm_a.id, {first.next, 2}).value();
  ASSERT_EQ(rest.items.size(), 1U);
  EXPECT_EQ(rest.items[0].id, made[0]);
  EXPECT_EQ(rest.next, "");
}

}  // namespace
}  // namespace workflow
