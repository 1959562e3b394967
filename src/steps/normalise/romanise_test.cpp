#include "steps/normalise/romanise.h"

#include <gtest/gtest.h>

namespace normalise {
namespace {

TEST(romanise, katakana_by_hepburn_without_long_vowels) {
  EXPECT_EQ(romanised(U"セルゲイ"), "serugei");
  EXPECT_EQ(romanised(U"ケンイチロー"), "kenichiro");
  EXPECT_EQ(romanised(U"シャチョ"), "shacho");
  EXPECT_EQ(romanised(U"キョウ"), "kyou");
  EXPECT_EQ(romanised(U"ジュン"), "jun");
}

TEST(romanise, katakana_for_foreign_sounds) {
  EXPECT_EQ(romanised(U"フェドロフ"), "fedorofu");
  EXPECT_EQ(romanised(U"ウィリアム"), "wiriamu");
  EXPECT_EQ(romanised(U"ヴァレンティン"), "varentin");
  EXPECT_EQ(romanised(U"シェルバコフ"), "sherubakofu");
  EXPECT_EQ(romanised(U"ウラジーミル"), "vladimiru");
}

TEST(romanise, hiragana_sounds_like_katakana) {
  EXPECT_EQ(romanised(U"さやか"), romanised(U"サヤカ"));
}

TEST(romanise, cyrillic_as_russian) {
  EXPECT_EQ(romanised(U"щербаков"), "shcherbakov");
  EXPECT_EQ(romanised(U"юрьев"), "yurev");
  EXPECT_EQ(romanised(U"київ"), "kiyiv");
}

TEST(romanise, hangul_by_its_letters) {
  EXPECT_EQ(romanised(U"김"), "gim");
  EXPECT_EQ(romanised(U"철수"), "cheolsu");
  EXPECT_EQ(romanised(U"강"), "gang");
}

TEST(romanise, latin_loses_its_marks) {
  EXPECT_EQ(romanised(U"łukasz"), "lukasz");
  EXPECT_EQ(romanised(U"jürgen"), "jurgen");
  EXPECT_EQ(romanised(U"nguyễn"), "nguyen");
  EXPECT_EQ(romanised(U"žižek"), "zizek");
  EXPECT_EQ(romanised(U"o'brien"), "obrien");
}

TEST(romanise, kanji_and_digits_have_no_sound) {
  EXPECT_EQ(romanised(U"田中"), "");
  EXPECT_EQ(romanised(U"アレックス2"), "");
  EXPECT_EQ(romanised(U"محمد"), "");
}

}  // namespace
}  // namespace normalise
