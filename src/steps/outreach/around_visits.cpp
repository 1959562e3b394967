#include "steps/outreach/around_visits.h"

#include <algorithm>

#include "steps/outreach/figures.h"
#include "steps/outreach/small_cells.h"

namespace outreach {
namespace {

/// Reports of one side of the visits, and how many firms made them.
struct Side {
  std::int64_t reports = 0;
  std::size_t firms = 0;

  void add(std::int64_t of_firm) {
    reports += of_firm;
    if (of_firm > 0) ++firms;
  }
  [[nodiscard]] model::ToldCount told_reports() const {
    return is_told(firms) ? model::ToldCount(figure_step(reports)) : std::nullopt;
  }
  [[nodiscard]] model::ToldCount told_percent(std::size_t visited) const {
    if (!may_tell_parts(firms, visited - firms)) return std::nullopt;
    return percent_step(static_cast<std::int64_t>(firms), static_cast<std::int64_t>(visited),
                        visited);
  }
};

}  // namespace

void AroundVisitsCount::add_visit(const std::string& firm, base::UtcTime at) {
  const auto [found, is_new] = firms_.emplace(firm, Visited{at});
  if (!is_new) found->second.at = std::min(found->second.at, at);
}

void AroundVisitsCount::add_report(const std::string& firm, base::UtcTime at) {
  const auto found = firms_.find(firm);
  if (found == firms_.end()) return;
  auto& visited = found->second;
  if (at < visited.at - around_visit_days || at >= visited.at + around_visit_days) return;
  ++(at < visited.at ? visited.before : visited.after);
}

std::optional<model::AroundVisits> AroundVisitsCount::told() const {
  if (!is_told(firms_.size())) return std::nullopt;
  Side before, after;
  for (const auto& [firm, visited] : firms_) {
    before.add(visited.before);
    after.add(visited.after);
  }
  model::AroundVisits told;
  told.firms = figure_step(static_cast<std::int64_t>(firms_.size()));
  told.reports_before = before.told_reports();
  told.reports_after = after.told_reports();
  told.percent_before = before.told_percent(firms_.size());
  told.percent_after = after.told_percent(firms_.size());
  return told;
}

}  // namespace outreach
