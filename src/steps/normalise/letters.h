#pragma once

namespace normalise {

/// Of the Latin letters that sounds are written with.
[[nodiscard]] constexpr bool is_vowel(char letter) {
  return letter == 'a' || letter == 'i' || letter == 'u' || letter == 'e' || letter == 'o';
}

/// 0 to 9 of ASCII; texts are folded before.
[[nodiscard]] constexpr bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

}  // namespace normalise
