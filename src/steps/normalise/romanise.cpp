#include "steps/normalise/romanise.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "steps/normalise/letters.h"
#include "steps/normalise/marked_latin.h"
#include "steps/normalise/script.h"

namespace normalise {
namespace {

/// U+30A1 ... U+30F6; hiragana stands 0x60 below. "-" marks small vowels and ya, yu, yo, which
/// change the syllable before them, "" the small tsu, which only lengthens.
constexpr std::array<std::string_view, 86> kana = {
    "-a", "a",  "-i",  "i",  "-u", "u",   "-e",  "e",   "-o",  "o",  "ka",  "ga", "ki", "gi", "ku",
    "gu", "ke", "ge",  "ko", "go", "sa",  "za",  "shi", "ji",  "su", "zu",  "se", "ze", "so", "zo",
    "ta", "da", "chi", "ji", "",   "tsu", "zu",  "te",  "de",  "to", "do",  "na", "ni", "nu", "ne",
    "no", "ha", "ba",  "pa", "hi", "bi",  "pi",  "fu",  "bu",  "pu", "he",  "be", "pe", "ho", "bo",
    "po", "ma", "mi",  "mu", "me", "mo",  "-ya", "ya",  "-yu", "yu", "-yo", "yo", "ra", "ri", "ru",
    "re", "ro", "-wa", "wa", "wi", "we",  "o",   "n",   "vu",  "ka", "ke"};

/// "shi" + "-ya" = "sha", "ki" + "-ya" = "kya", "fu" + "-e" = "fe", "u" + "-i" = "wi".
void join_small(std::string& latin, std::string_view small) {
  if (latin.empty() || !is_vowel(latin.back())) {
    latin += small;
    return;
  }
  const bool was_u_alone = latin == "u" || (latin.size() > 1 && latin.back() == 'u' &&
                                            is_vowel(latin[latin.size() - 2]));
  latin.pop_back();
  if (was_u_alone) latin += 'w';
  const bool has_y_sound = !latin.empty() && (latin.ends_with("sh") || latin.ends_with("ch") ||
                                              latin.back() == 'j' || latin.back() == 'w');
  latin += has_y_sound && small.front() == 'y' ? small.substr(1) : small;
}

void add_kana(std::string& latin, char32_t c) {
  const char32_t katakana = script_of(c) == Script::hiragana ? c + 0x60 : c;
  const auto index = static_cast<std::size_t>(katakana - 0x30A1);
  if (katakana < 0x30A1 || index >= kana.size()) return;  // long-vowel and repetition marks
  const auto syllable = kana[index];
  if (syllable.starts_with('-'))
    join_small(latin, syllable.substr(1));
  else
    latin += syllable;
}

/// U+0430 ... U+044F.
constexpr std::array<std::string_view, 32> cyrillic = {
    "a", "b", "v", "g", "d", "e",  "zh", "z",  "i",  "y",    "k", "l", "m", "n", "o",  "p",
    "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "",  "y", "",  "e", "yu", "ya"};

std::optional<std::string_view> find_cyrillic(char32_t c) {
  if (c >= 0x430 && c <= 0x44F) return cyrillic[static_cast<std::size_t>(c - 0x430)];
  switch (c) {
    case U'ё':
      return "yo";
    case U'і':
      return "i";
    case U'ї':
      return "yi";
    case U'є':
      return "ye";
    case U'ґ':
      return "g";
    case U'ў':
      return "u";
    case U'ј':
      return "y";
    case U'љ':
      return "l";
    case U'њ':
      return "n";
    case U'ћ':
      return "ch";
    case U'ђ':
      return "j";
    case U'џ':
      return "j";
    default:
      return std::nullopt;
  }
}

constexpr std::array<std::string_view, 19> hangul_first = {"g",  "kk", "n", "d",  "tt", "r", "m",
                                                           "b",  "pp", "s", "ss", "",   "j", "jj",
                                                           "ch", "k",  "t", "p",  "h"};
constexpr std::array<std::string_view, 21> hangul_vowel = {
    "a",  "ae", "ya", "yae", "eo", "e",  "yeo", "ye", "o",  "wa", "wae",
    "oe", "yo", "u",  "wo",  "we", "wi", "yu",  "eu", "ui", "i"};
constexpr std::array<std::string_view, 28> hangul_last = {
    "",  "k", "k", "k", "n", "n", "n", "t",  "l", "k", "m", "l", "l", "l",
    "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t"};

/// Unicode 15, section 3.12: a syllable is first * 588 + vowel * 28 + last.
void add_hangul(std::string& latin, char32_t c) {
  const auto index = static_cast<std::size_t>(c - 0xAC00);
  latin += hangul_first[index / 588];
  latin += hangul_vowel[index % 588 / 28];
  latin += hangul_last[index % 28];
}

bool add_latin(std::string& latin, char32_t c) {
  if (c < 0x80) {
    latin += static_cast<char>(c);
  } else if (c == U'æ' || c == U'œ') {
    latin += c == U'æ' ? "ae" : "oe";
  } else if (c == U'þ') {
    latin += "th";
  } else if (c == U'ơ' || c == U'ư') {
    latin += c == U'ơ' ? 'o' : 'u';
  } else if (c == U'ș' || c == U'ț') {
    latin += c == U'ș' ? 's' : 't';
  } else if (const char base = base_of_marked_latin(c); base != '\0') {
    latin += base;
  } else {
    return false;
  }
  return true;
}

/// ウラジーミル, ウラジオストク: Japanese writes the first sounds of Влад- in its own way.
constexpr std::u32string_view vlad = U"ウラジ";

bool add_sound(std::string& latin, char32_t c) {
  switch (script_of(c)) {
    case Script::latin:
      return add_latin(latin, c);
    case Script::cyrillic: {
      const auto letters = find_cyrillic(c);
      if (letters) latin += *letters;
      return letters.has_value();
    }
    case Script::katakana:
    case Script::hiragana:
      add_kana(latin, c);
      return true;
    case Script::hangul:
      add_hangul(latin, c);
      return true;
    case Script::digit:
    case Script::han:
      return false;
    case Script::other:
      return c == U'\'' || c == U'’' || c == U'-' || c == U'ʼ' || c == U'`';
  }
  return false;
}

}  // namespace

std::string romanised(std::u32string_view folded_word) {
  std::string latin;
  if (folded_word.starts_with(vlad)) {
    latin = "vladi";
    folded_word.remove_prefix(vlad.size());
  }
  for (const char32_t c : folded_word)
    if (!add_sound(latin, c)) return "";
  return latin;
}

}  // namespace normalise
