#include "ground/base/time.h"

#include <gtest/gtest.h>

namespace base {
namespace {

constexpr std::int64_t second = 1'000'000;

TEST(utc_time, reads_any_offset_as_the_same_moment) {
  const UtcTime expected{1'795'221'000 * second};
  for (const auto* text : {"2026-11-21T00:30:00Z", "2026-11-21t00:30:00z",
                           "2026-11-21T09:30:00+09:00", "2026-11-20T15:00:00-09:30"})
    EXPECT_EQ(parse_utc(text).value(), expected) << text;
}

TEST(utc_time, keeps_microseconds_and_writes_a_fraction_only_where_there_is_one) {
  EXPECT_EQ(format_utc(parse_utc("2026-11-21T09:30:00.25+09:00").value()),
            "2026-11-21T00:30:00.25Z");
  EXPECT_EQ(format_utc(parse_utc("2026-11-21T00:30:00.000001999Z").value()),
            "2026-11-21T00:30:00.000001Z");
  EXPECT_EQ(format_utc(UtcTime{0}), "1970-01-01T00:00:00Z");
  EXPECT_EQ(format_utc(UtcTime{-1}), "1969-12-31T23:59:59.999999Z");
}

TEST(utc_time, refuses_what_is_no_moment_with_the_pointer) {
  for (const auto* text :
       {"", "2026-11-21", "2026-11-21T09:30Z", "2026-11-21T09:30:00", "2026-11-21 09:30:00Z",
        "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z",
        "2026-11-21T24:00:00Z", "2026-11-21T09:60:00Z", "2026-11-21T09:30:60Z",
        "2026-11-21T09:30:00.Z", "2026-11-21T09:30:00.1234567890Z", "2026-11-21T09:30:00+24:00",
        "2026-11-21T09:30:00+0900", "2026-11-21T09:30:00Z ", "1899-12-31T23:59:59Z",
        "2200-01-01T00:00:00Z", "+026-11-21T09:30:00Z"}) {
    const auto time = parse_utc(text, "/at");
    ASSERT_FALSE(time) << text;
    EXPECT_EQ(time.error().kind, ErrorKind::invalid_input);
    EXPECT_EQ(time.error().issues.front().pointer, "/at");
  }
}

TEST(utc_time, adds_and_subtracts_spans) {
  const UtcTime start{10 * second};
  EXPECT_EQ(start + std::chrono::minutes(1), UtcTime{70 * second});
  EXPECT_EQ(start - std::chrono::seconds(10), UtcTime{0});
  EXPECT_EQ((start + std::chrono::hours(1)) - start, std::chrono::hours(1));
}

TEST(tokyo_day, turns_at_fifteen_hours_utc) {
  const auto before = parse_utc("2026-11-21T14:59:59.999999Z").value();
  EXPECT_EQ(format_day(tokyo_day(before)), "2026-11-21");
  EXPECT_EQ(format_day(tokyo_day(before + std::chrono::microseconds(1))), "2026-11-22");
  EXPECT_EQ(format_utc(tokyo_midnight(parse_day("2026-11-22").value())), "2026-11-21T15:00:00Z");
}

TEST(day, reads_leap_days_and_refuses_the_impossible) {
  EXPECT_EQ(format_day(parse_day("2024-02-29").value()), "2024-02-29");
  for (const auto* text : {"2023-02-29", "2100-02-29", "2026-11-31", "2026-1-1", "20261121",
                           "2026-11-21T", "1899-12-31", "2200-01-01", ""})
    EXPECT_FALSE(parse_day(text, "/day")) << text;
}

TEST(set_clock, stands_still_until_told_otherwise) {
  SetClock clock(UtcTime{5});
  EXPECT_EQ(clock.now(), UtcTime{5});
  clock.advance(std::chrono::microseconds(3));
  EXPECT_EQ(clock.now(), UtcTime{8});
  clock.set(UtcTime{1});
  EXPECT_EQ(clock.now(), UtcTime{1});
}

TEST(tokyo_month, begins_at_midnight_in_tokyo) {
  const auto last_evening = parse_utc("2026-10-31T14:59:59Z").value();
  const auto midnight = parse_utc("2026-10-31T15:00:00Z").value();
  using std::chrono::October, std::chrono::November, std::chrono::year;
  EXPECT_EQ(tokyo_month(last_evening), year(2026) / October);
  EXPECT_EQ(tokyo_month(midnight), year(2026) / November);
  EXPECT_EQ(start_of(year(2026) / November), midnight);
}

}  // namespace
}  // namespace base
