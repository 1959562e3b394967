#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "ground/base/result.h"
#include "ground/text/table_file.h"
#include "steps/normalise/comparable_name.h"
#include "steps/normalise/name_tables.h"
#include "steps/resolve/letter_costs.h"
#include "steps/resolve/name_evidence.h"
#include "steps/resolve/name_score.h"
#include "steps/resolve/sound_costs.h"

namespace engine {

/// What the name matcher is made of: the shipped tables as text (data/names/README.md), "" for a
/// lexicon that nobody gave, and the knowledge files, nullptr where they are absent. The files must
/// outlive the matcher, the texts need not.
struct NameSources {
  std::string_view titles, particles, legal_forms, forms, letter_costs, own_letter_costs, weights,
      sound_costs, lexicon;
  const text::TableFile* jmnedict = nullptr;
  const text::TableFile* unihan = nullptr;
};

/// Compares names of persons and firms across scripts (docs/NAMES.md). Safe to share by threads.
class NameMatcher {
 public:
  [[nodiscard]] static base::Result<NameMatcher> make(const NameSources& sources);

  struct Comparison {
    float bits = 0;  ///< log2 of the odds of one bearer, at even odds beforehand; 0 = nothing said
    std::string why_en, why_ja;
  };
  [[nodiscard]] Comparison compare(std::string_view left, std::string_view right) const;

  /// Nothing is below it.
  static constexpr float no_cutoff = -1000;

  /// Brings names into comparable form; the matcher and the pool must outlive it.
  [[nodiscard]] normalise::NameCompiler compiler(model::TokenPool& into) const {
    return {tables_, into};
  }
  [[nodiscard]] const resolve::LetterCosts& costs() const { return costs_; }
  /// For finding candidates.
  [[nodiscard]] const resolve::SoundCosts& sound_costs() const { return sound_costs_; }
  [[nodiscard]] const model::LetterSequences& sequences() const { return tables_.sequences; }

 private:
  friend class NameComparer;
  NameMatcher() = default;

  normalise::NameTables tables_;
  resolve::LetterCosts costs_;
  resolve::NameWeights weights_;
  resolve::SoundCosts sound_costs_;
};

/// Compares compiled names by the costs and weights of a matcher. One thread at a time.
class NameComparer {
 public:
  /// The matcher must outlive it and stay where it is.
  explicit NameComparer(const NameMatcher& matcher)
      : matcher_(matcher), scorer_(matcher.costs_, matcher.tables_.sequences) {}

  /// The same number as NameMatcher::compare where that is above the cut-off. Where it is not,
  /// something that is neither below that number nor above the cut-off, at a fraction of the time.
  [[nodiscard]] float bits(const model::NameView& left, const model::NameView& right,
                           float cutoff = NameMatcher::no_cutoff);

  /// How the last bits came about, where they are above the cut-off; holds until the next.
  [[nodiscard]] const resolve::NameScore& last() const { return *last_; }

 private:
  [[nodiscard]] float weighed(const model::NameView& left, const model::NameView& right,
                              float cutoff) const;

  const NameMatcher& matcher_;
  resolve::NameScorer scorer_;
  const resolve::NameScore* last_ = nullptr;
};

}  // namespace engine
