#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ground/model/name.h"

namespace normalise {

/// The alphabet that most letters of a folded word belong to; nothing for kanji, digits and
/// scripts without a table.
[[nodiscard]] std::optional<model::Alphabet> alphabet_of(std::u32string_view folded_word);

/// The word in the symbols of an alphabet. Letters that it lacks are left out; in a Cyrillic word,
/// Latin letters that look Cyrillic count as such (a common slip of the keyboard).
/// Kana by sound (シャ = "Sa", ティ = "ti"), hangul by its letters (Unicode 15, section 3.12).
[[nodiscard]] std::vector<std::uint8_t> symbols_of(std::u32string_view folded_word,
                                                   model::Alphabet alphabet);

/// Back to letters, for tables and explanations.
[[nodiscard]] std::u32string letters_of(const std::vector<std::uint8_t>& symbols,
                                        model::Alphabet alphabet);

/// A Latin letter without its mark (é = e), or itself. ß, æ, þ and the like give two letters.
[[nodiscard]] std::u32string_view plain_latin(char32_t letter);

}  // namespace normalise
