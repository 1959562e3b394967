#include "steps/resolve/sound_profile.h"

#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "steps/resolve/letter_costs.h"

namespace {

using model::Alphabet;

/// Latin against Cyrillic by two tables, Latin against itself; units up to three letters a side.
const resolve::LetterCosts& costs() {
  static const auto made = [] {
    resolve::LetterCosts out;
    EXPECT_TRUE(
        out.add("LC\ta\tа\t3\nLC\tb\tб\t4\nLC\tc\tб\t30\nLC\tab\tв\t5\nLC\tabc\tв\t9\n"
                "LC\ta\tабв\t14\nLC\tbc\tаб\t7\nLC\tb$\tб$\t2\nLC\tc\t\t20\nLC\t\tв\t16\n"
                "LCx\ta\tа\t6\nLCx\tb\tв\t2\nLCx\tcab\tвба\t11\nLCx\tb\t\t9\n"
                "LL\ta\ta\t50\nLL\tab\tc\t8\nLL\tbca\tb\t21\nLL\tb\t\t12\n"));
    out.finish();
    return out;
  }();
  return made;
}

std::vector<std::uint8_t> word(Alphabet alphabet, std::u32string_view letters, std::size_t most) {
  std::vector<std::uint8_t> out;
  for (auto count = *rc::gen::inRange<std::size_t>(0, most); count > 0; --count)
    out.push_back(model::symbol_of(alphabet, letters[*rc::gen::inRange<std::size_t>(0, 3)]));
  out.push_back(model::end_symbol);
  return out;
}

RC_GTEST_PROP(sound_profile, a_row_at_a_time_costs_what_each_cell_does, ()) {
  const bool is_same_alphabet = *rc::gen::arbitrary<bool>();
  const auto right = is_same_alphabet ? Alphabet::latin : Alphabet::cyrillic;
  const auto tables = costs().tables(Alphabet::latin, right);
  resolve::SoundProfiles profiles;
  const auto columns = word(right, is_same_alphabet ? U"abc" : U"абв", 45);
  resolve::SoundProfiles::Column column(profiles, columns, tables,
                                        costs().least(Alphabet::latin, right));
  for (int more = 0; more < 8; ++more) {
    const auto row = word(Alphabet::latin, U"abc", more % 2 == 0 ? 8 : 45);
    const int limit = *rc::gen::inRange(1, 322);
    int least = limit;
    for (const auto& table : tables)
      least = std::min(least, resolve::Alignment(columns, table).cost(row, limit));
    RC_ASSERT(column.cost(row, limit) == least);
    RC_ASSERT(least == limit || column.may_be_below(row, limit));
  }
}

TEST(sound_profile, what_is_too_far_is_told_at_once) {
  resolve::SoundProfiles profiles;
  const auto of = [](Alphabet alphabet, std::u32string_view letters) {
    std::vector<std::uint8_t> out;
    for (const auto letter : letters)
      out.push_back(model::symbol_of(alphabet, letter));
    out.push_back(model::end_symbol);
    return out;
  };
  const auto columns = of(Alphabet::cyrillic, U"бббббб");
  resolve::SoundProfiles::Column column(profiles, columns,
                                        costs().tables(Alphabet::latin, Alphabet::cyrillic),
                                        costs().least(Alphabet::latin, Alphabet::cyrillic));
  EXPECT_FALSE(column.may_be_below(of(Alphabet::latin, U"eeeeee"), 100));
  EXPECT_TRUE(column.may_be_below(of(Alphabet::latin, U"bbbbbb"), 100));
}

}  // namespace
