#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ground/model/reading.h"
#include "ground/text/folded_text.h"
#include "steps/intake/cues.h"
#include "steps/intake/learned.h"

namespace intake {

/// What the learned layer says of a whole text, with the words that moved it.
struct LearnedView {
  /// To add to the score of the indicators; never over 0 beside a counter-indicator.
  int points = 0;
  std::vector<model::Quote> words;        ///< strongest first, at most five; none at 0 points
  std::optional<model::ReportKind> kind;  ///< the likeliest
  /// The stage group that hostile texts like this one are at: 0 spot or approach, 1 probe or
  /// develop, 2 test, 3 task or beyond.
  std::optional<int> stage_group;
};

/// The words of a masked piece as they were written.
[[nodiscard]] model::Quote quote_of(const text::FoldedText& text, const text::FoldedText& masked,
                                    std::size_t from, std::size_t to);

/// The proposals of the learned layer for one text. It lives no longer than what it was made of.
class Proposals {
 public:
  Proposals(const text::FoldedText& masked, std::span<const std::string> pattern_names,
            const CompiledWeights& weights);

  [[nodiscard]] LearnedView view(const text::FoldedText& text) const;

  /// Adds indicators and counter-indicators whose words speak clearly though no pattern knows
  /// them, and withholds pattern hits that the rest of the text speaks against. Counter-
  /// indicators are never withheld, and where a pattern found one no indicator is added: the
  /// layer never overrides what speaks for innocence. Lists stay in the order of the table.
  void settle(const text::FoldedText& text, const CompiledCues& cues,
              std::vector<model::IndicatorHit>& indicators,
              std::vector<model::IndicatorHit>& counters) const;

 private:
  [[nodiscard]] float sum(std::string_view target) const;
  /// 0 for a few words, of which the layer says nothing, to 1 for a told story.
  [[nodiscard]] float trust() const;
  [[nodiscard]] std::optional<model::ReportKind> likely_kind() const;
  [[nodiscard]] std::optional<int> stage_group() const;

  const text::FoldedText& masked_;
  const CompiledWeights& weights_;
  CompiledWeights::Rows rows_;
  std::vector<Leaning> leanings_;
};

}  // namespace intake
