#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ground/model/visit.h"

namespace outreach {

/// Firms by a code (municipality, field of technology). A firm may stand under several codes and
/// under one code more than once; it is counted once a cell.
class CoverageCount {
 public:
  void add(std::string_view code, std::int64_t firm, bool is_visited);

  /// Cells of `firms_told_min` firms and more by code, then the rest (code "") that holds all
  /// others, each firm once. Where the rest alone would be smaller, the smallest cell joins it, so
  /// that no figure follows from the difference of others. Nothing where all firms together are
  /// fewer.
  [[nodiscard]] std::vector<model::CoverageCell> cells() const;

 private:
  using Firms = std::map<std::int64_t, bool>;  ///< whether it was visited
  std::map<std::string, Firms, std::less<>> by_code_;
};

/// "semiconductor" of "semiconductor.etching".
[[nodiscard]] std::string_view field_of(std::string_view technology);

}  // namespace outreach
