#include "steps/normalise/words.h"

#include <set>

#include <gtest/gtest.h>

#include "steps/normalise/concepts.h"

namespace normalise {
namespace {

using Words = std::vector<std::string>;

TEST(words, carry_the_same_ideas_in_both_languages) {
  EXPECT_EQ(content_words("道を教えてほしい")[0], "way");
  EXPECT_EQ(content_words("道に迷いました")[0], "way");
  EXPECT_EQ(content_words("Could you tell me the way?"), Words{"way"});
  EXPECT_EQ(content_words("お礼に一杯どうですか"), (Words{"drink", "thanks"}));
  EXPECT_EQ(content_words("a beer to say thanks"), (Words{"drink", "thanks"}));
}

TEST(words, others_stay_as_they_are) {
  EXPECT_EQ(content_words("ヒマワリ"), Words{"ヒマワリ"});
  EXPECT_EQ(content_words("sunflowers"), Words{"sunflower"});
  EXPECT_EQ(content_words("подсолнух"), Words{"подсолнух"});
}

TEST(words, are_sorted_unique_and_few) {
  std::string text;
  for (char first = 'a'; first <= 'z'; ++first)
    for (char second = 'a'; second <= 'e'; ++second)
      text += std::string{first, second, first, 'q', ' '};
  const auto words = content_words(text + text);
  EXPECT_EQ(words.size(), words_max);
  EXPECT_TRUE(std::ranges::is_sorted(words));
  EXPECT_EQ(std::set(words.begin(), words.end()).size(), words.size());
}

TEST(words, grammar_is_left_out) {
  EXPECT_TRUE(content_words("それはどうですか").empty());
  EXPECT_TRUE(content_words("what is it that you have").empty());
  EXPECT_TRUE(content_words("").empty());
}

TEST(words, ideas_only_for_long_texts) {
  EXPECT_EQ(ideas_of("駅前で道を聞かれた。ヒマワリ"), (Words{"station", "way"}));
}

TEST(words, stems_lose_common_endings) {
  EXPECT_EQ(word_stem("drawings"), word_stem("drawing"));
  EXPECT_EQ(word_stem("process"), "process");
  EXPECT_EQ(word_stem("processes"), "process");
  EXPECT_EQ(word_stem("invited"), word_stem("invite"));
  EXPECT_EQ(word_stem("bus"), "bus");
}

TEST(concepts, have_unique_ids_and_words_in_both_languages) {
  std::set<std::string_view> ids;
  for (const auto& one : concepts()) {
    EXPECT_TRUE(ids.insert(one.id).second) << one.id;
    EXPECT_FALSE(one.english.empty());
    EXPECT_FALSE(one.japanese.empty());
  }
}

}  // namespace
}  // namespace normalise
