#pragma once

#include <span>
#include <vector>

#include "ground/model/assessment.h"
#include "ground/model/link.h"
#include "ground/model/reading.h"
#include "ground/model/report.h"

namespace engine {

/// Whether personas of such a report may be linked. A colleague, a rumour and a protected contact
/// never; contact and threat always; what the words alone do not tell (other, cyber) only where
/// somebody described encounters or personas.
[[nodiscard]] bool may_link(const model::Report& report, model::ReportKind kind);

/// What a report offers to link: its personas in order, or one unnamed (index 0).
///
/// `states`: the indicators that the report speaks for, proposed or ticked (intake::propose, then
/// what a person decided); rejected ones are left out, and those of an encounter belong to its
/// personas alone. `entities` of the narrative join where there is at most one persona.
[[nodiscard]] std::vector<model::PersonaFeatures> match_features(
    const model::Report& report, std::span<const model::IndicatorState> states,
    std::span<const model::Entity> entities);

/// The keys under which a persona is stored and sought; see steps/normalise/keys.h.
[[nodiscard]] std::vector<model::MatchKey> match_keys(const model::PersonaFeatures& features);

}  // namespace engine
