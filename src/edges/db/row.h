#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "edges/db/value.h"
#include "ground/base/bytes.h"
#include "ground/base/error.h"
#include "ground/base/id.h"
#include "ground/base/time.h"

namespace db {

/// One row of an answer, owning its values. Columns count from 0. A getter throws
/// OutsideFailure when the column holds another kind of value (a damaged or altered database);
/// asking for a column that the statement does not have is our bug. A find_ getter gives
/// nothing for NULL.
class Row {
 public:
  Row() = default;
  explicit Row(std::vector<Value> values) : values_(std::move(values)) {}

  [[nodiscard]] std::size_t columns() const { return values_.size(); }
  [[nodiscard]] const Value& value(std::size_t column) const;
  [[nodiscard]] bool is_null(std::size_t column) const;

  [[nodiscard]] std::int64_t integer(std::size_t column) const;
  [[nodiscard]] bool boolean(std::size_t column) const;  ///< 0 or 1, nothing else
  [[nodiscard]] double real(std::size_t column) const;   ///< whole numbers are taken as well
  [[nodiscard]] const std::string& text(std::size_t column) const;
  [[nodiscard]] const base::Bytes& bytes(std::size_t column) const;
  [[nodiscard]] base::UtcTime time(std::size_t column) const;
  [[nodiscard]] base::Day day(std::size_t column) const;
  [[nodiscard]] base::UuidBytes uuid(std::size_t column) const;

  template <class Thing>
  [[nodiscard]] base::Id<Thing> id(std::size_t column) const {
    return base::Id<Thing>{uuid(column)};
  }
  template <std::size_t Count>
  [[nodiscard]] std::array<std::uint8_t, Count> fixed_bytes(std::size_t column) const {
    const auto& found = bytes(column);
    if (found.size() != Count) throw unreadable();
    std::array<std::uint8_t, Count> fixed{};
    std::copy(found.begin(), found.end(), fixed.begin());
    return fixed;
  }
  template <Worded Enum>
  [[nodiscard]] Enum word(std::size_t column) const {
    const auto found = base::find_word<Enum>(text(column));
    if (!found) throw unreadable();
    return *found;
  }

  [[nodiscard]] std::optional<std::int64_t> find_integer(std::size_t column) const;
  [[nodiscard]] std::optional<double> find_real(std::size_t column) const;
  [[nodiscard]] std::optional<std::string> find_text(std::size_t column) const;
  [[nodiscard]] std::optional<base::Bytes> find_bytes(std::size_t column) const;
  [[nodiscard]] std::optional<base::UtcTime> find_time(std::size_t column) const;
  [[nodiscard]] std::optional<base::Day> find_day(std::size_t column) const;

  template <class Thing>
  [[nodiscard]] std::optional<base::Id<Thing>> find_id(std::size_t column) const {
    if (is_null(column)) return std::nullopt;
    return id<Thing>(column);
  }
  template <Worded Enum>
  [[nodiscard]] std::optional<Enum> find_word(std::size_t column) const {
    if (is_null(column)) return std::nullopt;
    return word<Enum>(column);
  }

 private:
  [[nodiscard]] static base::OutsideFailure unreadable();
  template <class Kind>
  [[nodiscard]] const Kind& get(std::size_t column) const;

  std::vector<Value> values_;
};

using Rows = std::vector<Row>;

/// The ids in the first column.
template <class Thing>
[[nodiscard]] std::vector<base::Id<Thing>> ids_of(const Rows& rows) {
  std::vector<base::Id<Thing>> ids;
  for (const auto& row : rows)
    ids.push_back(row.id<Thing>(0));
  return ids;
}

}  // namespace db
