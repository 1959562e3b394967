#pragma once

#include <string_view>

namespace base {

/// Space, tab and the ends of lines; what people type when they mean nothing.
inline constexpr std::string_view blanks = " \t\r\n";

/// Without blanks at both ends.
[[nodiscard]] constexpr std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(blanks);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

/// Whether nothing stands there; the ideographic space (U+3000) says nothing either.
[[nodiscard]] constexpr bool is_blank(std::string_view text) {
  constexpr std::string_view ideographic_space = "\xe3\x80\x80";
  for (text = trimmed(text); text.starts_with(ideographic_space); text = trimmed(text))
    text.remove_prefix(ideographic_space.size());
  return text.empty();
}

}  // namespace base
