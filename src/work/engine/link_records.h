#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "ground/model/record_table.h"
#include "steps/resolve/record_clusters.h"
#include "steps/resolve/record_compare.h"
#include "steps/resolve/record_model.h"
#include "work/engine/name_matcher.h"

namespace engine {

/// What was done to link a table.
struct LinkSummary {
  std::size_t rows = 0, parties = 0;
  std::uint64_t pairs_compared = 0;
  std::size_t hub_keys = 0;  ///< keys left out because too many rows share them
  double expected_same_pairs = 0;
};

/// A table linked: which rows are one party, and the model that says so.
struct LinkedRecords {
  std::unique_ptr<resolve::RecordComparer> comparer;
  resolve::RecordModel model;
  std::vector<std::uint32_t> firsts;       ///< for each row the first row of its party
  std::vector<resolve::RecordLink> pairs;  ///< those asked for, by their rows
  LinkSummary summary;
};

/// Links a table without labels: candidates by many weak keys, a model learned from counts of
/// comparison patterns, clusters with a guard. The table must outlive what comes back. The outcome
/// depends on the rows alone, not on the number of workers nor on the order of the files. Memory:
/// some 250 bytes a row beside the table. Names in different writings are compared by `matcher`,
/// which must outlive what comes back; without one they differ. With `pair_bits_min` every compared
/// pair of that weight or more is given, 12 bytes each, whether its rows became one party or not.
[[nodiscard]] LinkedRecords link_records(const model::RecordTable& table, std::size_t workers,
                                         const NameMatcher* matcher = nullptr,
                                         std::optional<float> pair_bits_min = std::nullopt);

/// Whether names of the table are in letters that only a matcher can compare with Latin ones.
[[nodiscard]] bool needs_matcher(const model::RecordTable& table);

}  // namespace engine
