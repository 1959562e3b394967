#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "ground/model/digest.h"

namespace outreach {

/// How long things took, each with the firms that stand behind it.
class DaysTaken {
 public:
  /// `firms` may be empty: a thing of which nobody knows the firm counts, but stands for no firm.
  void add(std::chrono::microseconds taken, const std::set<std::string>& firms);

  [[nodiscard]] std::size_t size() const { return by_days_.size(); }
  /// In half days, since a whole time is that of one firm. Nothing where fewer than
  /// `firms_told_min` things or firms stand behind it; `nine_in_ten` (nearest rank) only where
  /// that many firms took so long or longer.
  [[nodiscard]] std::optional<model::DaysTold> told() const;

 private:
  using ByDays = std::multimap<double, std::set<std::string>>;
  static std::size_t firms_from(ByDays::const_iterator first, ByDays::const_iterator last);

  ByDays by_days_;
};

}  // namespace outreach
