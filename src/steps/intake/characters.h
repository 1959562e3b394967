#pragma once

namespace intake {

/// A sound of katakana or its long mark (U+30A1 to U+30FA, U+30FC).
[[nodiscard]] constexpr bool is_katakana(char32_t c) {
  return (c >= 0x30A1 && c <= 0x30FA) || c == 0x30FC;
}

/// A small Latin letter, with marks or without; texts are read folded.
[[nodiscard]] constexpr bool is_latin(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= 0xDF && c <= 0x24F);
}

}  // namespace intake
