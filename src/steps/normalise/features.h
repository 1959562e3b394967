#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "ground/model/link.h"
#include "ground/model/reading.h"
#include "ground/model/report.h"

namespace normalise {

/// The comparable form of one persona of a report. Its encounters are those that name it and those
/// that name nobody; a date that is not told counts as within the 60 days before the report.
/// `persona_index` must exist. The claimed origin is not read.
///
/// `read_behaviours`: indicators that a reading of the narrative proposes, or that a person ticked
/// in the store; they join those of the encounters, after them.
[[nodiscard]] model::PersonaFeatures features_of(const model::Report& report,
                                                 std::size_t persona_index,
                                                 std::span<const std::string> read_behaviours = {});

/// A report that tells of nobody in particular: one unnamed persona, index 0, from all its
/// encounters; from a narrative alone, the place it names and the ideas it holds.
[[nodiscard]] model::PersonaFeatures features_of_unnamed(
    const model::Report& report, std::span<const std::string> read_behaviours = {});

/// What the report offers to link: its personas, or the one unnamed.
[[nodiscard]] std::vector<model::PersonaFeatures> all_features_of(
    const model::Report& report, std::span<const std::string> read_behaviours = {});

/// Adds telephone numbers, addresses and accounts that a reading found in the narrative. Only for a
/// report of at most one persona: otherwise it is not known whose they are.
void add_entities(model::PersonaFeatures& features, std::span<const model::Entity> entities);

}  // namespace normalise
