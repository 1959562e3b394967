#include "doors/cli/story_text.h"

#include <gtest/gtest.h>

namespace cli {
namespace {

TEST(story_text, statements_keep_their_line_words_and_what_is_below) {
  auto story = parse_story(
      "Story: One meeting\nSource: X-1\n# a note\n\nreport r1 from employee-alpha\n  when "
      "2026-05-20\n    place street 13109 \"near a station\"\n  innocent \"lost\"\nrelease r1\n");
  ASSERT_TRUE(story);
  EXPECT_EQ(story->title, "One meeting");
  EXPECT_EQ(story->source, "X-1");
  ASSERT_EQ(story->statements.size(), 2U);
  const auto& report = story->statements[0];
  EXPECT_EQ(report.line, 5U);
  EXPECT_EQ(report.word(1), "r1");
  EXPECT_EQ(report.after("from"), "employee-alpha");
  ASSERT_EQ(report.below.size(), 2U);
  ASSERT_EQ(report.below[0].below.size(), 1U);
  EXPECT_TRUE(report.below[0].below[0].words[3].is_quoted);
  EXPECT_EQ(report.below[0].below[0].words[3].text, "near a station");
}

TEST(story_text, a_narrative_keeps_its_lines_without_the_margin) {
  auto story = parse_story("Story: s\nreport r1\n  \"\"\"\n  # not a note\n    deeper\n  \"\"\"\n");
  ASSERT_TRUE(story);
  EXPECT_EQ(story->statements[0].narrative, "# not a note\n  deeper");
}

TEST(story_text, a_reason_is_what_follows_a_colon_or_because) {
  auto story =
      parse_story("Story: s\nundo r1 r2 by a because it was wrong\ndissent w by b: too early\n");
  ASSERT_TRUE(story);
  EXPECT_EQ(story->statements[0].reason(), "it was wrong");
  EXPECT_EQ(story->statements[1].reason(), "too early");
}

TEST(story_text, faults_name_their_line) {
  auto quote = parse_story("Story: s\n\npersona \"x\nrelease r1");
  ASSERT_FALSE(quote);
  EXPECT_EQ(quote.error().issues[0].pointer, "line 3");
  auto indent = parse_story("Story: s\n  place street");
  ASSERT_FALSE(indent);
  EXPECT_EQ(indent.error().issues[0].pointer, "line 2");
  EXPECT_FALSE(parse_story("release r1"));
  EXPECT_FALSE(parse_story("Story: s\nreport r1\n  \"\"\"\n  never ends"));
}

}  // namespace
}  // namespace cli
