#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ground/base/result.h"
#include "ground/base/time.h"

namespace model {

/// When something happened, as somebody remembers it: the EDTF text that was given (or that a
/// Japanese era date was turned into), and the days it may mean. Supported of EDTF
/// (ISO 8601-2:2019): level 0 dates and intervals ("2020-12", "2021-05/2021-11"), level 1
/// qualifiers ~ ? %, unspecified digits ("202X", "2020-XX-03"), seasons (2021-21 ... 24),
/// open and unknown ends ("2021-05/.." and "../2021", "2021/").
struct ReportedDate {
  std::string edtf;           ///< normal form, e.g. "2020-12~"
  base::Day earliest{};       ///< first day that it can mean; approximate dates are widened
  base::Day latest{};         ///< last day that it can mean (inclusive), not before earliest
  bool is_uncertain = false;  ///< carries ~, ? or %

  bool operator==(const ReportedDate&) const = default;
};

/// Reads EDTF, dates with a time ("2021-05-03T18:30", the time is dropped), western dates as
/// written (2021/5/3, 2021年5月3日) and Japanese ones: 令和4年12月1日, R4.12.1, 平成31年4月,
/// 昭和63年, 令和元年, also joined by ～ or から; 12月ごろ is refused (no year). Full-width digits
/// are accepted. Approximate (~ % 頃 ごろ) widens by 3 days, half a month (15 days) or half a year
/// (183 days) by precision; ? does not. Seasons are those of the northern half: spring March to
/// May, winter December to February of the next year. An open or unknown end reaches to 1900 or
/// 2199, the years that are read. Errors name `pointer`.
[[nodiscard]] base::Result<ReportedDate> parse_reported_date(std::string_view text,
                                                             std::string_view pointer = "");

/// A date known to the day.
[[nodiscard]] ReportedDate exact_day(base::Day day);

/// The months a date touches are all the same: "2020-12"; otherwise nothing.
[[nodiscard]] std::optional<std::string> month_of(const ReportedDate& date);

}  // namespace model
