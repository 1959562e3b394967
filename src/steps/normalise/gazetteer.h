#pragma once

#include <span>
#include <string_view>

namespace normalise {

/// A name that a place is told by, and the municipality it lies in.
struct NamedArea {
  std::string_view japanese, latin;  ///< latin in small letters
  std::string_view code;             ///< JIS X 0402 without check digit
};

/// Ordered so that the first name found in a text is the most telling: stations and halls before
/// wards, wards before cities. Source: our own list; codes as the Ministry of Internal Affairs and
/// Communications publishes them.
[[nodiscard]] std::span<const NamedArea> named_areas();

}  // namespace normalise
