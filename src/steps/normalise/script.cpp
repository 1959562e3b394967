#include "steps/normalise/script.h"

#include <algorithm>

#include "ground/text/folded_text.h"

namespace normalise {
namespace {

bool is_between(char32_t code_point, char32_t first, char32_t last) {
  return code_point >= first && code_point <= last;
}

bool is_han(char32_t c) {
  return is_between(c, 0x4E00, 0x9FFF) || is_between(c, 0x3400, 0x4DBF) ||
         is_between(c, 0xF900, 0xFAFF) || is_between(c, 0x20000, 0x323AF) || c == U'々' ||
         c == U'〆';
}

}  // namespace

// Block ranges of Unicode 15.
Script script_of(char32_t c) {
  if (is_between(c, U'0', U'9')) return Script::digit;
  if (is_between(c, U'a', U'z') || is_between(c, U'A', U'Z') || is_between(c, 0xC0, 0x24F) ||
      is_between(c, 0x1E00, 0x1EFF))
    return c == 0xD7 || c == 0xF7 ? Script::other : Script::latin;
  if (is_between(c, 0x400, 0x52F)) return Script::cyrillic;
  if (is_between(c, 0x3041, 0x309F)) return Script::hiragana;
  if (is_between(c, 0x30A1, 0x30FA) || is_between(c, 0x30FC, 0x30FF) ||
      is_between(c, 0x31F0, 0x31FF))
    return Script::katakana;
  if (is_han(c)) return Script::han;
  if (is_between(c, 0xAC00, 0xD7A3)) return Script::hangul;
  return Script::other;
}

bool is_separator(char32_t c) {
  constexpr std::u32string_view separators = U" \t\n\r　・･·•‧.,，、。=＝_|;:\"“”«»";
  return separators.find(c) != std::u32string_view::npos;
}

std::vector<std::u32string> split_parts(std::u32string_view folded) {
  std::vector<std::u32string> parts;
  std::u32string part;
  for (const char32_t c : folded) {
    if (!is_separator(c)) {
      part += c;
    } else if (!part.empty()) {
      parts.push_back(std::move(part));
      part.clear();
    }
  }
  if (!part.empty()) parts.push_back(std::move(part));
  return parts;
}

std::u32string_view trimmed(std::u32string_view folded) {
  while (!folded.empty() && is_separator(folded.front()))
    folded.remove_prefix(1);
  while (!folded.empty() && is_separator(folded.back()))
    folded.remove_suffix(1);
  return folded;
}

bool is_all(std::u32string_view folded, Script script) {
  return !folded.empty() &&
         std::ranges::all_of(folded, [&](char32_t c) { return script_of(c) == script; });
}

std::u32string folded(std::string_view utf8) {
  return std::u32string(trimmed(text::fold_words(utf8)));
}

}  // namespace normalise
