#include "ground/base/working_days.h"

#include <set>

#include <gtest/gtest.h>

namespace base {
namespace {

Day day(std::string_view text) {
  return parse_day(text).value();
}
UtcTime at(std::string_view text) {
  return parse_utc(text).value();
}

std::set<std::string> holidays_of(int year) {
  std::set<std::string> found;
  const Day first = day(std::to_string(year) + "-01-01");
  for (Day each = first; each < day(std::to_string(year + 1) + "-01-01");
       each += std::chrono::days(1))
    if (is_national_holiday(each)) found.insert(format_day(each).substr(5));
  return found;
}

TEST(national_holidays, of_2026_have_a_substitute_and_a_sandwiched_day) {
  EXPECT_EQ(holidays_of(2026),
            (std::set<std::string>{"01-01", "01-12", "02-11", "02-23", "03-20", "04-29", "05-03",
                                   "05-04", "05-05", "05-06", "07-20", "08-11", "09-21", "09-22",
                                   "09-23", "10-12", "11-03", "11-23"}));
}

TEST(national_holidays, were_moved_in_the_two_olympic_summers) {
  EXPECT_EQ(holidays_of(2020),
            (std::set<std::string>{"01-01", "01-13", "02-11", "02-23", "02-24", "03-20", "04-29",
                                   "05-03", "05-04", "05-05", "05-06", "07-23", "07-24", "08-10",
                                   "09-21", "09-22", "11-03", "11-23"}));
  EXPECT_EQ(holidays_of(2021),
            (std::set<std::string>{"01-01", "01-11", "02-11", "02-23", "03-20", "04-29", "05-03",
                                   "05-04", "05-05", "07-22", "07-23", "08-08", "08-09", "09-20",
                                   "09-23", "11-03", "11-23"}));
}

TEST(national_holidays, know_the_equinoxes_of_2020_to_2030) {
  for (const auto* spring :
       {"2020-03-20", "2021-03-20", "2022-03-21", "2023-03-21", "2024-03-20", "2025-03-20",
        "2026-03-20", "2027-03-21", "2028-03-20", "2029-03-20", "2030-03-20"})
    EXPECT_TRUE(is_national_holiday(day(spring))) << spring;
  for (const auto* autumn :
       {"2020-09-22", "2021-09-23", "2022-09-23", "2023-09-23", "2024-09-22", "2025-09-23",
        "2026-09-23", "2027-09-23", "2028-09-22", "2029-09-23", "2030-09-23"})
    EXPECT_TRUE(is_national_holiday(day(autumn))) << autumn;
}

TEST(national_holidays, on_a_sunday_move_to_the_next_free_weekday) {
  EXPECT_TRUE(is_national_holiday(day("2024-02-12")));  // after Sunday the 11th
  EXPECT_TRUE(is_national_holiday(day("2025-05-06")));  // the 4th was a Sunday, the 5th taken
  EXPECT_FALSE(is_national_holiday(day("2025-05-07")));
  EXPECT_TRUE(is_national_holiday(day("2027-03-22")));
}

TEST(working_days, leave_out_weekends_holidays_and_the_turn_of_the_year) {
  EXPECT_TRUE(is_working_day(day("2026-11-20")));
  EXPECT_FALSE(is_working_day(day("2026-11-21")));
  EXPECT_FALSE(is_working_day(day("2026-11-22")));
  EXPECT_FALSE(is_working_day(day("2026-11-23")));
  EXPECT_TRUE(is_working_day(day("2026-12-28")));
  for (const auto* closed : {"2026-12-29", "2026-12-30", "2026-12-31", "2027-01-01"})
    EXPECT_FALSE(is_working_day(day(closed))) << closed;
  EXPECT_TRUE(is_working_day(day("2027-01-04")));
}

TEST(working_days, are_counted_from_the_day_after) {
  EXPECT_EQ(working_days_after(day("2026-11-20"), 1), day("2026-11-24"));
  EXPECT_EQ(working_days_after(day("2026-11-21"), 1), day("2026-11-24"));
  EXPECT_EQ(working_days_after(day("2026-11-24"), 3), day("2026-11-27"));
  EXPECT_EQ(working_days_after(day("2026-12-28"), 1), day("2027-01-04"));
  EXPECT_EQ(working_days_after(day("2026-11-21"), 0), day("2026-11-21"));
}

TEST(working_days, keep_the_time_of_day_and_use_the_calendar_of_tokyo) {
  EXPECT_EQ(working_days_after(at("2026-11-20T17:00:00+09:00"), 1),
            at("2026-11-24T17:00:00+09:00"));
  // 23:30 UTC on Thursday is Friday morning in Tokyo.
  EXPECT_EQ(working_days_after(at("2026-11-19T23:30:00Z"), 1), at("2026-11-23T23:30:00Z"));
}

}  // namespace
}  // namespace base
