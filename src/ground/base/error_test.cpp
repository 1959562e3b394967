#include "ground/base/error.h"

#include <set>

#include <gtest/gtest.h>

#include "ground/base/ensure.h"
#include "ground/base/result.h"

namespace base {
namespace {

Result<int> half(int number) {
  if (number % 2 != 0) return fail(ErrorKind::refused, "/number", "is odd", "give an even one");
  return number / 2;
}

Result<int> quarter(int number) {
  auto halved = half(number);
  if (!halved) return pass_on(halved);
  return half(*halved);
}

Result<void> need_even(int number) {
  auto halved = half(number);
  if (!halved) return pass_on(halved);
  return {};
}

TEST(error, text_names_field_problem_and_next_step_of_every_issue) {
  EXPECT_EQ(
      Error(ErrorKind::invalid_input, "/met_on", "is in the future", "give a past date").text(),
      "/met_on: is in the future (give a past date)");
  EXPECT_EQ(Error(ErrorKind::conflict, "", "was sent before").text(), "was sent before");
  const Error both(ErrorKind::invalid_input,
                   std::vector<Issue>{{"/a", "is missing", ""}, {"/b", "is too long", "cut it"}});
  EXPECT_EQ(both.text(), "/a: is missing; /b: is too long (cut it)");
}

TEST(error, every_kind_has_its_own_word) {
  std::set<std::string_view> words;
  const auto last = static_cast<int>(ErrorKind::unavailable);
  for (int kind = 0; kind <= last; ++kind)
    words.insert(word(static_cast<ErrorKind>(kind)));
  EXPECT_EQ(words.size(), static_cast<std::size_t>(last) + 1);
  EXPECT_EQ(word(ErrorKind::not_found), "not-found");
}

TEST(error_death, an_error_without_an_issue_is_our_bug) {
  EXPECT_DEATH(Error(ErrorKind::refused, std::vector<Issue>{}), "at least one issue");
}

TEST(result, holds_a_value_or_hands_the_inner_failure_on_unchanged) {
  EXPECT_EQ(quarter(8).value(), 2);
  const auto failed = quarter(6);
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().kind, ErrorKind::refused);
  EXPECT_EQ(failed.error().text(), "/number: is odd (give an even one)");
  EXPECT_TRUE(need_even(4));
  EXPECT_FALSE(need_even(5));
}

TEST(ensure_death, a_broken_promise_ends_the_program_and_names_it) {
  ensure(true, "never shown");
  EXPECT_DEATH(ensure(false, "two and two are four"), "error_test.cpp.*two and two are four");
}

}  // namespace
}  // namespace base
