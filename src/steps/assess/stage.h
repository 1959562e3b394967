#pragma once

#include <cstddef>
#include <vector>

#include "ground/model/assessment.h"
#include "steps/assess/evidence.h"

namespace assess {

/// The highest stage that the indicators support. A stage is supported by
/// - one of its indicators whose solo ceiling is "concern", or
/// - one of its indicators of weight 2 or more together with another of weight 2 or more at that
///   stage or beyond it (a way that leads further passes here), or with an indicator of an
///   earlier stage whose solo ceiling is "concern" (what goes on after a sure sign is no chance).
///
/// Two acts stand for another stage than their own beside others: HA2 and HA3 with TA1 and
/// without HA1, HA4, HA5 are how one request was met (task), and CY1 with AP5 and DV4 asks for
/// access (task). Pressure needs no earlier stage. Stage::none where nothing is supported.
/// Why: docs/decisions/0006-stages-backed-by-sure-signs.md.
[[nodiscard]] model::Stage supported_stage(const std::vector<const model::Indicator*>& indicators);

[[nodiscard]] model::Stage supported_stage(const Borne& borne);

/// Stage of each encounter by what was told of it, ticked or proposed. An encounter is a small
/// piece: one indicator of weight 2 is enough to place it.
[[nodiscard]] std::vector<model::Stage> path_of(const std::vector<model::IndicatorState>& states,
                                                std::size_t encounter_count,
                                                const model::IndicatorTable& table);

/// Stages of one group call for the same answer: 0 spot or approach, 1 probe or develop, 2 test,
/// 3 task or beyond; -1 none.
[[nodiscard]] int stage_group_of(model::Stage stage);

}  // namespace assess
