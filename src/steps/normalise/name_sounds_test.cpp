#include "steps/normalise/name_sounds.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "steps/normalise/name_symbols.h"
#include "steps/normalise/script.h"

namespace {

std::string sounds(std::string_view word) {
  const auto letters = normalise::folded(word);
  const auto alphabet = normalise::alphabet_of(letters).value();
  return normalise::sounds_of(alphabet, normalise::symbols_of(letters, alphabet));
}

TEST(name_sounds, one_name_sounds_alike_in_all_writings) {
  EXPECT_EQ(sounds("Sergey"), "sergei");
  EXPECT_EQ(sounds("Сергей"), "sergei");
  EXPECT_EQ(sounds("セルゲイ"), "serugei");
  EXPECT_EQ(sounds("Watanabe"), sounds("わたなべ"));
  EXPECT_EQ(sounds("Shchukin"), sounds("Щукин"));
  EXPECT_EQ(sounds("Dmitri"), sounds("Дмитрий"));
  EXPECT_EQ(sounds("김"), "gim");
  EXPECT_EQ(sounds("محمد"), "mhmd");
  EXPECT_EQ(sounds("יוסף"), "yusp");
}

TEST(name_sounds, long_and_doubled_letters_are_one) {
  EXPECT_EQ(sounds("Ōno"), sounds("Oono"));
  EXPECT_EQ(sounds("Ōno"), sounds("Ohno"));
  EXPECT_EQ(sounds("Anna"), "ana");
}

RC_GTEST_PROP(name_sounds, any_symbols_have_sounds_of_the_set,
              (std::vector<std::uint8_t> symbols)) {
  for (std::size_t at = 0; at < model::alphabet_count; ++at) {
    const auto heard = normalise::sounds_of(static_cast<model::Alphabet>(at), symbols);
    RC_ASSERT(heard.find_first_not_of("aeioupbfvwtdszxckgrlmnhy") == std::string::npos);
  }
}

}  // namespace
