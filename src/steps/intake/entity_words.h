#pragma once

#include <bitset>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "ground/model/reading.h"

namespace intake {

/// Words joined by "|", ready to be looked up.
class WordSet {
 public:
  explicit WordSet(std::string_view joined);
  [[nodiscard]] bool holds(std::u32string_view word) const {
    return !word.empty() && is_end(word.back()) && words_.contains(word);
  }
  /// Length of the longest word that `text` begins with, 0 for none.
  [[nodiscard]] std::size_t prefix_of(std::u32string_view text) const;
  /// Likewise of the longest that it ends with.
  [[nodiscard]] std::size_t ending_of(std::u32string_view text) const;

 private:
  struct Hash : std::hash<std::u32string_view> {
    using is_transparent = void;
  };
  [[nodiscard]] bool is_end(char32_t c) const { return c >= ends_.size() || ends_[c]; }

  std::unordered_set<std::u32string, Hash, std::equal_to<>> words_;
  std::bitset<1U << 16> ends_;  ///< by the last character: most of a text is answered by it
  std::size_t longest_ = 0;
};

/// Cities, districts and countries in both scripts; ordinary geography, in our choice.
[[nodiscard]] const WordSet& known_places();
/// Common names of persons, in small letters or Japanese.
[[nodiscard]] const WordSet& known_names();

/// A piece of `text` as an entity.
[[nodiscard]] model::Entity named(model::EntityKind kind, std::u32string_view text,
                                  std::size_t from, std::size_t to);

}  // namespace intake
