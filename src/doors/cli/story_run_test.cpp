#include "doors/cli/story_run.h"

#include <gtest/gtest.h>

namespace cli {
namespace {

TEST(story_run, a_report_is_read_and_its_expectations_hold) {
  const auto failures = run_story(
      "Story: x\n"
      "firm alpha sector semiconductor area 13109\n"
      "report r1 from officer-alpha\n"
      "  \"\"\"\n  He asked the way, then where I work.\n  \"\"\"\n"
      "  when 2026-05-20\n"
      "    acts AP1\n"
      "expect r1 state held\n"
      "release r1\n"
      "expect r1 state released\n"
      "refused vet r1 behaviour by officer-bay\n"
      "vet r1 behaviour by officer-gate\n"
      "refused as forbidden vet r1 context by officer-gate\n"
      "expect record holds\n");
  for (const auto& failure : failures)
    ADD_FAILURE() << failure.line << ": " << failure.text;
}

TEST(story_run, a_failed_expectation_says_what_was_there_and_the_story_goes_on) {
  const auto failures = run_story(
      "Story: x\n"
      "report r1 from officer-gate\n"
      "  \"\"\"\n  He asked the way.\n  \"\"\"\n"
      "  when 2026-05-20\n"
      "expect r1 state held\n"
      "expect persons 7\n");
  ASSERT_EQ(failures.size(), 2U);
  EXPECT_EQ(failures[0].line, 7U);
  EXPECT_EQ(failures[0].text, "expected held, was released");
  EXPECT_EQ(failures[1].text, "expected 7, was 1");
}

TEST(story_run, what_was_to_be_refused_and_was_done_is_a_failure) {
  const auto failures = run_story(
      "Story: x\n"
      "report r1 from officer-gate\n"
      "  \"\"\"\n  He asked the way.\n  \"\"\"\n"
      "refused reads r1 by analyst-1\n");
  ASSERT_EQ(failures.size(), 1U);
  EXPECT_EQ(failures[0].text, "expected a refusal, was done");
}

TEST(story_run, a_step_that_cannot_be_done_ends_the_story) {
  const auto failures = run_story("Story: x\nrelease r9\nexpect r9 state held\n");
  ASSERT_EQ(failures.size(), 1U);
  EXPECT_EQ(failures[0].line, 2U);
  EXPECT_NE(failures[0].text.find("there is no report called 'r9'"), std::string::npos);
}

TEST(story_run, an_unknown_statement_is_named) {
  const auto failures = run_story("Story: x\ndance with r1\n");
  ASSERT_EQ(failures.size(), 1U);
  EXPECT_NE(failures[0].text.find("'dance' is no statement"), std::string::npos);
  EXPECT_TRUE(failures[0].is_of_the_text);
  const auto missed = run_story("Story: x\nexpect persons 7\n");
  ASSERT_EQ(missed.size(), 1U);
  EXPECT_FALSE(missed[0].is_of_the_text);
}

}  // namespace
}  // namespace cli
