#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "ground/model/reading.h"

/// Parts of entities.cpp: each looks whether its kind of entity begins at `at` of a folded
/// text. The caller sees to it that `at` is not inside a word or number.
namespace intake {

struct FoundEntity {
  model::EntityKind kind = model::EntityKind::phone;
  std::size_t from = 0, to = 0;
  std::string value;
};

[[nodiscard]] std::optional<FoundEntity> scan_phone(std::u32string_view text, std::size_t at);
[[nodiscard]] std::optional<FoundEntity> scan_date(std::u32string_view text, std::size_t at);
[[nodiscard]] std::optional<FoundEntity> scan_money(std::u32string_view text, std::size_t at);
[[nodiscard]] std::optional<FoundEntity> scan_email(std::u32string_view text, std::size_t at);
[[nodiscard]] std::optional<FoundEntity> scan_url(std::u32string_view text, std::size_t at);
[[nodiscard]] std::optional<FoundEntity> scan_handle(std::u32string_view text, std::size_t at);

[[nodiscard]] constexpr bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}
[[nodiscard]] constexpr bool is_ascii_letter(char32_t c) {
  return c >= U'a' && c <= U'z';
}
[[nodiscard]] constexpr bool is_ascii_alnum(char32_t c) {
  return is_digit(c) || is_ascii_letter(c);
}

/// A cautious reader of folded text: never runs past the end.
struct Reader {
  std::u32string_view text;
  std::size_t at = 0;

  [[nodiscard]] char32_t peek() const { return at < text.size() ? text[at] : U'\0'; }
  [[nodiscard]] bool is_at_end() const { return at >= text.size(); }
  bool take(std::u32string_view word);
  bool take_blank();  ///< one space or none; says whether there was one
  /// Digits, at most `most`; nothing if there are none or more.
  std::optional<int> take_number(std::size_t most);
};

}  // namespace intake
