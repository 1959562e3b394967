#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// A name in the form in which it is compared: every way to cut it into parts, and for each part
/// every way to spell its sound. Nothing is decided here: 王偉 is pinyin, on'yomi and hanja at
/// once.
namespace model {

/// The letters in which the sound of a name is written. Kanji have none of their own: they come as
/// pinyin, kana and hangul, each with a prior.
enum class Alphabet : std::uint8_t { latin, cyrillic, kana, hangul, arabic, hebrew, pinyin };
inline constexpr std::size_t alphabet_count = 7;

/// The letters of an alphabet in order; a symbol is an index into them. Fewer than 63 each.
/// kana: sounds, S = sh, J = j, c = ts, C = ch, N = ん, Q = っ, "-" = a long vowel.
/// hangul: 18 first consonants (ㅇ is silent), 21 vowels, then last consonants as Latin capitals.
[[nodiscard]] std::u32string_view letters_of(Alphabet alphabet);

/// Its symbol, or 255 where the alphabet has no such letter.
[[nodiscard]] std::uint8_t symbol_of(Alphabet alphabet, char32_t letter);

/// A short name of the alphabet, as tables write it ("L", "C", "K", "H", "A", "E", "P").
[[nodiscard]] char code_of(Alphabet alphabet);

/// One sound of a part of a name.
struct Spelling {
  Alphabet alphabet = Alphabet::latin;
  std::vector<std::uint8_t> symbols;
  float prior_bits = 0;  ///< what is lost by assuming this reading, at least 0
};

enum class TokenKind : std::uint8_t {
  word,      ///< a name proper
  initial,   ///< one letter
  particle,  ///< de, van, al, bin: says little
  legal      ///< legal form of a company
};

/// One part of a name as it is made; name_tokens.h keeps it in compact form.
struct NameToken {
  std::u32string text;  ///< folded, without marks; kanji in the form of their variant class
  std::string sense;    ///< legal form or word of companies: the same in every language
  TokenKind kind = TokenKind::word;
  bool is_han = false;
  std::vector<Spelling> spellings;
  std::uint8_t scripts_known = 0;       ///< bit = alphabet in which its other forms are known
  std::vector<std::uint32_t> concepts;  ///< sorted ids of names that are the same in every script
};

/// How surprising one letter is after another, in eighths of a bit; 63 begins a word.
struct LetterSequences {
  std::array<std::array<std::array<std::uint8_t, 64>, 64>, alphabet_count> next{};

  [[nodiscard]] unsigned eighths_of(Alphabet alphabet, std::uint8_t before,
                                    std::uint8_t symbol) const {
    return next[static_cast<std::size_t>(alphabet)][before][symbol];
  }
};

}  // namespace model
