#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ground/model/digest.h"
#include "ground/model/knowledge.h"

namespace outreach {

/// Counts things by a code and the firm they are of, and tells no figure of fewer than
/// `firms_told_min` firms (small_cells.h). A thing of which nobody knows the firm counts, but
/// stands for no firm. Each thing has one code, so that the cells add up to the whole.
class FigureCount {
 public:
  /// `firm` = "" where it is not known.
  void add(std::string_view code, std::string_view firm);

  /// All together; nothing where too few firms stand behind them.
  [[nodiscard]] model::ToldCount total() const;
  /// Cells by code, then the rest (code ""). Where the rest would be too small, the smallest cell
  /// joins it, so that no figure follows from the difference of others.
  [[nodiscard]] std::vector<model::Figure> cells() const;
  /// The cells in percent of all (percent_step); none where `total` tells nothing.
  [[nodiscard]] std::vector<model::Share> shares() const;

 private:
  struct Cell {
    std::int64_t count = 0;
    std::set<std::string, std::less<>> firms;
  };
  static void join(Cell& into, const Cell& other);
  [[nodiscard]] Cell all() const;

  std::map<std::string, Cell, std::less<>> by_code_;
};

/// "stages_early" (spot, approach, probe), "stages_building" (develop, test), "stages_acting"
/// (task, run, coerce), "stages_none".
[[nodiscard]] std::string_view stage_group(model::Stage stage);

/// The highest of 5, 10, 20, 50, 100, 200, 500, 1000, ... that is not above the count; 0 under 5.
/// What leaves the police is told in such steps, so that two readings differ by no single report.
[[nodiscard]] std::int64_t figure_step(std::int64_t count);

/// `part` of `whole` in percent, rounded to the finest of 1, 5, 10, 25 and 50 that stands for
/// `firms_told_min` of the firms behind the whole: in whole percents from 500 firms on.
[[nodiscard]] std::int64_t percent_step(std::int64_t part, std::int64_t whole, std::size_t firms);

}  // namespace outreach
