#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "steps/resolve/record_compare.h"
#include "steps/resolve/record_model.h"

namespace resolve {

/// Two records that may be one party.
struct RecordLink {
  std::uint32_t left = 0, right = 0;  ///< left < right
  float bits = 0;
};

/// Joins records into parties, the surest link first. A link between groups counts only if the
/// groups as wholes agree: their members are compared across, so that one wrong link cannot chain
/// two parties (two-edge support), and members that contradict each other hold the groups apart
/// (veto). Links of equal weight go by the order of their rows; the outcome depends on nothing
/// else. Returns for each row the first row of its party.
[[nodiscard]] std::vector<std::uint32_t> cluster_records(const RecordComparer& comparer,
                                                         const RecordModel& model,
                                                         std::vector<RecordLink> links);

}  // namespace resolve
