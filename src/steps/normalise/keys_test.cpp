#include "steps/normalise/keys.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "steps/normalise/name.h"

namespace normalise {
namespace {

using model::MatchKey;
using Kind = MatchKey::Kind;

model::PersonaFeatures named(std::string_view name) {
  model::PersonaFeatures features;
  features.names = names_of(name);
  return features;
}

model::PersonaFeatures met(std::int32_t day, std::string area) {
  model::PersonaFeatures features;
  features.places = {{std::move(area), model::PlaceKind::street, day, day, 0, 0}};
  features.behaviours = {"AP1", "AP2", "AP3"};
  return features;
}

bool meet(const model::PersonaFeatures& left, const model::PersonaFeatures& right) {
  const auto keys = keys_of(right);
  return std::ranges::any_of(
      keys_of(left), [&](const auto& key) { return std::ranges::find(keys, key) != keys.end(); });
}

TEST(keys, of_nothing_are_none) {
  EXPECT_TRUE(keys_of({}).empty());
}

TEST(keys, a_name_meets_itself_across_scripts_orders_and_parts) {
  EXPECT_TRUE(meet(named("Сергей Иванов"), named("イワノフ・セルゲイ")));
  EXPECT_TRUE(meet(named("セルゲイ"), named("Sergey Ivanov")));
  EXPECT_TRUE(meet(named("田中さん"), named("田中 健一")));
  EXPECT_TRUE(meet(named("渡邉"), named("渡辺")));
  EXPECT_FALSE(meet(named("Sergey Ivanov"), named("Anna Petrova")));
}

TEST(keys, the_nameless_meet_by_place_act_and_neighbouring_months) {
  constexpr std::int32_t december = 18597;
  EXPECT_TRUE(meet(met(december, "13109"), met(december + 25, "13109")));
  EXPECT_TRUE(meet(met(december, "13109"), met(december + 35, "13103")));
  EXPECT_FALSE(meet(met(december, "13109"), met(december + 300, "13109")));
  EXPECT_FALSE(meet(met(december, "13109"), met(december, "27100")));
}

TEST(keys, the_nameless_meet_by_what_they_ask_at_any_time) {
  auto left = met(18597, "13109"), right = met(19597, "27100");
  left.requests = right.requests = {"internal:process"};
  EXPECT_TRUE(meet(left, right));
}

TEST(keys, are_unique_and_at_most_twenty_and_keep_room_for_the_script) {
  auto features = met(18597, "13109");
  for (int number = 0; number < 9; ++number) {
    features.phones.push_back("+8190123456" + std::to_string(70 + number));
    features.handles.push_back("line:" + std::to_string(number));
    for (auto& name : names_of("Alias" + std::string(1, static_cast<char>('a' + number)) + " Name"))
      features.names.push_back(name);
  }
  const auto keys = keys_of(features);
  EXPECT_EQ(keys.size(), keys_max);
  EXPECT_EQ(std::set(keys.begin(), keys.end()).size(), keys.size());
  EXPECT_GE(std::ranges::count(keys, Kind::place_script, &MatchKey::kind), 8);
  EXPECT_EQ(keys.front().kind, Kind::phone);
}

TEST(keys, an_unknown_date_meets_an_unknown_date) {
  auto left = met(0, "13109"), right = met(0, "13109");
  EXPECT_TRUE(meet(left, right));
}

TEST(keys, innocent_signs_are_no_script) {
  auto left = met(18597, "13109"), right = met(18597, "13101");
  left.behaviours = right.behaviours = {"OK5"};
  EXPECT_FALSE(meet(left, right));
}

}  // namespace
}  // namespace normalise
