#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "ground/base/bytes.h"
#include "ground/base/ensure.h"
#include "ground/base/id.h"
#include "ground/base/time.h"
#include "ground/base/vocabulary.h"

namespace db {

/// What a column or a parameter holds: nothing (NULL), a whole number, a real, text or bytes.
/// How our own types are kept, on both engines:
///   Id -> 16 bytes; UtcTime -> microseconds; Day -> days since 1970; bool -> 0 or 1;
///   an enum with a vocabulary -> its word; an empty optional -> NULL.
using Value = std::variant<std::monostate, std::int64_t, double, std::string, base::Bytes>;

template <class Enum>
concept Worded = std::is_enum_v<Enum> && requires(Enum value) {
  base::word_of(value);
};

[[nodiscard]] inline Value to_value(Value value) {
  return value;
}
[[nodiscard]] inline Value to_value(std::nullopt_t) {
  return {};
}
[[nodiscard]] inline Value to_value(double value) {
  return value;
}
[[nodiscard]] inline Value to_value(std::string value) {
  return value;
}
[[nodiscard]] inline Value to_value(std::string_view value) {
  return std::string(value);
}
[[nodiscard]] inline Value to_value(const char* value) {
  return std::string(value);
}
[[nodiscard]] inline Value to_value(base::Bytes value) {
  return value;
}
[[nodiscard]] inline Value to_value(base::BytesView value) {
  return base::Bytes(value.begin(), value.end());
}
[[nodiscard]] inline Value to_value(base::UtcTime value) {
  return value.microseconds;
}
[[nodiscard]] inline Value to_value(base::Day value) {
  return std::int64_t{value.time_since_epoch().count()};
}
template <std::integral Number>
[[nodiscard]] Value to_value(Number value) {
  base::ensure(std::in_range<std::int64_t>(value), "a number fits a column");
  return static_cast<std::int64_t>(value);
}
template <>
[[nodiscard]] inline Value to_value(bool value) {
  return std::int64_t{value ? 1 : 0};
}
template <std::size_t Count>
[[nodiscard]] Value to_value(const std::array<std::uint8_t, Count>& value) {
  return base::Bytes(value.begin(), value.end());
}
template <class Thing>
[[nodiscard]] Value to_value(const base::Id<Thing>& value) {
  return to_value(value.bytes);
}
template <Worded Enum>
[[nodiscard]] Value to_value(Enum value) {
  return std::string(base::word_of(value));
}
template <class Inner>
[[nodiscard]] Value to_value(const std::optional<Inner>& value) {
  return value ? to_value(*value) : Value{};
}

/// What is bound to $1, $2, ... in this order:
///   `connection.execute(insert_report, {report.id, report.received_at, body})`
/// or, where the count is not known beforehand, by add().
class Parameters {
 public:
  Parameters() = default;

  template <class... Items>
  requires(sizeof...(Items) > 0 && !(std::same_as<std::remove_cvref_t<Items>, Parameters> || ...))
      Parameters(Items&&... items) {  // implicit, so that a braced list is enough
    values_.reserve(sizeof...(Items));
    (add(std::forward<Items>(items)), ...);
  }

  template <class Item>
  Parameters& add(Item&& item) {
    values_.push_back(to_value(std::forward<Item>(item)));
    return *this;
  }

  [[nodiscard]] std::span<const Value> values() const { return values_; }

 private:
  std::vector<Value> values_;
};

}  // namespace db
