#include "ground/base/id.h"

#include <algorithm>
#include <set>
#include <thread>
#include <type_traits>
#include <unordered_set>
#include <vector>

#include <gtest/gtest.h>

namespace base {
namespace {

struct Report;
struct Persona;
static_assert(!std::is_convertible_v<Id<Report>, Id<Persona>>);

constexpr UtcTime now{1'795'225'800'123'456};
constexpr auto written = "0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3";

int version(const UuidBytes& bytes) {
  return bytes[6] >> 4;
}
bool has_rfc_variant(const UuidBytes& bytes) {
  return (bytes[8] & 0xc0) == 0x80;
}

TEST(id, reads_what_it_writes_in_either_case) {
  const auto id = parse_id<Report>(written);
  ASSERT_TRUE(id);
  EXPECT_EQ(id->text(), written);
  EXPECT_EQ(parse_id<Report>("0192F0C1-2D3E-7A4B-8C5D-6E7F8091A2B3").value(), *id);
}

TEST(id, refuses_anything_else_with_the_pointer) {
  for (const auto* text :
       {"", "0192f0c1", "0192f0c12d3e7a4b8c5d6e7f8091a2b3", "0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b",
        "0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2bg", "0192f0c1-2d3e-7a4b-8c5d6-e7f8091a2b3",
        "{192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3", "0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3 "}) {
    const auto id = parse_id<Report>(text, "/report");
    ASSERT_FALSE(id) << text;
    EXPECT_EQ(id.error().issues.front().pointer, "/report");
  }
}

TEST(id, is_nil_until_it_is_made) {
  CountingIds ids;
  EXPECT_TRUE(Id<Report>{}.is_nil());
  EXPECT_FALSE(ids.make<Report>(now).is_nil());
}

TEST(id, hashes_spread) {
  CountingIds ids;
  std::unordered_set<Id<Report>> seen;
  std::set<std::size_t> hashes;
  for (int count = 0; count < 1000; ++count) {
    const auto id = ids.make<Report>(now);
    seen.insert(id);
    hashes.insert(std::hash<Id<Report>>{}(id));
  }
  EXPECT_EQ(seen.size(), 1000U);
  EXPECT_GT(hashes.size(), 990U);
}

TEST(system_ids, carry_the_millisecond_version_and_variant) {
  SystemIds ids;
  const auto bytes = ids.next(now);
  std::int64_t milliseconds = 0;
  for (int index = 0; index < 6; ++index)
    milliseconds = milliseconds * 256 + bytes[static_cast<std::size_t>(index)];
  EXPECT_EQ(milliseconds, now.microseconds / 1000);
  EXPECT_EQ(version(bytes), 7);
  EXPECT_TRUE(has_rfc_variant(bytes));
}

TEST(system_ids, increase_within_a_microsecond_and_when_the_clock_is_set_back) {
  SystemIds ids;
  auto last = ids.next(now);
  for (int count = 0; count < 5000; ++count) {
    const auto next = ids.next(now - std::chrono::microseconds(count));
    ASSERT_LT(last, next);
    last = next;
  }
}

TEST(system_ids, differ_across_threads) {
  SystemIds ids;
  std::vector<std::vector<UuidBytes>> made(4);
  {
    std::vector<std::jthread> threads;
    for (auto& mine : made)
      threads.emplace_back([&ids, &mine] {
        for (int count = 0; count < 500; ++count)
          mine.push_back(ids.next(now));
      });
  }
  std::set<std::array<std::uint8_t, 8>> ticks;
  for (const auto& mine : made)
    for (const auto& bytes : mine) {
      std::array<std::uint8_t, 8> tick{};
      std::copy_n(bytes.begin(), tick.size(), tick.begin());
      ticks.insert(tick);
    }
  EXPECT_EQ(ticks.size(), 2000U);
}

TEST(system_ids, random_ids_are_version_4_and_tell_no_time) {
  SystemIds ids;
  const auto first = ids.random();
  EXPECT_EQ(version(first), 4);
  EXPECT_TRUE(has_rfc_variant(first));
  EXPECT_NE(first, ids.random());
}

TEST(counting_ids, repeat_exactly_and_increase) {
  CountingIds left;
  CountingIds right;
  const auto first = left.next(now);
  EXPECT_EQ(first, right.next(now));
  EXPECT_EQ(version(first), 7);
  EXPECT_LT(first, left.next(now));
  EXPECT_EQ(version(left.random()), 4);
}

}  // namespace
}  // namespace base
