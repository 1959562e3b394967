#pragma once

#include <string>
#include <vector>

#include "ground/model/assessment.h"
#include "ground/model/report_record.h"

/// Small rules between what the machine reads in a report and what its record keeps.
namespace workflow {

/// Proposals of a new reading with what people decided before: an id keeps its tick wherever it
/// is proposed again, and what a person added or decided stays though no words speak for it now.
[[nodiscard]] std::vector<model::IndicatorState> keep_decisions(
    std::vector<model::IndicatorState> proposed, const std::vector<model::IndicatorState>& before);

/// Gives every state of an id the same tick; adds one where there is none.
void put_tick(std::vector<model::IndicatorState>& states, const std::string& indicator,
              model::Tick tick);

/// Ids that a person, or a sender whose ticks count, has ticked; each once.
[[nodiscard]] std::vector<std::string> ticked_ids(const std::vector<model::IndicatorState>& states);

/// Municipality codes of all places that the report gives or names, each once.
[[nodiscard]] std::vector<std::string> areas_of(const model::Report& content);

}  // namespace workflow
