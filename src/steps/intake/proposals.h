#pragma once

#include <array>
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
  /// How much a hostile text like this one leans to each stage group: 0 spot or approach, 1 probe
  /// or develop, 2 test, 3 task or beyond.
  std::optional<std::array<float, 4>> stage_leanings;  ///< none for a summary of acts
};

/// The words of a masked piece as they were written.
[[nodiscard]] model::Quote quote_of(const text::FoldedText& text, const text::FoldedText& masked,
                                    std::size_t from, std::size_t to);

/// The proposals of the learned layer for one text. It lives no longer than what it was made of.
class Proposals {
 public:
  Proposals(const text::FoldedText& masked, std::span<const std::string> pattern_names,
            const CompiledWeights& weights);

  /// `act_count`: indicators that the patterns found.
  [[nodiscard]] LearnedView view(const text::FoldedText& text, std::size_t act_count) const;

  /// Adds indicators and counter-indicators whose words speak clearly though no pattern knows
  /// them, and withholds pattern hits that the rest of the text speaks against. Counter-
  /// indicators are never withheld, and where a pattern found one no indicator is added: the
  /// layer never overrides what speaks for innocence. Of a summary nothing is withheld. Lists stay
  /// in the order of the table.
  void settle(const text::FoldedText& text, const CompiledCues& cues,
              std::vector<model::IndicatorHit>& indicators,
              std::vector<model::IndicatorHit>& counters) const;

 private:
  [[nodiscard]] float sum(std::string_view target) const;
  /// 0 for a few words, of which the layer says nothing, to 1 for a told story.
  [[nodiscard]] float trust() const;
  /// Many acts in few words: a case in summary, unlike the told stories that the layer learned
  /// from. There the acts speak for themselves.
  [[nodiscard]] bool is_summary(std::size_t act_count) const;
  [[nodiscard]] std::optional<model::ReportKind> likely_kind() const;
  [[nodiscard]] std::optional<std::array<float, 4>> stage_leanings() const;

  const text::FoldedText& masked_;
  const CompiledWeights& weights_;
  CompiledWeights::Rows rows_;
  std::vector<Leaning> leanings_;
};

}  // namespace intake
