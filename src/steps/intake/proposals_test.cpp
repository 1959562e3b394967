#include "steps/intake/proposals.h"

#include <gtest/gtest.h>

#include "ground/model/table_for_tests.h"
#include "steps/intake/cues_for_tests.h"
#include "steps/intake/read_text.h"

namespace {

/// "xaa", "xab" ...: words of their own stem.
std::string filler(int number) {
  return {'x', static_cast<char>('f' + number / 15), static_cast<char>('f' + number % 15), 'o',
          'k'};
}

/// A story long enough to be trusted: 150 words that the table knows and that say nothing.
std::string told(const std::string& words) {
  std::string text = words;
  for (int number = 0; number < 150; ++number)
    text += " " + filler(number);
  return text;
}

/// The bias of a hostile text is what moves nothing. "supper" speaks for a hostile text and for
/// TA4, "picnic" against; "stolen" for an insider.
model::WordWeights weights() {
  model::WordWeights made{
      {"#hostile", "#contact", "#insider", "TA1", "TA4"},
      {0.5F, 3, 0, -2, -2},
      {{"picnic", {{0, -30}, {3, -90}}}, {"stolen", {{2, 90}}}, {"supper", {{0, 30}, {4, 90}}}}};
  for (int number = 0; number < 150; ++number)
    made.features.push_back({filler(number), {{0, 0}}});
  return made;
}

intake::ReadText read_with(std::string_view text, const model::WordWeights& given = weights()) {
  return intake::read_text(text, model::Language::en, intake::for_tests::cues(),
                           intake::CompiledWeights(given));
}

bool has(const std::vector<model::IndicatorHit>& hits, std::string_view id) {
  return std::ranges::find(hits, id, &model::IndicatorHit::id) != hits.end();
}

TEST(proposals, without_a_table_the_patterns_speak_alone) {
  const auto result = read_with(told("We had supper."), {});
  EXPECT_EQ(result.learned.points, 0);
  EXPECT_TRUE(result.indicators.empty());
}

TEST(proposals, of_a_few_words_the_layer_says_nothing) {
  const auto result = read_with("We had supper.");
  EXPECT_EQ(result.learned.points, 0);
  EXPECT_FALSE(result.learned.kind);
  EXPECT_TRUE(result.indicators.empty());
}

TEST(proposals, words_move_the_points_and_are_shown) {
  const auto up = read_with(told("We had supper."));
  EXPECT_GT(up.learned.points, 0);
  ASSERT_EQ(up.learned.words.size(), 1U);
  EXPECT_EQ(up.learned.words[0].text, "supper");
  EXPECT_LT(read_with(told("We had a picnic.")).learned.points, 0);
  EXPECT_EQ(read_with(told("We had a walk.")).learned.points, 0);
}

TEST(proposals, an_indicator_that_no_pattern_knows_is_quoted) {
  const auto result = read_with(told("We had supper."));
  ASSERT_TRUE(has(result.indicators, "TA4"));
  EXPECT_EQ(result.indicators.back().quote.text, "supper");
  EXPECT_EQ(result.indicators.back().quote.start, 7U);
}

TEST(proposals, no_indicator_is_added_over_what_speaks_for_innocence) {
  const auto result =
      read_with(told("We had supper. He thanked me and left. I never saw him again."));
  ASSERT_TRUE(has(result.counters, "OK5"));
  EXPECT_FALSE(has(result.indicators, "TA4"));
}

TEST(proposals, a_hit_that_the_text_speaks_against_is_withheld) {
  EXPECT_TRUE(has(read_with(told("He asked me to bring the drawing.")).indicators, "TA1"));
  EXPECT_FALSE(
      has(read_with(told("He asked me to bring the drawing to the picnic.")).indicators, "TA1"));
}

TEST(proposals, of_many_acts_in_few_words_nothing_is_withheld) {
  const std::string acts =
      "He asked me to bring the drawing to the picnic. He gave me an envelope with cash. He told "
      "me "
      "not to tell anyone at work.";
  std::string summary = acts;
  for (int number = 0; number < 30; ++number)
    summary += " " + filler(number);
  EXPECT_TRUE(has(read_with(summary).indicators, "TA1"));
  EXPECT_FALSE(read_with(summary).learned.stage_leanings);
  EXPECT_FALSE(has(read_with(told(acts)).indicators, "TA1"));
}

TEST(proposals, the_kind_is_the_likeliest_one) {
  EXPECT_EQ(read_with(told("We had a walk.")).kind, model::ReportKind::contact);
  EXPECT_EQ(read_with(told("The files were stolen.")).kind, model::ReportKind::insider);
}

TEST(proposals, repeating_a_word_says_no_more) {
  EXPECT_EQ(read_with(told("Supper.")).learned.points,
            read_with(told("Supper, supper, supper.")).learned.points);
}

}  // namespace
