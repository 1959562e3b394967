#include "ground/model/reported_date.h"

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

#include "ground/model/written_date.h"

namespace model {
namespace {

using base::Day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr int year_min = 1900, year_max = 2199;

/// Days, half a month, half a year: what "about" adds on both sides.
enum class Precision { day, month, year };

/// Two ends of a single date before "about" widens it.
struct Span {
  Day earliest, latest;
  Precision precision = Precision::day;
};

bool is_digits(std::string_view text) {
  return !text.empty() &&
         std::ranges::all_of(text, [](char letter) { return letter >= '0' && letter <= '9'; });
}

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  for (std::size_t start = 0;;) {
    const auto end = text.find(mark, start);
    parts.push_back(text.substr(start, end - start));
    if (end == std::string_view::npos) return parts;
    start = end + 1;
  }
}

/// First and last number that a pattern of digits with X at its end can mean; none: no pattern.
std::optional<std::pair<int, int>> range_of(std::string_view pattern, std::size_t unknown_max) {
  const auto known = pattern.substr(0, pattern.find('X'));
  const auto unknown = pattern.substr(known.size());
  if (unknown.size() > unknown_max || unknown.find_first_not_of('X') != std::string_view::npos)
    return std::nullopt;
  if (!known.empty() && !is_digits(known)) return std::nullopt;
  int low = known.empty() ? 0 : number(known);
  int high = low;
  for (std::size_t digit = 0; digit < unknown.size(); ++digit) {
    low *= 10;
    high = high * 10 + 9;
  }
  return std::pair(low, high);
}

std::optional<std::pair<int, int>> two_digits(std::string_view text, int high) {
  if (text == "XX") return std::pair(1, high);
  if (text.size() != 2 || !is_digits(text)) return std::nullopt;
  return std::pair(number(text), number(text));
}

Day season_start(int in_year, int season) {
  return Day(year(in_year) / month(static_cast<unsigned>(3 + (season - 21) * 3)) / 1);
}

/// 21 spring from March, 22 summer, 23 autumn, 24 winter from December into the next year.
std::optional<Span> season_span(std::pair<int, int> years, int season) {
  if (years.first != years.second) return std::nullopt;
  const auto end =
      season == 24 ? season_start(years.first + 1, 21) : season_start(years.first, season + 1);
  return Span{season_start(years.first, season), end - days(1), Precision::month};
}

/// The ends among all calendar days that fit the three ranges.
std::optional<Span> calendar_span(std::pair<int, int> years, std::pair<int, int> months,
                                  std::optional<std::pair<int, int>> of_days, Precision precision) {
  const auto day_of = [&](int y, int m, bool is_first) -> std::optional<Day> {
    const year_month_day last_of_month{year(y) / month(static_cast<unsigned>(m)) /
                                       std::chrono::last};
    const int day_last = static_cast<int>(static_cast<unsigned>(last_of_month.day()));
    const int day = !of_days                            ? (is_first ? 1 : day_last)
                    : of_days->first == of_days->second ? of_days->first
                    : is_first                          ? 1
                                                        : day_last;
    if (day < 1 || day > day_last) return std::nullopt;
    return Day(last_of_month.year() / last_of_month.month() / day);
  };
  std::optional<Day> earliest, latest;
  for (int y = years.first; y <= years.second && !earliest; ++y)
    for (int m = months.first; m <= months.second && !earliest; ++m)
      earliest = day_of(y, m, true);
  for (int y = years.second; y >= years.first && !latest; --y)
    for (int m = months.second; m >= months.first && !latest; --m)
      latest = day_of(y, m, false);
  if (!earliest || !latest) return std::nullopt;
  return Span{*earliest, *latest, precision};
}

std::optional<Span> span_of(std::string_view text) {
  const auto parts = split(text, '-');
  if (parts.size() > 3 || parts[0].size() != 4) return std::nullopt;
  const auto years = range_of(parts[0], 2);
  if (!years || years->first < year_min || years->second > year_max) return std::nullopt;
  if (parts.size() == 1) return calendar_span(*years, {1, 12}, std::nullopt, Precision::year);
  const auto months = two_digits(parts[1], 12);
  if (!months) return std::nullopt;
  if (parts.size() == 2 && months->first >= 21 && months->first <= 24)
    return season_span(*years, months->first);
  if (months->first < 1 || months->second > 12) return std::nullopt;
  const bool is_month = months->first == months->second;
  const auto of_month = is_month ? Precision::month : Precision::year;
  if (parts.size() == 2) return calendar_span(*years, *months, std::nullopt, of_month);
  const auto of_days = two_digits(parts[2], 31);
  if (!of_days) return std::nullopt;
  const bool is_day = is_month && of_days->first == of_days->second;
  return calendar_span(*years, *months, of_days, is_day ? Precision::day : of_month);
}

days half_of(Precision precision) {
  switch (precision) {
    case Precision::day:
      return days(3);
    case Precision::month:
      return days(15);
    case Precision::year:
      return days(183);
  }
  return days(0);
}

/// "T18:30", " 18:30:05.2+09:00" after a whole day; only its shape is checked.
std::string_view without_time(std::string_view text) {
  constexpr std::size_t day_bytes = 10;
  if (text.size() < day_bytes + 6 || (text[day_bytes] != 'T' && text[day_bytes] != ' '))
    return text;
  const auto time = text.substr(day_bytes + 1);
  const bool is_time = is_digits(time.substr(0, 2)) && time[2] == ':' &&
                       is_digits(time.substr(3, 2)) &&
                       time.find_first_not_of("0123456789:.+-Z") == std::string_view::npos;
  return is_time ? text.substr(0, day_bytes) : text;
}

/// One date, with its qualifier.
std::optional<ReportedDate> parse_single(std::string_view folded) {
  const auto written = edtf_of_written_date(folded);
  auto text = written ? std::string_view(*written) : without_time(folded);
  if (text.empty()) return std::nullopt;
  const char mark = text.back();
  const bool is_uncertain = mark == '~' || mark == '?' || mark == '%';
  ReportedDate date{std::string(text), {}, {}, is_uncertain};
  if (is_uncertain) text.remove_suffix(1);
  const auto span = span_of(text);
  if (!span) return std::nullopt;
  const auto wider = mark == '~' || mark == '%' ? half_of(span->precision) : days(0);
  date.earliest = span->earliest - wider;
  date.latest = span->latest + wider;
  return date;
}

bool is_open(std::string_view end) {
  return end.empty() || end == "..";
}

std::optional<ReportedDate> parse_interval(std::string_view first, std::string_view second) {
  if (is_open(first) && is_open(second)) return std::nullopt;
  ReportedDate start{std::string(first), Day(year(year_min) / 1 / 1), {}, false};
  ReportedDate end{std::string(second), {}, Day(year(year_max) / 12 / 31), false};
  if (!is_open(first)) {
    auto date = parse_single(first);
    if (!date) return std::nullopt;
    start = std::move(*date);
  }
  if (!is_open(second)) {
    auto date = parse_single(second);
    if (!date) return std::nullopt;
    end = std::move(*date);
  }
  const bool is_backwards = !is_open(first) && !is_open(second) && end.latest < start.earliest;
  if (is_backwards) return std::nullopt;
  return ReportedDate{start.edtf + "/" + end.edtf, start.earliest, end.latest,
                      start.is_uncertain || end.is_uncertain};
}

/// "A から B まで" and "A から" as an interval.
std::string with_slash(std::string text) {
  constexpr std::string_view from = "から", until = "まで";
  const auto at = text.find(from);
  if (at == std::string::npos) return text;
  if (text.ends_with(until)) text.resize(text.size() - until.size());
  const bool is_open_end = at + from.size() >= text.size();
  return text.replace(at, from.size(), is_open_end ? "/.." : "/");
}

std::optional<ReportedDate> parse_folded(const std::string& text) {
  if (auto single = parse_single(text)) return single;
  // A ~ inside joins two dates (令和3年5月~令和3年11月), one before "/" or the end means "about".
  const auto tilde = text.find('~');
  if (tilde != std::string::npos && tilde > 0 && tilde + 1 < text.size() && text[tilde + 1] != '/')
    if (auto interval = parse_interval(std::string_view(text).substr(0, tilde),
                                       std::string_view(text).substr(tilde + 1)))
      return interval;
  for (auto at = text.find('/'); at != std::string::npos; at = text.find('/', at + 1))
    if (auto interval = parse_interval(std::string_view(text).substr(0, at),
                                       std::string_view(text).substr(at + 1)))
      return interval;
  return std::nullopt;
}

}  // namespace

base::Result<ReportedDate> parse_reported_date(std::string_view text, std::string_view pointer) {
  constexpr std::size_t bytes_max = 120;
  const auto refuse = [&](std::string problem) {
    return base::fail(
        base::ErrorKind::invalid_input, std::string(pointer), std::move(problem),
        "write it like 2021-05-03, 2021-05, 2021-05~ (about), 2021-05/2021-11 or 令和3年5月3日");
  };
  if (text.size() > bytes_max) return refuse("is too long for a date");
  const auto folded = with_slash(fold_date_text(text));
  if (auto date = parse_folded(folded)) return std::move(*date);
  if (folded.find("月") != std::string::npos && folded.find("年") == std::string::npos)
    return refuse("is a date without a year");
  return refuse("is not a date from 1900 to 2199 that can be read");
}

ReportedDate exact_day(base::Day day) {
  return {base::format_day(day), day, day, false};
}

std::optional<std::string> month_of(const ReportedDate& date) {
  const year_month_day first(date.earliest), last(date.latest);
  if (first.year() != last.year() || first.month() != last.month()) return std::nullopt;
  return base::format_day(date.earliest).substr(0, 7);
}

}  // namespace model
