#pragma once

#include <span>
#include <vector>

#include "ground/model/assessment.h"
#include "ground/model/knowledge.h"

namespace assess {

/// A report that a person has linked to the same actor.
struct LinkedReport {
  std::vector<model::IndicatorState> states;
  std::size_t encounter_count = 0;
  /// When it began (first day of its earliest encounter, else when it was reported), as days
  /// since 1970: puts the reports in order.
  std::int32_t day_first = 0;
};

/// Method and stage of an actor over all linked reports. An indicator counts once across
/// reports, best evidenced; two or more reports are themselves the sign that several people
/// were approached (SP3). `path` has one entry per report in order of time; `stage` is the worst
/// that the whole or any one report supports. Reasons carry no quotes or encounters, as these
/// belong to single reports; an indicator's third parameter says in how many reports it is.
/// A report that is stopped as a protected contact is left out; if all are, so is the whole.
[[nodiscard]] model::Assessment assess_many(std::span<const LinkedReport> reports,
                                            const model::IndicatorTable& table);

}  // namespace assess
