#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "ground/model/reading.h"
#include "steps/intake/cues.h"
#include "steps/intake/guard.h"

namespace intake {

/// What the words of a narrative say, without any judgement of how far it has gone.
struct ReadText {
  model::Language language = model::Language::other;
  model::ReportKind kind = model::ReportKind::other;
  /// One hit per indicator, in the order of the table; offsets are into the text as given.
  std::vector<model::IndicatorHit> indicators, counters;
  std::vector<model::Entity> entities;
  std::optional<GuardFinding> guard;
};

/// Reads a narrative of any length and content in time linear to its length. A text in a
/// language other than Japanese or English gives entities only. `hint` is the language that
/// the sender named.
[[nodiscard]] ReadText read_text(std::string_view narrative, std::optional<model::Language> hint,
                                 const CompiledCues& cues);

}  // namespace intake
