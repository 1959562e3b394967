#include "ground/base/working_days.h"

#include <cmath>

#include "ground/base/ensure.h"

namespace base {
namespace {

using std::chrono::days;
using std::chrono::Monday;
using std::chrono::Saturday;
using std::chrono::Sunday;
using std::chrono::weekday;
using std::chrono::year_month_day;

/// Day of the month: `at_1980` is the moment of the equinox in 1980, a year adds 0.242194 days
/// and a leap day takes one away.
int equinox_day(int year, double at_1980) {
  const int since = year - 1980;
  return static_cast<int>(std::floor(at_1980 + 0.242194 * since)) -
         static_cast<int>(std::floor(since / 4.0));
}

bool is_nth_monday(const year_month_day& date, unsigned nth) {
  const auto day = static_cast<unsigned>(date.day());
  return weekday(Day(date)) == Monday && (day - 1) / 7 + 1 == nth;
}

/// The summer of the Olympic games of Tokyo moved three holidays, in two years.
bool is_moved_summer_holiday(int year, unsigned month, unsigned day) {
  if (year == 2020) return (month == 7 && (day == 23 || day == 24)) || (month == 8 && day == 10);
  return (month == 7 && (day == 22 || day == 23)) || (month == 8 && day == 8);
}

bool is_fixed_holiday(unsigned month, unsigned day) {
  switch (month) {
    case 1:
      return day == 1;
    case 2:
      return day == 11 || day == 23;
    case 4:
      return day == 29;
    case 5:
      return day >= 3 && day <= 5;
    case 11:
      return day == 3 || day == 23;
    default:
      return false;
  }
}

bool is_summer_holiday(const year_month_day& date) {
  const auto year = static_cast<int>(date.year());
  const auto month = static_cast<unsigned>(date.month());
  const auto day = static_cast<unsigned>(date.day());
  if (year == 2020 || year == 2021) return is_moved_summer_holiday(year, month, day);
  return (month == 7 && is_nth_monday(date, 3)) || (month == 8 && day == 11) ||
         (month == 10 && is_nth_monday(date, 2));
}

/// Days that the Act itself names (article 2), without those that follow from article 3.
bool is_named_holiday(Day when) {
  const year_month_day date(when);
  const auto year = static_cast<int>(date.year());
  const auto month = static_cast<unsigned>(date.month());
  const auto day = static_cast<int>(static_cast<unsigned>(date.day()));
  if (month == 1 && is_nth_monday(date, 2)) return true;
  if (month == 3) return day == equinox_day(year, 20.8431);
  if (month == 9) return is_nth_monday(date, 3) || day == equinox_day(year, 23.2488);
  return is_fixed_holiday(month, static_cast<unsigned>(day)) || is_summer_holiday(date);
}

/// Article 3(2): a holiday on a Sunday moves to the next day that is none.
bool is_substitute(Day when) {
  for (Day day = when - days(1); is_named_holiday(day); day -= days(1))
    if (weekday(day) == Sunday) return true;
  return false;
}

bool is_year_end(Day when) {
  const year_month_day date(when);
  const auto month = static_cast<unsigned>(date.month());
  const auto day = static_cast<unsigned>(date.day());
  return (month == 12 && day >= 29) || (month == 1 && day <= 3);
}

}  // namespace

bool is_national_holiday(Day day) {
  if (is_named_holiday(day)) return true;
  const bool sandwiched = is_named_holiday(day - days(1)) && is_named_holiday(day + days(1));
  return sandwiched || is_substitute(day);
}

bool is_working_day(Day day) {
  const weekday name(day);
  return name != Saturday && name != Sunday && !is_year_end(day) && !is_national_holiday(day);
}

Day working_days_after(Day day, int count) {
  ensure(count >= 0, "working days are counted forward");
  while (count > 0) {
    day += days(1);
    if (is_working_day(day)) --count;
  }
  return day;
}

UtcTime working_days_after(UtcTime start, int count) {
  const Day first = tokyo_day(start);
  return start + (working_days_after(first, count) - first);
}

}  // namespace base
