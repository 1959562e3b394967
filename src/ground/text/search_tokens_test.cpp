#include "ground/text/search_tokens.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace text {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

TEST(search_tokens, kanji_are_found_by_two_neighbours) {
  EXPECT_THAT(search_tokens("田中健一"), UnorderedElementsAre("田中", "中健", "健一"));
}

TEST(search_tokens, a_two_kanji_surname_is_one_token_of_a_longer_name) {
  EXPECT_THAT(search_tokens("亜照"), ElementsAre("亜照"));
  EXPECT_THAT(search_tokens("亜照照奈"), testing::Contains("亜照"));
}

TEST(search_tokens, words_of_spaced_scripts_stay_whole_and_fold) {
  EXPECT_THAT(search_tokens("Sergey  ИВАНОВ, sergey"), ElementsAre("sergey", "иванов"));
}

TEST(search_tokens, nothing_but_punctuation_gives_nothing) {
  EXPECT_THAT(search_tokens("… 、。!?"), ElementsAre());
  EXPECT_THAT(search_tokens(""), ElementsAre());
}

TEST(search_tokens, a_change_of_script_ends_a_token) {
  EXPECT_THAT(search_tokens("LINEで連絡"), UnorderedElementsAre("line", "で連", "連絡"));
}

}  // namespace
}  // namespace text
