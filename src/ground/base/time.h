#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "ground/base/result.h"

namespace base {

/// A moment: whole microseconds since 1970-01-01T00:00:00Z. Local time never has this type.
struct UtcTime {
  std::int64_t microseconds = 0;

  auto operator<=>(const UtcTime&) const = default;
  friend UtcTime operator+(UtcTime time, std::chrono::microseconds span) {
    return {time.microseconds + span.count()};
  }
  friend UtcTime operator-(UtcTime time, std::chrono::microseconds span) {
    return {time.microseconds - span.count()};
  }
  friend std::chrono::microseconds operator-(UtcTime later, UtcTime earlier) {
    return std::chrono::microseconds(later.microseconds - earlier.microseconds);
  }
};

/// RFC 3339 in UTC: "2026-11-21T03:10:00Z", with a fraction only where there is one.
[[nodiscard]] std::string format_utc(UtcTime time);

/// RFC 3339 with any offset; years 1900 to 2199. `pointer` names the field in the error.
[[nodiscard]] Result<UtcTime> parse_utc(std::string_view text, std::string_view pointer = "");

/// A calendar day as days since 1970-01-01 (proleptic Gregorian).
using Day = std::chrono::sys_days;

/// The day on the calendar of Asia/Tokyo (UTC+9 without daylight saving since 1952).
[[nodiscard]] Day tokyo_day(UtcTime time);
[[nodiscard]] UtcTime tokyo_midnight(Day day);
/// The month on that calendar, and its first moment.
[[nodiscard]] std::chrono::year_month tokyo_month(UtcTime time);
[[nodiscard]] UtcTime start_of(std::chrono::year_month month);
[[nodiscard]] std::string format_day(Day day);  ///< "2026-11-21"
[[nodiscard]] Result<Day> parse_day(std::string_view text, std::string_view pointer = "");

/// Seam: what time it is. Tests and scenarios set it, the program asks the system.
class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual UtcTime now() const = 0;
};

class SystemClock final : public Clock {
 public:
  [[nodiscard]] UtcTime now() const override;
};

/// A clock that stands still until it is told otherwise.
class SetClock final : public Clock {
 public:
  explicit SetClock(UtcTime start) : now_(start) {}
  [[nodiscard]] UtcTime now() const override { return now_; }
  void set(UtcTime time) { now_ = time; }
  void advance(std::chrono::microseconds span) { now_ = now_ + span; }

 private:
  UtcTime now_;
};

}  // namespace base
