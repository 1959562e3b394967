#pragma once

#include "ground/text/folded_text.h"

namespace intake {

/// What stands in a masked text for words that say who somebody is, one character each:
/// whoever is named, of whatever country, faith or school, the text reads the same.
namespace identity {
inline constexpr char32_t region = 0xE001;   ///< country, nationality, language
inline constexpr char32_t worship = 0xE002;  ///< church, mosque, temple, shrine ...
inline constexpr char32_t faith = 0xE003;    ///< a religion, those who hold it
inline constexpr char32_t school = 0xE004;   ///< a named university or school
inline constexpr char32_t name = 0xE005;     ///< a name of a person, firm or town
}  // namespace identity

[[nodiscard]] constexpr bool is_masked(char32_t c) {
  return c >= identity::region && c <= identity::name;
}

/// The folded text with words of identity replaced; `start` and `end` still lead to the words
/// as written, `original` is left empty. Names are found by what stands beside them (titles,
/// capitals within a sentence, "と名乗る") and by lists of common ones, so a rare name without
/// any of these stays. Everything that judges reads this text and no other. Linear.
[[nodiscard]] text::FoldedText mask_identity(const text::FoldedText& text);

/// For tests and the swap check: the masked form of a piece.
[[nodiscard]] std::u32string masked_words(std::string_view utf8);

}  // namespace intake
