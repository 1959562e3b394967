#include "steps/normalise/words.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "steps/normalise/concepts.h"

namespace normalise {
namespace {

using Words = std::vector<std::string>;

TEST(words, carry_the_same_ideas_in_both_languages) {
  for (const auto* text : {"道を教えてほしい", "道に迷いました", "Could you tell me the way?"})
    EXPECT_TRUE(std::ranges::count(content_words(text), "way")) << text;
  for (const auto* text : {"お礼に一杯どうですか", "a drink to say thanks"})
    for (const auto* idea : {"drink", "thanks"})
      EXPECT_TRUE(std::ranges::count(content_words(text), idea)) << text;
}

TEST(words, others_stay_as_they_are) {
  EXPECT_EQ(content_words("アブラカダブラ"), Words{"アブラカダブラ"});
  EXPECT_EQ(content_words("abracadabras"), Words{"abracadabra"});
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

TEST(words, long_texts_give_graded_ideas_only_the_seldom_told_first) {
  for (const auto* text : {"駅でアブラカダブラ、傘を貸してくれた",
                           "Abracadabra; he lent an umbrella at the station"}) {
    const auto ideas = ideas_of(text);
    EXPECT_EQ(ideas.front(), "3:umbrella_share") << text;
    EXPECT_TRUE(std::ranges::count(ideas, "1:station")) << text;
    EXPECT_TRUE(std::ranges::is_sorted(ideas, std::ranges::greater())) << text;
  }
}

TEST(words, an_idea_inside_a_longer_one_counts_too) {
  const auto ideas = ideas_of("He lent me a vinyl umbrella");
  EXPECT_TRUE(std::ranges::count(ideas, "3:umbrella"));
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
