#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "ground/model/record_table.h"

namespace resolve {

/// One way of finding candidates: records that share a key are worth a look. Many weak ways, each
/// cut where it finds too much, lose fewer pairs than a few strict ones.
struct KeySpace {
  std::string_view name;  ///< "birth + name"
  std::size_t first = 0;  ///< of its keys in a row
  std::size_t count = 0;
};

/// The keys of every row, side by side. 0 = none. Keys are content hashes, the same in every run.
class RecordKeys {
 public:
  /// Plans the spaces that the columns of a table allow; fills nothing yet.
  explicit RecordKeys(const model::RecordTable& table);

  /// Works out the keys of rows [begin, end); ranges apart may be filled by different threads.
  void fill(std::size_t begin, std::size_t end);

  [[nodiscard]] std::span<const KeySpace> spaces() const { return spaces_; }
  [[nodiscard]] std::span<const std::uint32_t> of(std::size_t row) const {
    return std::span(keys_).subspan(row * width_, width_);
  }
  void erase(std::size_t row, std::size_t key) { keys_[row * width_ + key] = 0; }

  /// Whether two rows meet in a space before this one: then the pair was looked at there.
  [[nodiscard]] bool have_met(std::size_t left, std::size_t right, std::size_t space) const;

 private:
  const model::RecordTable& table_;
  std::vector<KeySpace> spaces_;
  std::vector<std::size_t> recipes_;  // of each space
  std::size_t width_ = 0;
  std::vector<std::uint32_t> keys_;
};

/// Rows that share a key, at least two, ascending, end to end.
struct KeyGroups {
  std::vector<std::uint32_t> rows;
  std::vector<std::uint32_t> ends;  ///< of each group
  std::size_t hub_rows = 0;         ///< rows whose key was too common
};

/// The groups of one space. The largest groups are left out as hubs until what remains proposes at
/// most `pairs_max` pairs; their keys are erased, so that what meets there is found by other ways.
/// Spaces apart may be grouped by different threads.
[[nodiscard]] KeyGroups group_by_key(RecordKeys& keys, std::size_t space, std::size_t rows,
                                     double pairs_max);

}  // namespace resolve
