#include "steps/resolve/sound_search.h"

#include <algorithm>
#include <array>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace {

using model::Alphabet;
using resolve::pack_sounds;
using resolve::SoundWord;

/// Sounds beside themselves are free, other vowels cost 12, other consonants 40, lost ones 8
/// and 30.
const resolve::SoundCosts& sound_costs() {
  static const auto made = [] {
    constexpr std::string_view sounds = "-aeioupbfvwtdszxckgrlmnhy";
    std::string table = "self\t-\t0";
    for (std::size_t at = 1; at < sounds.size(); ++at)
      table += at <= 5 ? " 10" : " 20";
    table += '\n';
    for (std::size_t one = 0; one < sounds.size(); ++one) {
      table += std::string("LL\t") + sounds[one] + '\t';
      for (std::size_t other = 0; other < sounds.size(); ++other) {
        const auto least = std::min(one, other), most = std::max(one, other);
        const int cost = one == other ? 0 : least == 0 ? (most <= 5 ? 8 : 30) : most <= 5 ? 12 : 40;
        table += (other == 0 ? "" : " ") + std::to_string(cost);
      }
      table += '\n';
    }
    return resolve::SoundCosts::parse(table).value();
  }();
  return made;
}

SoundWord sounding(std::string_view sounds) {
  return pack_sounds(Alphabet::latin, sounds);
}

constexpr std::array sounding_names = {"tanaka", "tanake", "danaka",  "nakata", "sergei",
                                       "ivanof", "kim",    "nakaaga", "nagaka", "nakagaua"};

const resolve::SoundSearch& sound_search() {
  static const resolve::SoundSearch made([] {
    std::vector<SoundWord> words;
    for (const auto* name : sounding_names)
      words.push_back(sounding(name));
    std::ranges::sort(words, resolve::SoundSearch::in_order);
    return words;
  }());
  return made;
}

std::vector<resolve::FoundSound> sounds_found(std::string_view sounds) {
  std::vector<resolve::FoundSound> out;
  sound_search().find(sounding(sounds), sound_costs(), {16, 1'000, 100}, out);
  return out;
}

TEST(sound_costs, a_word_is_worth_most_beside_itself) {
  EXPECT_EQ(sound_costs().worth_of(sounding("tanaka")), 90);
  EXPECT_EQ(sound_costs().worth_of(sounding("tanaka"), sounding("tanaka"), 0), 180);
  EXPECT_EQ(sound_costs().worth_of(sounding("tanaka"), sounding("tanake"), 0), 168);
  EXPECT_LT(sound_costs().worth_of(sounding("tanaka"), sounding("sergei"), 0), 40);
  EXPECT_EQ(sound_costs().worth_of(sounding("tanaka"), sounding("sergei"), 100), 100);
}

TEST(sound_costs, what_is_no_table_is_refused) {
  for (const auto* table : {"LL\ta\t1 2 3", "self", "XY\ta\t0", "LL\ta\t999 0", "\t\t"})
    EXPECT_FALSE(resolve::SoundCosts::parse(table)) << table;
  EXPECT_TRUE(resolve::SoundCosts::parse("# nothing\n\n"));
}

TEST(sound_costs, skeletons_keep_consonants_and_a_first_vowel) {
  EXPECT_EQ(resolve::skeleton_of(sounding("tanaka")), 0x27400000U);
  EXPECT_EQ(resolve::skeleton_of(sounding("ivanof")), 0x91710000U);
  EXPECT_EQ(resolve::skeleton_of(0), 0U);
}

TEST(sound_search, finds_one_slip_and_neighbours_that_changed_places) {
  for (const auto& [query, count] :
       {std::pair("tanaka", 3U), std::pair("tanka", 3U), std::pair("tamaka", 3U),
        std::pair("sergei", 1U), std::pair("srge", 1U), std::pair("zzzzzzzz", 0U)})
    EXPECT_GE(sounds_found(query).size(), count) << query;
}

TEST(sound_search, of_many_the_best_stay) {
  std::vector<resolve::FoundSound> few;
  sound_search().find(sounding("tanaka"), sound_costs(), {16, 1'000, 1}, few);
  const auto all = sounds_found("tanaka");
  ASSERT_GT(all.size(), 2U);
  EXPECT_LE(few.size(), 2U);
  EXPECT_EQ(std::ranges::max(few, {}, &resolve::FoundSound::worth).worth,
            std::ranges::max(all, {}, &resolve::FoundSound::worth).worth);
}

RC_GTEST_PROP(sound_search, finds_every_word_by_itself_once, ()) {
  const auto* name = *rc::gen::elementOf(sounding_names);
  const auto all = sounds_found(name);
  const auto best = std::ranges::max_element(all, {}, &resolve::FoundSound::worth);
  RC_ASSERT(best != all.end());
  RC_ASSERT(best->worth == 2 * sound_costs().worth_of(sounding(name)));
  auto places = all;
  std::ranges::sort(places, {}, &resolve::FoundSound::word);
  RC_ASSERT(std::ranges::adjacent_find(places, {}, &resolve::FoundSound::word) == places.end());
}

RC_GTEST_PROP(sound_search, worth_is_symmetric, (std::string one, std::string other)) {
  RC_ASSERT(sound_costs().worth_of(sounding(one), sounding(other), -1'000) ==
            sound_costs().worth_of(sounding(other), sounding(one), -1'000));
}

RC_GTEST_PROP(sound_costs, beside_many_words_each_is_worth_the_same,
              (std::string one, std::vector<std::string> others)) {
  constexpr int least = 20;
  std::vector<SoundWord> words{sounding("tanaka"), sounding("tanake")};
  for (const auto& other : others)
    words.push_back(sounding(other));
  std::ranges::sort(words, resolve::SoundSearch::in_order);
  const auto word = sounding(one + "nak");
  resolve::SoundCosts::Beside beside(sound_costs(), word);
  for (const auto other : words) {
    const int worth = sound_costs().worth_of(word, other, least);
    RC_ASSERT(beside.worth(other, least) == worth);
    std::array<std::uint32_t, resolve::SoundCosts::Beside::block> bags{};
    for (std::size_t at = 0; at < resolve::word_sounds_max; ++at)
      bags[0] |= 1U << resolve::sound_at(other, at) & ~1U;
    const int most =
        beside.most_twice(resolve::sound_group(other), bags)[0] + beside.most_of_other_twice(other);
    RC_ASSERT(worth == least || most >= 2 * worth);
  }
}

}  // namespace
