#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace normalise {

/// A folded word in the form in which tables look it up: Latin letters without marks, no dots,
/// apostrophes or vowel signs; hiragana as katakana.
[[nodiscard]] std::u32string plain_word(std::u32string_view folded_word);

/// Words of a text as plain words with one blank between.
[[nodiscard]] std::u32string phrase_of(std::string_view utf8);

/// Words of a folded name: cut at separators, dots, brackets and quotes. A hyphen stays inside its
/// word.
[[nodiscard]] std::vector<std::u32string> name_words(std::u32string_view folded);

[[nodiscard]] char32_t first_code_point(std::string_view utf8);

}  // namespace normalise
