#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>

#include "ground/base/time.h"
#include "ground/model/digest.h"

namespace outreach {

/// What counts as shortly before and after a visit.
inline constexpr std::chrono::days around_visit_days{90};

/// Reports of firms before and after the first visit to each. Only the first, so that no report
/// stands behind one visit and before another.
class AroundVisitsCount {
 public:
  void add_visit(const std::string& firm, base::UtcTime at);
  /// After all visits. A report of the very moment of the visit came after it.
  void add_report(const std::string& firm, base::UtcTime at);

  /// Nothing where fewer than `firms_told_min` firms were visited; a figure of its parts likewise.
  [[nodiscard]] std::optional<model::AroundVisits> told() const;

 private:
  struct Visited {
    base::UtcTime at;
    std::int64_t before = 0, after = 0;
  };
  std::map<std::string, Visited, std::less<>> firms_;
};

}  // namespace outreach
