#include "work/engine/candidates.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace engine {
namespace {

using Kind = model::MatchKey::Kind;

constexpr std::uint64_t two_acts = 0b11;

Meeting met(Kind kind, std::size_t sharers, std::uint64_t sketch = 0) {
  Meeting meeting;
  meeting.add(kind, sharers);
  meeting.sketch = sketch;
  return meeting;
}

TEST(candidates, a_rare_key_goes_before_two_common_ones) {
  auto common = met(Kind::name, candidates_per_key_max);
  common.add(Kind::skeleton, candidates_per_key_max);
  const std::vector meetings = {common, met(Kind::phone, 1)};
  EXPECT_EQ(worth_comparing(meetings, 0), (std::vector<std::size_t>{1, 0}));
}

TEST(candidates, by_place_alone_only_those_that_share_two_acts) {
  const std::vector meetings = {met(Kind::place_script, 3, 0b01),
                                met(Kind::place_script, 3, two_acts)};
  EXPECT_EQ(worth_comparing(meetings, two_acts), std::vector<std::size_t>{1});
}

TEST(candidates, who_shares_a_name_is_compared_whatever_else_he_did) {
  const std::vector meetings = {met(Kind::name, candidates_per_key_max)};
  EXPECT_EQ(worth_comparing(meetings, two_acts), std::vector<std::size_t>{0});
}

TEST(candidates, among_equal_keys_more_shared_acts_go_first) {
  const std::vector meetings = {met(Kind::name, 5), met(Kind::name, 5, two_acts)};
  EXPECT_EQ(worth_comparing(meetings, two_acts), (std::vector<std::size_t>{1, 0}));
}

TEST(candidates, no_more_than_the_limit_and_the_telling_ones_among_them) {
  std::vector<Meeting> meetings(3 * compared_max, met(Kind::name, candidates_per_key_max));
  meetings.back() = met(Kind::handle, 1);
  const auto worth = worth_comparing(meetings, 0);
  ASSERT_EQ(worth.size(), compared_max);
  EXPECT_EQ(worth.front(), meetings.size() - 1);
}

TEST(candidates, a_sketch_has_a_bit_for_each_act_and_request) {
  model::PersonaFeatures features;
  EXPECT_EQ(sketch_of(features), 0U);
  features.behaviours = {"AP1"};
  const auto act = sketch_of(features);
  features.requests = {"internal:drawing"};
  EXPECT_EQ(sketch_of(features) & act, act);
  EXPECT_GT(sketch_of(features), act);
}

}  // namespace
}  // namespace engine
