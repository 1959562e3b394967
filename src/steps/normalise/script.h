#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Which writing a character belongs to, as far as comparing names and words needs it.
namespace normalise {

enum class Script { latin, cyrillic, katakana, hiragana, han, hangul, digit, other };

[[nodiscard]] Script script_of(char32_t code_point);

/// Blanks, middle dots, commas and the like: what stands between the parts of a name.
[[nodiscard]] bool is_separator(char32_t code_point);

/// Parts between separators, without empty ones.
[[nodiscard]] std::vector<std::u32string> split_parts(std::u32string_view folded);

/// Without separators at both ends.
[[nodiscard]] std::u32string_view trimmed(std::u32string_view folded);

/// Every character is of this script (and there is one).
[[nodiscard]] bool is_all(std::u32string_view folded, Script script);

/// NFKC_Casefold as code points, with invisible leftovers and blanks at the ends taken away.
[[nodiscard]] std::u32string folded(std::string_view utf8);

}  // namespace normalise
