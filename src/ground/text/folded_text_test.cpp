#include "ground/text/folded_text.h"

#include <gtest/gtest.h>

namespace {

using text::fold_text;
using text::fold_words;
using text::to_utf8;

std::string folded(std::string_view utf8) {
  return to_utf8(fold_words(utf8));
}

/// The original words that a piece of the folded text came from.
std::string original_of(std::string_view utf8, std::string_view piece) {
  const auto whole = fold_text(utf8);
  const auto wanted = fold_words(piece);
  const auto at = whole.folded.find(wanted);
  if (at == std::u32string::npos) return "(not found)";
  const auto from = whole.start[at], to = whole.end[at + wanted.size() - 1];
  return to_utf8(std::u32string_view(whole.original).substr(from, to - from));
}

TEST(folded_text, capitals_and_widths_no_longer_matter) {
  EXPECT_EQ(folded("ＬＩＮＥ Ｉｄ"), "line id");
  EXPECT_EQ(folded("ﾌﾞｰｽ"), "ブース");
  EXPECT_EQ(folded("㈱"), "(株)");
  EXPECT_EQ(folded("Straße"), "strasse");
}

TEST(folded_text, decomposed_kana_fold_to_the_composed_letter) {
  EXPECT_EQ(folded("か\u3099いしゃ"), "がいしゃ");
}

TEST(folded_text, offsets_lead_back_to_the_words_as_written) {
  EXPECT_EQ(original_of("彼はＬＩＮＥを聞いた", "line"), "ＬＩＮＥ");
  EXPECT_EQ(original_of("展示会のﾌﾞｰｽで", "ブース"), "ﾌﾞｰｽ");
  EXPECT_EQ(original_of("😀 The Hotel", "the hotel"), "The Hotel");
}

TEST(folded_text, a_character_that_folds_to_several_is_never_cut) {
  EXPECT_EQ(original_of("第㈱社", "株"), "㈱");
}

TEST(folded_text, blanks_and_wrapped_lines_read_as_one_space) {
  EXPECT_EQ(folded("asked  the\r\n way"), "asked the way");
  EXPECT_EQ(folded("道を\n聞かれ"), "道を聞かれ");
}

TEST(folded_text, an_empty_line_ends_a_sentence) {
  EXPECT_EQ(folded("one\n\ntwo"), "one\ntwo");
  EXPECT_EQ(folded("道\n \n駅"), "道\n駅");
}

TEST(folded_text, curly_apostrophes_are_straight) {
  EXPECT_EQ(folded("don’t"), "don't");
}

TEST(folded_text, broken_bytes_become_replacement_characters) {
  EXPECT_EQ(folded("a\xff\xfe"), "a\uFFFD\uFFFD");
  EXPECT_EQ(fold_text("\xe3\x81").original.size(), 1U);
}

TEST(folded_text, every_folded_character_has_its_origin) {
  const auto whole = fold_text("Ａb ﾌﾞ㍿か\u3099\n\n\U0001F600");
  ASSERT_EQ(whole.start.size(), whole.folded.size());
  ASSERT_EQ(whole.end.size(), whole.folded.size());
  for (std::size_t at = 0; at < whole.folded.size(); ++at) {
    EXPECT_LT(whole.start[at], whole.end[at]);
    EXPECT_LE(whole.end[at], whole.original.size());
  }
}

TEST(folded_text, empty_stays_empty) {
  EXPECT_TRUE(fold_text("").folded.empty());
}

TEST(folded_text, word_characters_are_letters_and_digits_of_any_script) {
  EXPECT_TRUE(text::is_word_character(U'é'));
  EXPECT_TRUE(text::is_word_character(U'道'));
  EXPECT_FALSE(text::is_word_character(U'-'));
  EXPECT_TRUE(text::is_unspaced_script(U'ｱ'));
  EXPECT_FALSE(text::is_unspaced_script(U'a'));
}

}  // namespace
