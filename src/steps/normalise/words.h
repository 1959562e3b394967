#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace normalise {

/// The words of a text that carry its subject, sorted, each once: ideas of concepts.h under their
/// id in either language, and otherwise kanji and katakana runs, hangul words, and Latin or
/// Cyrillic words of at least three letters without endings and without the commonest words. At
/// most `words_max`, the ideas first.
[[nodiscard]] std::vector<std::string> content_words(std::string_view text);

/// Only the ideas, each once with its grade in front ("3:umbrella"), the seldom told ones first, at
/// most `ideas_max`: for long texts, where other words are too many to tell anything.
[[nodiscard]] std::vector<std::string> ideas_of(std::string_view text);

inline constexpr std::size_t ideas_max = 64;

inline constexpr std::size_t words_max = 24;

/// An English word without plural and -ing, -ed endings. Crude: both sides get the same treatment.
[[nodiscard]] std::string word_stem(std::string_view word);

/// Sorted words in one text, between blanks.
[[nodiscard]] std::string content_text(std::string_view text);

}  // namespace normalise
