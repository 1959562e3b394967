#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ground/base/vocabulary.h"
#include "ground/model/record_field.h"
#include "ground/model/value_pool.h"

namespace model {

/// What the columns of a table hold once they are normalised. The k-th given, middle and family
/// column are the k-th name of a record: the first is its own, others are aliases.
enum class RecordPart : std::uint8_t {
  given,
  middle,
  family,
  suffix,
  organisation,
  birth,  ///< no values but dates, see record_date.h of normalise
  phone,
  email,
  handle,
  identifier,
  address,
  city,
  region,
  postcode,
  gender,
  employer,
  text
};

/// The part that answers an aspect; given stands for all of the name, postcode for all of the
/// place.
[[nodiscard]] RecordPart part_of(Aspect aspect);
inline constexpr std::size_t record_part_count = 17;

using RecordColumn = std::vector<ValueId>;  ///< a cell a row; 0 = missing

/// Names of rows, end to end.
struct RecordIds {
  std::string texts;
  std::vector<std::uint32_t> ends;

  [[nodiscard]] std::size_t size() const { return ends.size(); }
  [[nodiscard]] std::string_view operator[](std::size_t row) const {
    const auto begin = row == 0 ? 0 : ends[row - 1];
    return std::string_view(texts).substr(begin, ends[row] - begin);
  }
  void add(std::string_view id) {
    texts += id;
    ends.push_back(static_cast<std::uint32_t>(texts.size()));
  }
};

/// Records side by side, column after column.
struct RecordTable {
  RecordIds ids;
  ValuePool values;
  std::array<std::vector<RecordColumn>, record_part_count> columns;

  [[nodiscard]] std::size_t size() const { return ids.size(); }
  [[nodiscard]] const std::vector<RecordColumn>& of(RecordPart part) const {
    return columns[static_cast<std::size_t>(part)];
  }
};

}  // namespace model
