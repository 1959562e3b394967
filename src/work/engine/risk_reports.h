#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "ground/model/organisation.h"
#include "ground/model/report.h"
#include "steps/outreach/firms_at_risk.h"
#include "work/engine/match_reports.h"

namespace engine {

/// What is known when one report has come in, and who may be approached next.
struct RiskAfter {
  std::size_t report = 0;                   ///< index into the reports given
  std::vector<outreach::FirmAtRisk> firms;  ///< highest first
};

/// For each of `afters` (indexes into `reports`) the firms ranked by that report and the earlier
/// ones that lead to it over `matches` (of match_reports). Each of those weighs less than the
/// report itself, by how sure its links are (a chain is as sure as the product of its links: 2^bits
/// against the shown threshold) and by its age (half after half_life_days); the first party_max of
/// them count. Firms that reported one of them are left out; a report's firm is the one whose key
/// stands in its `from.organisation`.
[[nodiscard]] std::vector<RiskAfter> risk_after(std::span<const std::size_t> afters,
                                                std::span<const model::Report> reports,
                                                std::span<const ReportMatch> matches,
                                                std::span<const model::Organisation> firms);

}  // namespace engine
