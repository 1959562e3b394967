#include "steps/intake/proposals.h"

#include <gtest/gtest.h>

#include "ground/model/table_for_tests.h"
#include "steps/intake/read_text.h"

namespace {

const intake::CompiledCues& cues() {
  static const intake::CompiledCues made(model::for_tests::table());
  return made;
}

/// "supper" speaks for a hostile text and for TA4, "picnic" against; "stolen" for an insider.
model::WordWeights weights() {
  return {{"#hostile", "#contact", "#insider", "TA1", "TA4"},
          {0, 1, 0, -2, -2},
          {{"picnic", {{0, -3}, {3, -9}}}, {"stolen", {{2, 9}}}, {"supper", {{0, 3}, {4, 9}}}}};
}

intake::ReadText read(std::string_view text, const model::WordWeights& given = weights()) {
  return intake::read_text(text, model::Language::en, cues(), intake::CompiledWeights(given));
}

bool has(const std::vector<model::IndicatorHit>& hits, std::string_view id) {
  return std::ranges::find(hits, id, &model::IndicatorHit::id) != hits.end();
}

TEST(proposals, without_a_table_the_patterns_speak_alone) {
  const auto result = read("We had supper.", {});
  EXPECT_EQ(result.learned.points, 0);
  EXPECT_TRUE(result.indicators.empty());
}

TEST(proposals, words_move_the_points_and_are_shown) {
  const auto up = read("We had supper.");
  EXPECT_GT(up.learned.points, 0);
  ASSERT_EQ(up.learned.words.size(), 1U);
  EXPECT_EQ(up.learned.words[0].text, "supper");
  EXPECT_LT(read("We had a picnic.").learned.points, 0);
  EXPECT_EQ(read("We had a walk.").learned.points, 0);
}

TEST(proposals, an_indicator_that_no_pattern_knows_is_quoted) {
  const auto result = read("We had supper.");
  ASSERT_TRUE(has(result.indicators, "TA4"));
  EXPECT_EQ(result.indicators.back().quote.text, "supper");
  EXPECT_EQ(result.indicators.back().quote.start, 7U);
}

TEST(proposals, a_hit_that_the_text_speaks_against_is_withheld) {
  EXPECT_TRUE(has(read("He asked me to bring the drawing.").indicators, "TA1"));
  EXPECT_FALSE(has(read("He asked me to bring the drawing to the picnic.").indicators, "TA1"));
}

TEST(proposals, the_kind_is_the_likeliest_one) {
  EXPECT_EQ(read("We had a walk.").kind, model::ReportKind::contact);
  EXPECT_EQ(read("The files were stolen.").kind, model::ReportKind::insider);
}

TEST(proposals, repeating_a_word_says_no_more) {
  EXPECT_EQ(read("Supper.").learned.points, read("Supper, supper, supper.").learned.points);
}

}  // namespace
