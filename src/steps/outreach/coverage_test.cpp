#include "steps/outreach/coverage.h"

#include <gtest/gtest.h>

#include "steps/outreach/small_cells.h"

namespace outreach {
namespace {

CoverageCount counted(const std::vector<std::pair<std::string, int>>& firms_by_code) {
  CoverageCount count;
  std::int64_t firm = 0;
  for (const auto& [code, firms] : firms_by_code)
    for (int at = 0; at < firms; ++at)
      count.add(code, ++firm, at == 0);
  return count;
}

std::vector<std::pair<std::string, std::int64_t>> shown(const CoverageCount& count) {
  std::vector<std::pair<std::string, std::int64_t>> cells;
  for (const auto& cell : count.cells())
    cells.emplace_back(cell.code, cell.firms);
  return cells;
}

using Cells = std::vector<std::pair<std::string, std::int64_t>>;

TEST(coverage, large_cells_stand_alone_and_small_ones_together) {
  EXPECT_EQ(shown(counted({{"13101", 7}, {"13102", 3}, {"13103", 2}})),
            (Cells{{"13101", 7}, {"", 5}}));
}

TEST(coverage, a_rest_that_would_be_too_small_takes_the_smallest_cell_in) {
  EXPECT_EQ(shown(counted({{"13101", 9}, {"13102", 6}, {"13103", 1}})),
            (Cells{{"13101", 9}, {"", 7}}));
}

TEST(coverage, fewer_firms_than_five_are_not_told) {
  EXPECT_TRUE(shown(counted({{"13101", 4}})).empty());
  EXPECT_EQ(shown(counted({{"13101", 4}, {"13102", 1}})), (Cells{{"", 5}}));
}

TEST(coverage, a_firm_counts_once_a_cell_and_once_in_the_rest) {
  CoverageCount count;
  for (const auto* code : {"a", "b"})
    for (std::int64_t firm = 0; firm < 4; ++firm) {
      count.add(code, firm, true);
      count.add(code, firm, true);
    }
  EXPECT_TRUE(count.cells().empty());
  count.add("b", 9, false);
  ASSERT_EQ(count.cells().size(), 1U);
  EXPECT_EQ(count.cells()[0].firms, 5);
  EXPECT_EQ(count.cells()[0].visited, 4);
}

TEST(coverage, no_figure_or_difference_of_figures_singles_out_fewer_than_five) {
  for (int first = 0; first < 12; ++first)
    for (int second = 0; second < 12; ++second)
      for (int third = 0; third < 12; ++third) {
        const auto all = first + second + third;
        const auto cells = shown(counted({{"a", first}, {"b", second}, {"c", third}}));
        std::int64_t told = 0;
        for (const auto& cell : cells) {
          EXPECT_GE(cell.second, firms_told_min);
          told += cell.second;
        }
        EXPECT_EQ(told, all < firms_told_min ? 0 : all) << first << second << third;
      }
}

TEST(coverage, a_field_is_what_stands_before_the_dot) {
  EXPECT_EQ(field_of("semiconductor.etching"), "semiconductor");
  EXPECT_EQ(field_of("semiconductor"), "semiconductor");
}

}  // namespace
}  // namespace outreach
