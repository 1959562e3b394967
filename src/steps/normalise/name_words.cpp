#include "steps/normalise/name_words.h"

#include <algorithm>

#include "ground/text/folded_text.h"
#include "steps/normalise/name_symbols.h"
#include "steps/normalise/script.h"

namespace normalise {
namespace {

bool is_mark(char32_t c) {
  constexpr std::u32string_view marks = U".'’‘ʼ`´ʹʺ′ʻ־ـ-‐‑–—~!?*^";
  const bool is_vowel_sign = (c >= 0x64B && c <= 0x65F) || c == 0x670 || (c >= 0x591 && c <= 0x5C7);
  const bool combines = c >= 0x300 && c <= 0x36F;
  return is_vowel_sign || combines || marks.find(c) != std::u32string_view::npos;
}

bool is_hyphen(char32_t c) {
  return c == U'-' || c == U'‐' || c == U'‑' || c == U'־';
}

bool cuts(char32_t c) {
  constexpr std::u32string_view others = U"()[]{}<>（）「」『』【】/\\+&…‹›„—–゠";
  return is_separator(c) ? c != U'.' : others.find(c) != std::u32string_view::npos;
}

}  // namespace

std::u32string plain_word(std::u32string_view folded_word) {
  std::u32string out;
  for (const char32_t c : folded_word) {
    if (is_mark(c)) continue;
    if (script_of(c) == Script::latin)
      out += plain_latin(c);
    else
      out += script_of(c) == Script::hiragana && c <= 0x3096 ? c + 0x60 : c;
  }
  return out;
}

std::u32string phrase_of(std::string_view utf8) {
  std::u32string out;
  for (const auto& word : name_words(folded(utf8)))
    if (const auto plain = plain_word(word); !plain.empty())
      out += (out.empty() ? U"" : U" ") + plain;
  return out;
}

std::vector<std::u32string> name_words(std::u32string_view folded) {
  std::vector<std::u32string> words(1);
  for (std::size_t at = 0; at < folded.size(); ++at) {
    const char32_t c = folded[at];
    const bool ends_initial = c == U'.' && words.back().size() == 1;
    if (cuts(c) || ends_initial)
      words.emplace_back();
    else if (is_hyphen(c))
      words.back() += U'-';
    else if (!is_mark(c))
      words.back() += c;
  }
  std::erase_if(words, [](const std::u32string& word) {
    return std::ranges::none_of(word, text::is_word_character);
  });
  return words;
}

char32_t first_code_point(std::string_view utf8) {
  const auto text = text::fold_text(utf8);
  return text.original.empty() ? U'\0' : text.original.front();
}

}  // namespace normalise
