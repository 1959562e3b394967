#pragma once

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <string_view>

namespace normalise {

/// Of the Latin letters that sounds are written with.
[[nodiscard]] constexpr bool is_vowel(char letter) {
  return letter == 'a' || letter == 'i' || letter == 'u' || letter == 'e' || letter == 'o';
}

/// 0 to 9 of ASCII; texts are folded before.
[[nodiscard]] constexpr bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

/// Whether a telephone number (at least one digit) only stands in for one: 0000000, 9999999. Its
/// last seven digits say it.
[[nodiscard]] constexpr bool is_stand_in(std::string_view digits) {
  const auto end = digits.substr(digits.size() - std::min<std::size_t>(digits.size(), 7));
  return end.find_first_not_of(end.front()) == end.npos;
}

/// The number that a field of our own tables begins with; 0 where there is none.
template <class Number>
[[nodiscard]] Number number_of(std::string_view field) {
  Number value = 0;
  std::from_chars(field.data(), field.data() + field.size(), value);
  return value;
}

}  // namespace normalise
