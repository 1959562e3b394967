#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "steps/normalise/han_table.h"

/// Names of rows and of watch lists in one cheap comparable form. Rows come by the ten million:
/// plain Latin letters, kana, kanji, Russian letters and hangul take a short way, everything else
/// is folded first.
namespace normalise {

/// In which letters a word was written; what is none of these is `other`.
enum class Writing : std::uint8_t { latin, cyrillic, kana, hangul, han, other };

/// What a word is known to be, by its column.
enum class WordRole : std::uint8_t { any, given, family };

/// A word of a name. Kanji stay as they are, in the form of their variant class; everything else
/// that sounds is in small Latin letters (romanise.h).
struct ScreenWord {
  std::uint32_t begin = 0, length = 0;  ///< in the letters beside it
  std::uint64_t hash = 0;               ///< model::hash_of of its letters
  Writing writing = Writing::latin;
  WordRole role = WordRole::any;
};

struct ScreenWords {
  std::string letters;
  std::vector<ScreenWord> words;

  [[nodiscard]] std::string_view text(const ScreenWord& word) const {
    return std::string_view(letters).substr(word.begin, word.length);
  }
  void clear() {
    letters.clear();
    words.clear();
  }
};

inline constexpr std::size_t screen_field_bytes_max = 512, screen_words_max = 32;

/// Appends the words of a name field. Courtesy titles that are glued to Japanese names (様, さん,
/// 氏, 殿, 先生) go; Latin ones are left out as words of their own (mr, dr, san). Beyond
/// screen_field_bytes_max of the field and screen_words_max words nothing is read.
void add_screen_words(std::string_view field, WordRole role, const HanTable& han, ScreenWords& out);

/// The letters of a word, in order, as code points: for kanji.
[[nodiscard]] std::u32string code_points(std::string_view utf8);

/// The sound of a word in Latin letters as kana would write it (Kunrei, ISO 3602, short vowels,
/// hard consonants): Hepburn, Kunrei, passport and Polivanov spellings of one Japanese name meet.
/// "Ohta", "Outa", "ota" -> "ota"; "Shinji", "sindzi" -> "sinzi".
[[nodiscard]] std::string kana_like(std::string_view latin_word);

}  // namespace normalise
