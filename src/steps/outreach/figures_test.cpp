#include "steps/outreach/figures.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "steps/outreach/coverage.h"
#include "steps/outreach/small_cells.h"

namespace outreach {
namespace {

using Cells = std::vector<std::pair<std::string, std::int64_t>>;

Cells shown(const FigureCount& count) {
  Cells cells;
  for (const auto& cell : count.cells())
    cells.emplace_back(cell.code, cell.count);
  return cells;
}

void add_firms(FigureCount& count, const std::string& code, int first, int firms) {
  for (int firm = first; firm < first + firms; ++firm)
    count.add(code, "firm-" + std::to_string(firm));
}

TEST(figures, a_kind_of_five_firms_is_told_and_fewer_join_the_rest) {
  FigureCount count;
  add_firms(count, "PB1", 0, 7);
  count.add("PB1", "firm-0");
  add_firms(count, "PB2", 0, 3);
  add_firms(count, "PB3", 3, 3);
  EXPECT_EQ(shown(count), (Cells{{"PB1", 8}, {"", 6}}));
  EXPECT_EQ(count.total(), 14);
}

TEST(figures, a_rest_of_too_few_firms_takes_the_smallest_kind_in) {
  FigureCount count;
  add_firms(count, "PB1", 0, 9);
  add_firms(count, "PB2", 0, 6);
  count.add("PB3", "firm-0");
  EXPECT_EQ(shown(count), (Cells{{"PB1", 9}, {"", 7}}));
}

TEST(figures, many_reports_of_few_firms_are_not_told) {
  FigureCount count;
  for (int report = 0; report < 50; ++report)
    count.add("PB1", "firm-" + std::to_string(report % 4));
  EXPECT_TRUE(shown(count).empty());
  EXPECT_FALSE(count.total());
}

TEST(figures, reports_of_unknown_firms_count_but_stand_for_none) {
  FigureCount count;
  for (int report = 0; report < 9; ++report)
    count.add("PB1", "");
  EXPECT_FALSE(count.total());
  add_firms(count, "PB1", 0, 5);
  EXPECT_EQ(count.total(), 14);
}

TEST(figures, stages_fall_into_four_groups) {
  EXPECT_EQ(stage_group(model::Stage::none), "stages_none");
  EXPECT_EQ(stage_group(model::Stage::probe), "stages_early");
  EXPECT_EQ(stage_group(model::Stage::test), "stages_building");
  EXPECT_EQ(stage_group(model::Stage::coerce), "stages_acting");
}

TEST(figures, steps_are_coarse) {
  for (const auto& [count, step] : std::vector<std::pair<int, int>>{
           {0, 0}, {4, 0}, {5, 5}, {9, 5}, {10, 10}, {49, 20}, {50, 50}, {199, 100}, {1000, 1000}})
    EXPECT_EQ(figure_step(count), step) << count;
}

// The attack: whatever is told, and whatever follows by taking told figures from each other,
// tells of nothing that fewer than five firms did.
RC_GTEST_PROP(figures, neither_a_figure_nor_a_difference_singles_out_few_firms,
              (const std::vector<std::pair<unsigned char, unsigned char>>& things)) {
  FigureCount count;
  std::map<std::string, std::set<std::string>> firms_of;
  for (const auto& [code, firm] : things) {
    const auto code_text = "PB" + std::to_string(code % 6);
    const auto firm_text = "firm-" + std::to_string(firm % 12);
    count.add(code_text, firm_text);
    firms_of[code_text].insert(firm_text);
  }
  const auto told = count.cells();
  auto left = firms_of;
  std::int64_t sum = 0;
  for (const auto& cell : told) {
    sum += cell.count;
    if (cell.code.empty()) continue;
    RC_ASSERT(firms_of[cell.code].size() >= static_cast<std::size_t>(firms_told_min));
    left.erase(cell.code);
  }
  std::set<std::string> rest;
  for (const auto& [code, firms] : left)
    rest.insert(firms.begin(), firms.end());
  RC_ASSERT(rest.empty() || told.empty() ||
            rest.size() >= static_cast<std::size_t>(firms_told_min));
  RC_ASSERT(told.empty() || count.total() == sum);
}

TEST(figures, a_step_of_percents_stands_for_five_firms) {
  EXPECT_EQ(percent_step(123, 500, 500), 25);
  EXPECT_EQ(percent_step(122, 499, 499), 25);
  EXPECT_EQ(percent_step(24, 100, 99), 20);
  EXPECT_EQ(percent_step(40, 100, 49), 50);
  EXPECT_EQ(percent_step(20, 100, 19), 0);
  EXPECT_EQ(percent_step(7, 7, 7), 100);
}

RC_GTEST_PROP(figures, one_firm_more_or_less_moves_no_share_by_less_than_a_step_of_five_firms, ()) {
  const auto firms = *rc::gen::inRange<std::int64_t>(5, 2000);
  const auto part = *rc::gen::inRange<std::int64_t>(0, firms);
  const auto here = percent_step(part, firms, static_cast<std::size_t>(firms));
  const auto next = percent_step(part + 1, firms, static_cast<std::size_t>(firms));
  RC_ASSERT(here == next || (next - here) * firms >= std::min<std::int64_t>(500, 50 * firms));
}

TEST(figures, shares_are_those_of_cells_that_may_be_told) {
  FigureCount count;
  add_firms(count, "yes", 0, 30);
  add_firms(count, "no", 30, 15);
  add_firms(count, "unknown", 45, 3);
  add_firms(count, "unanswered", 48, 2);
  EXPECT_EQ(count.shares(), (std::vector<model::Share>{{"no", 30}, {"yes", 60}, {"", 10}}));
  FigureCount few;
  add_firms(few, "yes", 0, 4);
  EXPECT_TRUE(few.shares().empty());
}

}  // namespace
}  // namespace outreach
