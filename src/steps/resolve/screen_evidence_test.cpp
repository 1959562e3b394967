#include "steps/resolve/screen_evidence.h"

#include <array>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace {

using model::ScreenField;
using model::ScreenLevel;
using resolve::ScreenLikeness;
using resolve::ScreenNameWord;
using ByField = std::array<ScreenLikeness, model::screen_field_count>;

ScreenNameWord word(std::string_view text) {
  return {text};
}

float name_bits(std::vector<ScreenNameWord> watched, std::vector<ScreenNameWord> found) {
  return resolve::compare_screen_names(watched, found).likeness.bits;
}

TEST(screen_evidence, the_same_name_says_more_than_a_similar_one_and_that_more_than_another) {
  const std::vector<ScreenNameWord> name{word("sergei"), word("ivanov")};
  const auto same = name_bits(name, name);
  const auto near = name_bits(name, {word("sergej"), word("ivanov")});
  const auto other = name_bits(name, {word("pavel"), word("sokolov")});
  EXPECT_GT(same, near);
  EXPECT_GT(near, 10);
  EXPECT_LT(other, 0);
}

TEST(screen_evidence, the_order_of_the_words_costs_little) {
  EXPECT_NEAR(name_bits({word("sergei"), word("ivanov")}, {word("ivanov"), word("sergei")}),
              name_bits({word("sergei"), word("ivanov")}, {word("sergei"), word("ivanov")}), 1);
}

TEST(screen_evidence, a_family_name_with_another_given_name_is_kin) {
  std::vector<ScreenNameWord> watched{word("sergei"), word("ivanov")};
  std::vector<ScreenNameWord> found{word("olga"), word("ivanov")};
  EXPECT_TRUE(resolve::compare_screen_names(watched, found).is_kin);
  found = {word("sergei"), word("sokolov")};
  EXPECT_FALSE(resolve::compare_screen_names(watched, found).is_kin);
}

TEST(screen_evidence, slips_in_dates_and_numbers_say_less_than_the_same) {
  EXPECT_EQ(resolve::compare_births(19780405, 19780405).level, ScreenLevel::equal);
  EXPECT_EQ(resolve::compare_births(19780405, 19780504).level, ScreenLevel::alike);
  EXPECT_EQ(resolve::compare_births(19780405, 19780495).level, ScreenLevel::alike);
  EXPECT_EQ(resolve::compare_births(19780405, 19811231).level, ScreenLevel::differs);
  EXPECT_EQ(resolve::compare_births(19780000, 19780405).level, ScreenLevel::alike);
  EXPECT_EQ(resolve::compare_phones("9000001234", "9000001243").level, ScreenLevel::alike);
  EXPECT_EQ(resolve::compare_phones("9000001234", "9000009999").level, ScreenLevel::differs);
  EXPECT_EQ(resolve::compare_emails("ivanov.s@a.example", "ivanov.s@b.example").level,
            ScreenLevel::alike);
}

RC_GTEST_PROP(screen_evidence, a_name_alone_is_never_a_hit, ()) {
  ByField by_field{};
  by_field[0] = {ScreenLevel::equal, static_cast<float>(*rc::gen::inRange(0, 1000))};
  RC_ASSERT(!resolve::sum_up(by_field, *rc::gen::arbitrary<bool>()).is_hit);
}

RC_GTEST_PROP(screen_evidence, what_agrees_more_never_lowers_the_sum, ()) {
  ByField by_field{};
  for (auto& one : by_field)
    one = {static_cast<ScreenLevel>(*rc::gen::inRange(0, 6)),
           static_cast<float>(*rc::gen::inRange(-5, 26))};
  const auto before = resolve::sum_up(by_field, false).bits;
  auto& raised = by_field[*rc::gen::inRange<std::size_t>(0, by_field.size())];
  raised = {ScreenLevel::equal, 26};
  RC_ASSERT(resolve::sum_up(by_field, false).bits >= before);
}

}  // namespace
