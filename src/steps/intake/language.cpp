#include "steps/intake/language.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace intake {
namespace {

using model::Language;

constexpr auto function_words = std::to_array<std::u32string_view>(
    {U"a",   U"about", U"after", U"an",   U"and", U"are",  U"as",   U"asked", U"at",  U"be",
     U"but", U"by",    U"for",   U"from", U"had", U"has",  U"have", U"he",    U"her", U"him",
     U"his", U"i",     U"if",    U"in",   U"is",  U"it",   U"me",   U"my",    U"not", U"of",
     U"on",  U"our",   U"she",   U"that", U"the", U"they", U"this", U"to",    U"us",  U"was",
     U"we",  U"were",  U"what",  U"when", U"who", U"with", U"you",  U"your"});
static_assert(std::ranges::is_sorted(function_words));

struct Letters {
  std::size_t kana = 0, han = 0, latin = 0, others = 0;
};

Letters count_letters(std::u32string_view text) {
  Letters count;
  for (const char32_t c : text) {
    if ((c >= U'a' && c <= U'z') || (c >= 0xDF && c <= 0x24F)) {
      ++count.latin;
    } else if (c < 0x80) {
      continue;
    } else if (c >= 0x3041 && c <= 0x30FF) {
      ++count.kana;
    } else if ((c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF)) {
      ++count.han;
    } else if (text::is_word_character(c)) {
      ++count.others;
    }
  }
  return count;
}

/// Every 8th word or more is a function word of English; a few words alone say too little.
bool is_english(std::u32string_view text) {
  constexpr std::size_t words_few = 6, share = 8;
  std::size_t words = 0, known = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t to = at;
    while (to < text.size() && text[to] >= U'a' && text[to] <= U'z')
      ++to;
    if (to > at) {
      ++words;
      known += std::ranges::binary_search(function_words, text.substr(at, to - at));
    }
    at = std::max(to, at + 1);
  }
  return words < words_few ? true : known * share >= words;
}

}  // namespace

Language detect_language(const text::FoldedText& text, std::optional<Language> hint) {
  // A kana or kanji carries about as much as three Latin letters.
  constexpr std::size_t latin_per_kanji = 3;
  const auto count = count_letters(text.folded);
  const auto japanese = count.kana + count.han;
  if (japanese + count.latin + count.others == 0) return hint.value_or(Language::other);
  if (hint == Language::ja && japanese > 0) return Language::ja;
  if (hint == Language::en && count.latin > 0) return Language::en;
  if (count.others > japanese + count.latin) return Language::other;
  if (japanese * latin_per_kanji >= count.latin)
    return count.kana > 0 ? Language::ja : Language::other;
  return is_english(text.folded) ? Language::en : Language::other;
}

}  // namespace intake
