#pragma once

#include "ground/base/time.h"

namespace base {

/// Working days of a Japanese office, on the calendar of Asia/Tokyo: the days on which a
/// service clock runs. Off are Saturdays, Sundays, the holidays of the National Holidays Act
/// (Act No. 178 of 1948, as in force from 2020, with the days moved in 2020 and 2021 by the
/// Olympic special measures law) and 29 December to 3 January (Act on Holidays of
/// Administrative Organs, Act No. 91 of 1988).
///
/// Checked for 2020 to 2030. The equinoxes of the Act are published one year ahead; here they
/// are computed by the usual approximation for 1980 to 2099 (day of the mean equinox in Japan).
/// A year outside 2020 to 2099 keeps the rules, which then are an estimate.

[[nodiscard]] bool is_national_holiday(Day day);  ///< also substitute and sandwiched days
[[nodiscard]] bool is_working_day(Day day);

/// The `count`-th working day after `day`; `day` itself never counts. `count` >= 0, and 0 gives
/// `day` back, working or not.
[[nodiscard]] Day working_days_after(Day day, int count);

/// The same time of day on the `count`-th working day after `start`: a report of Friday 17:00
/// with one working day is due on Monday 17:00, one of Saturday 10:00 on Monday 10:00.
[[nodiscard]] UtcTime working_days_after(UtcTime start, int count);

}  // namespace base
