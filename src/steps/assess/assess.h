#pragma once

#include <vector>

#include "ground/model/assessment.h"
#include "ground/model/knowledge.h"
#include "ground/model/report.h"

namespace assess {

/// Method and stage of one report, with a reason for everything.
///
/// Score: weight of each indicator (ticked full, proposed half, rejected nothing; once per
/// report, best evidenced), minus counter-indicators likewise, plus combination bonuses (full
/// only if all members are ticked, else half). Indicators of weight 1 count beside others,
/// never alone. A ticked or proposed protected contact (OK8) stops: nothing is scored until a
/// second reader rejects it. Band: the highest whose minimum is reached, below zero log.
/// Weights and bands are judgement, not statistics.
///
/// Reads the states and how many encounters there were, and whether one held a threat: no
/// name, language, claimed cover or origin can move the result.
///
/// Reason codes and parameters: indicator {id, "ticked"|"proposed"}, counter {id,
/// "ticked"|"proposed"}, combination {rule, ids...}, weight_one_alone {id}, stage {stage,
/// ids...}, threat {}, protected_stop {id}, no_acts {}.
[[nodiscard]] model::Assessment assess(const model::Report& report,
                                       const std::vector<model::IndicatorState>& states,
                                       const model::IndicatorTable& table);

/// The same for a text whose report is not there yet: one path entry, advice for its kind.
[[nodiscard]] model::Assessment assess_states(const std::vector<model::IndicatorState>& states,
                                              std::size_t encounter_count, model::ReportKind kind,
                                              const model::IndicatorTable& table);

/// The highest band whose minimum is reached.
[[nodiscard]] model::Band band_of(double score, const model::IndicatorTable& table);

}  // namespace assess
