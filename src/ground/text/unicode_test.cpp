#include "ground/text/unicode.h"

#include <gtest/gtest.h>

namespace text {
namespace {

TEST(unicode, broken_utf8_is_told_from_good) {
  EXPECT_TRUE(is_valid_utf8(""));
  EXPECT_TRUE(is_valid_utf8("Иванов 王偉 é"));
  EXPECT_EQ(repaired_utf8("Иванов 王偉"), "Иванов 王偉");
  EXPECT_EQ(repaired_utf8("a\xff"
                          "b\xF7\xBF\xBF\xBF"),
            "a\uFFFDb\uFFFD\uFFFD\uFFFD\uFFFD");
  EXPECT_FALSE(is_valid_utf8("\xff"));
  EXPECT_FALSE(is_valid_utf8("\xc0\xaf"));      // overlong
  EXPECT_FALSE(is_valid_utf8("\xed\xa0\x80"));  // surrogate
  EXPECT_FALSE(is_valid_utf8("abc\xe7\x8e"));   // cut off
}

TEST(unicode, folding_takes_away_width_case_and_invisible_characters) {
  EXPECT_EQ(nfkc_casefold("ＡＢＣ ｾﾙｹﾞｲ"), "abc セルゲイ");
  EXPECT_EQ(nfkc_casefold("Straße\u200B"), "strasse");
  EXPECT_EQ(nfkc_casefold("ИВАНОВ"), "иванов");
}

TEST(unicode, offsets_count_code_points) {
  EXPECT_EQ(count_code_points("王a😀"), 3U);
  EXPECT_EQ(byte_offset("王a😀", 0), 0U);
  EXPECT_EQ(byte_offset("王a😀", 2), 4U);
  EXPECT_EQ(byte_offset("王a😀", 9), 8U);
}

TEST(unicode, a_cut_never_breaks_a_code_point) {
  EXPECT_EQ(cut("王偉", 5), "王");
  EXPECT_EQ(cut("王偉", 6), "王偉");
  EXPECT_EQ(cut("王", 2), "");
}

TEST(unicode, hidden_controls_are_found_and_taken_out) {
  EXPECT_FALSE(has_hidden_controls("a\tb\nc"));
  EXPECT_TRUE(has_hidden_controls("a\u202Eb"));
  EXPECT_TRUE(has_hidden_controls(std::string("a\0b", 3)));
  EXPECT_EQ(without_hidden_controls("a\u202Eb\x07"), "ab");
}

}  // namespace
}  // namespace text
