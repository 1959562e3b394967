#include "steps/outreach/visit_plan.h"

#include <gtest/gtest.h>

namespace outreach {
namespace {

using std::chrono::days;

const base::UtcTime now = base::parse_utc("2026-11-20T01:00:00Z").value();
const PlanFacts facts{now, 11};

FirmToVisit known_firm() {
  FirmToVisit firm;
  firm.visited_at = now - days(100);
  firm.methods_told = 11;
  return firm;
}

std::vector<std::string> codes_of(const FirmToVisit& firm) {
  std::vector<std::string> codes;
  for (const auto& reason : reasons_to_visit(firm, {"battery.anode"}, facts))
    codes.push_back(reason.code);
  return codes;
}

std::size_t first_of(const std::vector<FirmToVisit>& firms) {
  return rank_visits(firms, facts, 1).at(0).index;
}

TEST(visit_plan, a_firm_that_knows_everything_gives_no_reason) {
  EXPECT_TRUE(codes_of(known_firm()).empty());
  EXPECT_EQ(rank_visits(std::vector{known_firm()}, facts, 5).at(0).score, 0);
}

TEST(visit_plan, an_unanswered_alert_comes_before_a_firm_that_was_never_visited) {
  auto waiting = known_firm();
  waiting.unanswered = 1;
  waiting.unanswered_since = now - days(1);
  FirmToVisit never;
  never.contacts_near = 1;
  EXPECT_EQ(first_of({never, waiting}), 1U);
}

TEST(visit_plan, the_longer_an_alert_waits_the_earlier_the_visit) {
  auto short_wait = known_firm();
  short_wait.unanswered = 1;
  short_wait.unanswered_since = now - days(2);
  auto long_wait = short_wait;
  long_wait.unanswered_since = now - days(12);
  EXPECT_EQ(first_of({short_wait, long_wait}), 1U);
  const auto reasons = reasons_to_visit(long_wait, {}, facts);
  EXPECT_EQ(reasons.at(0).code, "visit_unanswered");
  EXPECT_EQ(reasons.at(0).parameters, (std::vector<std::string>{"1", "12"}));
}

TEST(visit_plan, contacts_nearby_and_with_like_firms_bring_a_firm_forward) {
  auto near = known_firm();
  near.contacts_near = 3;
  auto both = near;
  both.contacts_alike = 2;
  EXPECT_EQ(first_of({known_firm(), near, both}), 2U);
  EXPECT_EQ(codes_of(both), (std::vector<std::string>{"visit_near", "visit_alike"}));
}

TEST(visit_plan, neglect_grows_with_time) {
  auto year = known_firm();
  year.visited_at = now - days(365);
  auto years = known_firm();
  years.visited_at = now - days(700);
  EXPECT_EQ(first_of({year, years}), 1U);
  EXPECT_EQ(reasons_to_visit(year, {}, facts).at(0).parameters, std::vector<std::string>{"365"});
}

TEST(visit_plan, a_recent_visit_speaks_against_another) {
  auto recent = known_firm();
  recent.visited_at = now - days(5);
  recent.contacts_near = 2;
  const auto reasons = reasons_to_visit(recent, {}, facts);
  EXPECT_EQ(reasons.back().code, "visit_recent");
  EXPECT_LT(reasons.back().effect, 0);
  EXPECT_EQ(first_of({recent, known_firm()}), 1U);
}

TEST(visit_plan, what_was_not_told_and_what_a_firm_makes_are_said) {
  FirmToVisit firm;
  firm.methods_told = 4;
  firm.technologies = 1;
  firm.areas = 4;
  firm.promises_late = 1;
  EXPECT_EQ(codes_of(firm),
            (std::vector<std::string>{"visit_promise_late", "visit_never", "visit_technology",
                                      "visit_sites", "visit_untold"}));
  const auto reasons = reasons_to_visit(firm, {"battery.anode"}, facts);
  EXPECT_EQ(reasons.at(2).parameters, std::vector<std::string>{"battery.anode"});
  EXPECT_EQ(reasons.at(4).parameters, (std::vector<std::string>{"7", "11"}));
}

TEST(visit_plan, lessons_that_were_not_told_speak_for_a_visit) {
  auto with_lessons = facts;
  with_lessons.lessons = 4;
  auto firm = known_firm();
  firm.lessons_told = 1;
  const auto reasons = reasons_to_visit(firm, {}, with_lessons);
  ASSERT_EQ(reasons.size(), 1U);
  EXPECT_EQ(reasons[0].code, "visit_lessons");
  EXPECT_EQ(reasons[0].parameters, (std::vector<std::string>{"3", "4"}));
  firm.lessons_told = 4;
  EXPECT_TRUE(reasons_to_visit(firm, {}, with_lessons).empty());
}

TEST(visit_plan, the_score_is_the_sum_of_the_reasons) {
  FirmToVisit firm;
  firm.unanswered = 2;
  firm.contacts_near = 4;
  firm.areas = 2;
  double sum = 0;
  for (const auto& reason : reasons_to_visit(firm, {}, facts))
    sum += reason.effect;
  EXPECT_DOUBLE_EQ(rank_visits(std::vector{firm}, facts, 1).at(0).score, sum);
}

TEST(visit_plan, equal_firms_keep_their_order_and_the_list_ends_at_its_limit) {
  const std::vector<FirmToVisit> firms(5);
  const auto ranked = rank_visits(firms, facts, 3);
  ASSERT_EQ(ranked.size(), 3U);
  EXPECT_EQ(ranked[0].index, 0U);
  EXPECT_EQ(ranked[2].index, 2U);
  EXPECT_EQ(rank_visits(firms, facts, 9).size(), 5U);
}

TEST(day_route, takes_the_nearest_stop_next) {
  const std::vector<std::optional<MapPoint>> stops{MapPoint{35.9, 139.7}, std::nullopt,
                                                   MapPoint{35.6, 139.7}, MapPoint{35.7, 139.7}};
  const auto route = day_route(MapPoint{35.5, 139.7}, stops);
  std::vector<std::size_t> order;
  for (const auto& stop : route)
    order.push_back(stop.item);
  EXPECT_EQ(order, (std::vector<std::size_t>{2, 3, 0, 1}));
  EXPECT_NEAR(route[0].km.value(), 11.1, 0.1);
  EXPECT_FALSE(route[3].km);
}

TEST(day_route, starts_at_the_first_stop_where_the_station_has_no_place) {
  const std::vector<std::optional<MapPoint>> stops{std::nullopt, MapPoint{35.9, 139.7},
                                                   MapPoint{35.6, 139.7}};
  const auto route = day_route(std::nullopt, stops);
  EXPECT_EQ(route.at(0).item, 1U);
  EXPECT_EQ(route.at(0).km, 0);
  EXPECT_EQ(route.at(2).item, 0U);
  EXPECT_TRUE(day_route(std::nullopt, {}).empty());
}

TEST(day_route, the_place_of_a_firm_is_its_first_site_that_has_one) {
  model::Organisation firm;
  EXPECT_FALSE(place_of(firm));
  firm.sites = {{"a", "13109", "", std::nullopt, std::nullopt}, {"b", "13109", "", 35.6, 139.7}};
  EXPECT_EQ(place_of(firm)->lat, 35.6);
}

}  // namespace
}  // namespace outreach
