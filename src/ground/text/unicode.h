#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace text {

/// U+FFFD, which stands for broken bytes.
inline constexpr std::string_view replacement_character = "\xef\xbf\xbd";

/// Well-formed UTF-8 (no surrogates, no overlong forms, at most U+10FFFF).
[[nodiscard]] bool is_valid_utf8(std::string_view bytes);

/// The same text where it is well-formed; U+FFFD for each piece that is not.
[[nodiscard]] std::string repaired_utf8(std::string_view bytes);

/// NFKC_Casefold of Unicode (UAX 44): full width, half-width kana, capitals and invisible
/// characters no longer matter. Broken bytes become U+FFFD.
[[nodiscard]] std::string nfkc_casefold(std::string_view utf8);

/// Number of code points; every broken byte counts as one.
[[nodiscard]] std::size_t count_code_points(std::string_view utf8);

/// Byte offset of the code point with this index; size() when there are not so many.
[[nodiscard]] std::size_t byte_offset(std::string_view utf8, std::size_t code_point);

/// At most `bytes_max` bytes, cut between code points.
[[nodiscard]] std::string_view cut(std::string_view utf8, std::size_t bytes_max);

/// Whether a control character (but tab and line ends) or a bidirectional control is in it.
[[nodiscard]] bool has_hidden_controls(std::string_view utf8);

/// Without control characters (but tab and line ends) and bidirectional controls.
[[nodiscard]] std::string without_hidden_controls(std::string_view utf8);

}  // namespace text
