#include "steps/normalise/skeleton.h"

#include <gtest/gtest.h>

#include "steps/normalise/romanise.h"

namespace normalise {
namespace {

std::string sound(std::u32string_view word) {
  return skeleton_of(romanised(word));
}

struct Spellings {
  std::u32string_view first, second, third;
};

class one_name_in_three_writings : public testing::TestWithParam<Spellings> {};

TEST_P(one_name_in_three_writings, has_one_skeleton) {
  const auto& [first, second, third] = GetParam();
  EXPECT_EQ(sound(first), sound(second));
  EXPECT_EQ(sound(first), sound(third));
  EXPECT_FALSE(sound(first).empty());
}

INSTANTIATE_TEST_SUITE_P(skeleton, one_name_in_three_writings,
                         testing::Values(Spellings{U"сергей", U"sergey", U"セルゲイ"},
                                         Spellings{U"иванов", U"ivanov", U"イワノフ"},
                                         Spellings{U"михаил", U"mikhail", U"ミハイル"},
                                         Spellings{U"владимир", U"vladimir", U"ウラジーミル"},
                                         Spellings{U"щербаков", U"shcherbakov", U"シチェルバコフ"},
                                         Spellings{U"хабаров", U"khabarov", U"ハバロフ"},
                                         Spellings{U"чехов", U"chekhov", U"チェーホフ"},
                                         Spellings{U"евгений", U"yevgeny", U"エフゲニー"},
                                         Spellings{U"кузнецов", U"kuznetsov", U"クズネツォフ"},
                                         Spellings{U"анна", U"anna", U"アンナ"},
                                         Spellings{U"김", U"kim", U"キム"},
                                         Spellings{U"철수", U"cheolsu", U"チョルス"},
                                         Spellings{U"たなか", U"tanaka", U"タナカ"},
                                         Spellings{U"おおたに", U"ohtani", U"オオタニ"}));

TEST(skeleton, keeps_different_names_apart) {
  EXPECT_NE(sound(U"sergey"), sound(U"oleg"));
  EXPECT_NE(sound(U"ivanov"), sound(U"petrov"));
  EXPECT_NE(sound(U"anna"), sound(U"ivan"));
}

TEST(skeleton, reads_clusters_as_one_sound) {
  EXPECT_EQ(skeleton_of("wang"), "PN");
  EXPECT_EQ(skeleton_of("xi"), "S");
  EXPECT_EQ(skeleton_of("alexander"), "ARKSNTR");
  EXPECT_EQ(skeleton_of("thomas"), "TMS");
  EXPECT_EQ(skeleton_of("smith"), "SMS");
  EXPECT_EQ(skeleton_of("christina"), "KRSTN");
  EXPECT_EQ(skeleton_of("schmidt"), "SMTT");
}

TEST(skeleton, of_nothing_is_nothing) {
  EXPECT_EQ(skeleton_of(""), "");
}

}  // namespace
}  // namespace normalise
