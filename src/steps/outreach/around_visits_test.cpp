#include "steps/outreach/around_visits.h"

#include <gtest/gtest.h>

namespace outreach {
namespace {

using std::chrono::days;

constexpr base::UtcTime noon{1'800'000'000'000'000};

std::string firm(int number) {
  return "firm-" + std::to_string(number);
}

void visit_firms(AroundVisitsCount& count, int firms) {
  for (int number = 0; number < firms; ++number)
    count.add_visit(firm(number), noon);
}

TEST(around_visits, tells_nothing_of_four_firms) {
  AroundVisitsCount count;
  visit_firms(count, 4);
  for (int number = 0; number < 4; ++number)
    count.add_report(firm(number), noon + days(1));
  EXPECT_FALSE(count.told());
}

TEST(around_visits, counts_ninety_days_before_and_after_of_visited_firms_alone) {
  AroundVisitsCount count;
  visit_firms(count, 20);
  for (int number = 0; number < 6; ++number) {
    count.add_report(firm(number), noon - days(90));
    count.add_report(firm(number), noon - days(90) - std::chrono::microseconds(1));
    count.add_report(firm(number), noon + days(90));
  }
  for (int number = 0; number < 10; ++number)
    count.add_report(firm(number), noon);
  for (int number = 100; number < 150; ++number)
    count.add_report(firm(number), noon);
  const auto told = count.told();
  ASSERT_TRUE(told);
  EXPECT_EQ(told->firms, 20);
  EXPECT_EQ(told->reports_before, 5);
  EXPECT_EQ(told->reports_after, 10);
  EXPECT_EQ(told->percent_before, 25);
  EXPECT_EQ(told->percent_after, 50);
}

TEST(around_visits, a_part_of_few_firms_or_of_all_but_few_is_not_told) {
  AroundVisitsCount count;
  visit_firms(count, 20);
  for (int number = 0; number < 4; ++number)
    for (int report = 0; report < 9; ++report)
      count.add_report(firm(number), noon - days(1));
  for (int number = 0; number < 18; ++number)
    count.add_report(firm(number), noon + days(1));
  const auto told = count.told();
  ASSERT_TRUE(told);
  EXPECT_FALSE(told->reports_before);
  EXPECT_FALSE(told->percent_before);
  EXPECT_EQ(told->reports_after, 10);
  EXPECT_FALSE(told->percent_after);
}

TEST(around_visits, only_the_first_visit_to_a_firm_counts) {
  AroundVisitsCount count;
  visit_firms(count, 5);
  for (int number = 0; number < 5; ++number)
    count.add_visit(firm(number), noon + days(100));
  for (int number = 0; number < 5; ++number)
    count.add_report(firm(number), noon + days(99));
  EXPECT_FALSE(count.told()->reports_before);
  EXPECT_FALSE(count.told()->reports_after);
}

}  // namespace
}  // namespace outreach
