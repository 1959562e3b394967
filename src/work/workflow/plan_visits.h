#pragma once

#include <cstddef>
#include <vector>

#include "edges/db/connection.h"
#include "ground/base/result.h"
#include "ground/model/visit.h"
#include "work/workflow/hub.h"

/// Whom to visit next and why, and how far the visits reach. A station plans its own territory and
/// counts only the contacts that it may read; the bureau plans all.
namespace workflow {

/// Coverage counts the firms that were visited so long back.
inline constexpr std::chrono::days coverage_days{365};

struct PlanRequest {
  static constexpr std::size_t limit_max = 100;
  std::size_t limit = 20;  ///< firms, 1 to limit_max
  std::size_t stops = 5;   ///< of them in the route of a day
};

[[nodiscard]] base::Result<model::VisitPlan> plan_visits(Hub& hub,
                                                         const model::Principal& principal,
                                                         const PlanRequest& request = {});

/// Why this firm now, as the plan of this reader would say. Empty for what is no company.
[[nodiscard]] std::vector<model::Reason> reasons_to_visit_now(Hub& hub, db::Connection& connection,
                                                              const model::Principal& principal,
                                                              const model::Organisation& firm);

/// How many firms were visited in the last year, by municipality and by field of technology; no
/// figure tells of fewer than outreach::firms_told_min firms.
[[nodiscard]] base::Result<model::VisitCoverage> visit_coverage(Hub& hub,
                                                                const model::Principal& principal);

}  // namespace workflow
