#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "edges/codec/json_value.h"

namespace codec {

/// Limits of one member. The limits of a list apply to the list, the rest to its items.
struct Bounds {
  std::size_t text_bytes_max = 4096;
  std::size_t list_min = 0;
  std::size_t list_max = 100;
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
};

/// A text of at most `bytes` bytes of UTF-8.
[[nodiscard]] constexpr Bounds text_up_to(std::size_t bytes) {
  return {.text_bytes_max = bytes};
}
/// A list of at most `count` items, each text in it of at most `text_bytes`.
[[nodiscard]] constexpr Bounds list_up_to(std::size_t count, std::size_t text_bytes = 4096) {
  return {.text_bytes_max = text_bytes, .list_max = count};
}
/// A number from `low` to `high`, both allowed.
[[nodiscard]] constexpr Bounds between(double low, double high) {
  return {.low = low, .high = high};
}

/// The way from the root to a value, kept on the stack; made into text only for an error.
struct Path {
  const Path* parent = nullptr;
  std::string_view name;  ///< of a member; empty for a list item
  std::size_t index = 0;  ///< of a list item
  bool is_index = false;

  [[nodiscard]] std::string pointer() const;
};

/// A value that is being read, with what its reader needs to complain.
struct Cursor {
  const Value& value;
  const Path& path;
  Issues& issues;

  void refuse(std::string problem, std::string next_step = "") const;

  // Each refuses and returns false where the value does not fit.
  [[nodiscard]] bool read_text(std::string& out, const Bounds& bounds) const;
  [[nodiscard]] bool read_boolean(bool& out) const;
  [[nodiscard]] bool read_number(double& out, const Bounds& bounds) const;
  /// Whole numbers, also written as 5.0 or 5e0 as JSON Schema has it.
  [[nodiscard]] bool read_integer(std::int64_t& out, std::int64_t low, std::int64_t high,
                                  const Bounds& bounds) const;
  [[nodiscard]] bool is_list(const Bounds& bounds) const;
  [[nodiscard]] bool is_object() const;
  void refuse_word(const std::vector<std::string_view>& allowed) const;
};

}  // namespace codec
