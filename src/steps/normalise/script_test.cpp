#include "steps/normalise/script.h"

#include <gtest/gtest.h>

namespace normalise {
namespace {

TEST(script, knows_the_writings_of_names) {
  EXPECT_EQ(script_of(U'a'), Script::latin);
  EXPECT_EQ(script_of(U'é'), Script::latin);
  EXPECT_EQ(script_of(U'÷'), Script::other);
  EXPECT_EQ(script_of(U'ж'), Script::cyrillic);
  EXPECT_EQ(script_of(U'ア'), Script::katakana);
  EXPECT_EQ(script_of(U'ー'), Script::katakana);
  EXPECT_EQ(script_of(U'・'), Script::other);
  EXPECT_EQ(script_of(U'あ'), Script::hiragana);
  EXPECT_EQ(script_of(U'田'), Script::han);
  EXPECT_EQ(script_of(U'々'), Script::han);
  EXPECT_EQ(script_of(U'𠮷'), Script::han);
  EXPECT_EQ(script_of(U'김'), Script::hangul);
  EXPECT_EQ(script_of(U'7'), Script::digit);
}

TEST(script, parts_are_split_at_middle_dots_and_wide_blanks) {
  EXPECT_EQ(split_parts(U"セルゲイ・イワノフ"),
            (std::vector<std::u32string>{U"セルゲイ", U"イワノフ"}));
  EXPECT_EQ(split_parts(U"田中　健一,"), (std::vector<std::u32string>{U"田中", U"健一"}));
  EXPECT_TRUE(split_parts(U" ・ ").empty());
}

TEST(script, ends_are_trimmed) {
  EXPECT_EQ(trimmed(U" ・abc. "), U"abc");
}

TEST(script, all_of_one_writing_needs_one_character) {
  EXPECT_TRUE(is_all(U"田中", Script::han));
  EXPECT_FALSE(is_all(U"田な", Script::han));
  EXPECT_FALSE(is_all(U"", Script::han));
}

TEST(script, folding_takes_width_and_capitals_away) {
  EXPECT_EQ(folded(" ＡｂＣ ｱ "), U"abc ア");
}

}  // namespace
}  // namespace normalise
