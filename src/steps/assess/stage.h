#pragma once

#include <cstddef>
#include <vector>

#include "ground/model/assessment.h"
#include "steps/assess/evidence.h"

namespace assess {

/// The highest stage that the indicators support. A stage is supported by one of its
/// indicators whose solo ceiling is "concern", or by an indicator of its own and two of weight 2
/// or more at that stage or beyond it: a way that leads further passes here. Pressure needs no
/// earlier stage. Stage::none where nothing is supported.
///
/// "Or beyond it" is our reading of the shipped stage rule, whose "the next lower stage that
/// qualifies" would call a story with one sign at each of five stages no story at all.
[[nodiscard]] model::Stage supported_stage(const std::vector<const model::Indicator*>& indicators);

[[nodiscard]] model::Stage supported_stage(const Borne& borne);

/// Stage of each encounter by what was told of it, ticked or proposed. An encounter is a small
/// piece: one indicator of weight 2 is enough to place it.
[[nodiscard]] std::vector<model::Stage> path_of(const std::vector<model::IndicatorState>& states,
                                                std::size_t encounter_count,
                                                const model::IndicatorTable& table);

}  // namespace assess
