#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "ground/model/reading.h"
#include "ground/text/folded_text.h"
#include "steps/intake/cues.h"
#include "steps/intake/guard.h"
#include "steps/intake/learned.h"
#include "steps/intake/proposals.h"

namespace intake {

/// What the words of a narrative say, without any judgement of how far it has gone.
struct ReadText {
  model::Language language = model::Language::other;
  model::ReportKind kind = model::ReportKind::other;
  /// One hit per indicator, in the order of the table; offsets are into the text as given.
  std::vector<model::IndicatorHit> indicators, counters;
  std::vector<model::Entity> entities;
  std::optional<GuardFinding> guard;
  /// What the learned layer proposes beside the indicators; points are 0 where it says nothing.
  LearnedView learned;
};

/// A text as the patterns alone see it: what the learned layer starts from.
struct PatternText {
  text::FoldedText masked;         ///< see mask_identity(); offsets of the text as given
  std::vector<CueHit> hits;        ///< that count
  std::vector<std::string> names;  ///< every hit as a feature: "@TA1", weak "?TA1", "@#insider"
  model::ReportKind kind = model::ReportKind::other;  ///< by the rule of kind.h
};

[[nodiscard]] PatternText read_patterns(const text::FoldedText& text, const CompiledCues& cues);

/// Reads a narrative of any length and content in time linear to its length. A text in a
/// language other than Japanese or English gives entities only. `hint` is the language that
/// the sender named. With an empty table of weights the patterns alone speak.
[[nodiscard]] ReadText read_text(std::string_view narrative, std::optional<model::Language> hint,
                                 const CompiledCues& cues, const CompiledWeights& weights = {});

}  // namespace intake
