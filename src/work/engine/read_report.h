#pragma once

#include <optional>
#include <span>
#include <vector>

#include "ground/model/assessment.h"
#include "ground/model/report.h"
#include "steps/assess/assess_many.h"
#include "work/engine/knowledge.h"

/// The chain over a whole report: read its words, propose indicators, assess. For workflow,
/// which does not see the steps below.
namespace engine {

/// What a report says before any person has looked at it.
struct ReadReport {
  model::Reading reading;  ///< of the narrative alone, at full weights
  /// What it is about: the reading's kind, but contact where encounters tell of acts, and
  /// threat where an encounter holds one.
  model::ReportKind kind = model::ReportKind::other;
  std::vector<model::IndicatorState> states;  ///< proposals and the sender's ticks
  std::optional<std::string> guard;           ///< code of the guard message, if one is due
};

[[nodiscard]] ReadReport read_report(const model::Report& report, const Knowledge& knowledge);

/// The advice of that reading alone, in about half the time: for somebody who waits.
[[nodiscard]] std::vector<std::string> instant_advice(const model::Report& report,
                                                      const Knowledge& knowledge);

/// The names, numbers, addresses and dates of the narrative: the entities of that reading.
[[nodiscard]] std::vector<model::Entity> entities_of(const model::Report& report);

/// Assesses a report by its states as they stand now, after persons ticked and rejected.
[[nodiscard]] model::Assessment assess_report(const model::Report& report,
                                              const std::vector<model::IndicatorState>& states,
                                              const Knowledge& knowledge);

/// Assesses all reports of one actor together; see assess::assess_many.
[[nodiscard]] model::Assessment assess_actor(std::span<const assess::LinkedReport> reports,
                                             const Knowledge& knowledge);

/// First day of the earliest encounter, else the day of the report, else 0; days since 1970.
[[nodiscard]] std::int32_t day_first_of(const model::Report& report);

}  // namespace engine
