#pragma once

#include <string>
#include <string_view>

namespace normalise {

/// One word of a name in plain Latin letters a-z, as it roughly sounds: katakana and hiragana by
/// Hepburn without long vowels, Cyrillic as BGN/PCGN writes Russian, hangul by the letters of the
/// Revised Romanization without sound changes, Latin without its marks. Empty when a character has
/// no sound here (kanji above all: their reading needs a dictionary).
[[nodiscard]] std::string romanised(std::u32string_view folded_word);

}  // namespace normalise
