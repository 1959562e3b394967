#include "ground/base/time.h"

#include <optional>

#include <fmt/core.h>

namespace base {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::microseconds;
using std::chrono::sys_time;

constexpr int year_min = 1900;
constexpr int year_max = 2199;
constexpr std::size_t fraction_digits_max = 9;
constexpr std::chrono::hours tokyo_offset{9};

/// Reads a text from left to right; the first thing that does not fit spoils it for good.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  int number(std::size_t digits) {
    if (rest_.size() < digits) return spoil();
    int value = 0;
    for (const char letter : rest_.substr(0, digits)) {
      if (letter < '0' || letter > '9') return spoil();
      value = value * 10 + (letter - '0');
    }
    rest_.remove_prefix(digits);
    return value;
  }
  bool take(std::string_view any_of) {
    if (rest_.empty() || any_of.find(rest_.front()) == std::string_view::npos) return false;
    rest_.remove_prefix(1);
    return true;
  }
  void need(std::string_view any_of) {
    if (!take(any_of)) spoil();
  }
  /// Digits after the point, cut to microseconds.
  std::int64_t fraction() {
    std::size_t digits = 0;
    std::int64_t value = 0;
    for (; !rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9'; ++digits) {
      if (digits < 6) value = value * 10 + (rest_.front() - '0');
      rest_.remove_prefix(1);
    }
    if (digits == 0 || digits > fraction_digits_max) return spoil();
    for (; digits < 6; ++digits)
      value *= 10;
    return value;
  }
  [[nodiscard]] bool is_done() const { return good_ && rest_.empty(); }
  [[nodiscard]] bool is_good() const { return good_; }

 private:
  int spoil() {
    good_ = false;
    return 0;
  }
  std::string_view rest_;
  bool good_ = true;
};

std::optional<Day> read_day(Reader& reader) {
  const int year = reader.number(4);
  reader.need("-");
  const int month = reader.number(2);
  reader.need("-");
  const int day = reader.number(2);
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!reader.is_good() || !date.ok() || year < year_min || year > year_max) return std::nullopt;
  return Day(date);
}

std::optional<microseconds> read_clock(Reader& reader) {
  const int hour = reader.number(2);
  reader.need(":");
  const int minute = reader.number(2);
  reader.need(":");
  const int second = reader.number(2);
  const std::int64_t fraction = reader.take(".") ? reader.fraction() : 0;
  if (!reader.is_good() || hour > 23 || minute > 59 || second > 59) return std::nullopt;
  return std::chrono::hours(hour) + std::chrono::minutes(minute) + std::chrono::seconds(second) +
         microseconds(fraction);
}

std::optional<microseconds> read_offset(Reader& reader) {
  if (reader.take("Zz")) return microseconds(0);
  const int sign = reader.take("-") ? -1 : 1;
  if (sign == 1) reader.need("+");
  const int hour = reader.number(2);
  reader.need(":");
  const int minute = reader.number(2);
  if (!reader.is_good() || hour > 23 || minute > 59) return std::nullopt;
  return sign * microseconds(std::chrono::hours(hour) + std::chrono::minutes(minute));
}

sys_time<microseconds> to_system(UtcTime time) {
  return sys_time<microseconds>(microseconds(time.microseconds));
}

std::unexpected<Error> not_a_moment(std::string_view pointer) {
  return fail(ErrorKind::invalid_input, std::string(pointer), "is not a moment of 1900 to 2199",
              "write it as 2026-11-21T09:30:00+09:00");
}

}  // namespace

std::string format_utc(UtcTime time) {
  const auto system = to_system(time);
  const auto day = floor<days>(system);
  const std::chrono::hh_mm_ss clock(system - day);
  auto text = fmt::format("{}T{:02}:{:02}:{:02}", format_day(day), clock.hours().count(),
                          clock.minutes().count(), clock.seconds().count());
  if (clock.subseconds().count() != 0) {
    text += fmt::format(".{:06}", clock.subseconds().count());
    text.erase(text.find_last_not_of('0') + 1);
  }
  return text + "Z";
}

Result<UtcTime> parse_utc(std::string_view text, std::string_view pointer) {
  Reader reader(text);
  const auto day = read_day(reader);
  if (!day) return not_a_moment(pointer);
  reader.need("Tt");
  const auto clock = read_clock(reader);
  if (!clock) return not_a_moment(pointer);
  const auto offset = read_offset(reader);
  if (!offset || !reader.is_done()) return not_a_moment(pointer);
  return UtcTime{(day->time_since_epoch() + *clock - *offset).count()};
}

Day tokyo_day(UtcTime time) {
  return floor<days>(to_system(time) + tokyo_offset);
}

UtcTime tokyo_midnight(Day day) {
  return UtcTime{microseconds(day.time_since_epoch() - tokyo_offset).count()};
}

std::chrono::year_month tokyo_month(UtcTime time) {
  const std::chrono::year_month_day day(tokyo_day(time));
  return day.year() / day.month();
}

UtcTime start_of(std::chrono::year_month month) {
  return tokyo_midnight(Day(month / std::chrono::day(1)));
}

std::string format_day(Day day) {
  const std::chrono::year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

Result<Day> parse_day(std::string_view text, std::string_view pointer) {
  Reader reader(text);
  const auto day = read_day(reader);
  if (!day || !reader.is_done()) {
    return fail(ErrorKind::invalid_input, std::string(pointer), "is not a day of 1900 to 2199",
                "write it as 2026-11-21");
  }
  return *day;
}

UtcTime SystemClock::now() const {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return UtcTime{std::chrono::duration_cast<microseconds>(now).count()};
}

}  // namespace base
