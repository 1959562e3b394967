#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace base {

/// The published words of an enum, in declaration order; the enum counts from 0.
/// An enum E gets its words by a constexpr overload `vocabulary(E)` beside it, found by
/// argument-dependent lookup, and is then encoded, decoded and documented by this one table.
template <class Enum, std::size_t Count>
struct Vocabulary {
  std::array<std::string_view, Count> words;

  [[nodiscard]] constexpr std::string_view word(Enum value) const {
    return words[static_cast<std::size_t>(value)];
  }
  [[nodiscard]] constexpr std::optional<Enum> find(std::string_view text) const {
    for (std::size_t index = 0; index < Count; ++index)
      if (words[index] == text) return static_cast<Enum>(index);
    return std::nullopt;
  }
};

template <class Enum, class... Words>
[[nodiscard]] constexpr auto make_vocabulary(Words... words) {
  return Vocabulary<Enum, sizeof...(Words)>{{std::string_view(words)...}};
}

/// word_of(Channel::in_person) == "in_person"
template <class Enum>
[[nodiscard]] constexpr std::string_view word_of(Enum value) {
  return vocabulary(value).word(value);
}

template <class Enum>
[[nodiscard]] constexpr std::optional<Enum> find_word(std::string_view text) {
  return vocabulary(Enum{}).find(text);
}

}  // namespace base
