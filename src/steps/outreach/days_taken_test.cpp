#include "steps/outreach/days_taken.h"

#include <gtest/gtest.h>

namespace outreach {
namespace {

using std::chrono::hours;

std::set<std::string> only(int number) {
  return {"firm-" + std::to_string(number)};
}

TEST(days_taken, five_firms_are_told_in_half_days) {
  DaysTaken taken;
  for (int number = 0; number < 4; ++number)
    taken.add(hours(24 * number), only(number));
  EXPECT_FALSE(taken.told());
  taken.add(hours(24 * 2 + 9), only(4));
  ASSERT_TRUE(taken.told());
  EXPECT_EQ(taken.told()->median, 2.0);
  taken.add(hours(24 * 2 + 9), only(5));
  taken.add(hours(24 * 9), only(6));
  EXPECT_EQ(taken.told()->median, 2.5);
}

TEST(days_taken, many_things_of_four_firms_are_not_told_and_few_things_of_many_firms_neither) {
  DaysTaken of_four, of_many;
  for (int number = 0; number < 40; ++number)
    of_four.add(hours(number), only(number % 4));
  EXPECT_FALSE(of_four.told());
  for (int number = 0; number < 4; ++number)
    of_many.add(hours(number), {"a", "b", "c", "d", "e", "f"});
  EXPECT_FALSE(of_many.told());
}

TEST(days_taken, unknown_firms_stand_for_none) {
  DaysTaken taken;
  for (int number = 0; number < 9; ++number)
    taken.add(hours(24), {});
  EXPECT_FALSE(taken.told());
}

// The attack: with few things the ninth of ten is the slowest one, that of a single firm.
TEST(days_taken, nine_in_ten_is_told_only_where_five_firms_took_so_long) {
  DaysTaken taken;
  for (int number = 0; number < 39; ++number)
    taken.add(hours(24 * number), only(number));
  EXPECT_FALSE(taken.told()->nine_in_ten);
  taken.add(hours(24 * 39), only(39));
  taken.add(hours(24 * 40), only(40));
  EXPECT_EQ(taken.told()->nine_in_ten, 36.0);
  DaysTaken alike;
  for (int number = 0; number < 5; ++number)
    alike.add(hours(24), only(number));
  EXPECT_EQ(alike.told()->nine_in_ten, 1.0);
}

}  // namespace
}  // namespace outreach
