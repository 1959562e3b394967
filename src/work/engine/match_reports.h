#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "ground/model/link.h"
#include "ground/model/report.h"
#include "steps/intake/cues.h"
#include "steps/intake/learned.h"

namespace engine {

/// One line of `kizuki match`: a report and an earlier one that it may share its actor with.
struct ReportMatch {
  std::size_t report = 0, other = 0;  ///< indexes into the reports given; `other` came earlier
  std::size_t rank = 0;               ///< from 1, best first
  model::LinkProposal proposal;       ///< its PersonaRefs hold the numbers of the reports
};

/// Each report in order of `reported_at` (equal and missing times: in the order given, missing
/// ones last) meets the earlier ones, by the functions the server uses. At most proposals_max lines
/// a report, one for each earlier report at or above the shown threshold, by its best pair of
/// personas. Reports that may not be linked (match_features.h) meet nobody. Nothing is stored.
[[nodiscard]] std::vector<ReportMatch> match_reports(std::span<const model::Report> reports,
                                                     const intake::CompiledCues& cues,
                                                     const intake::CompiledWeights& weights = {});

}  // namespace engine
