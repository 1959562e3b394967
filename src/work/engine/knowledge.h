#pragma once

#include <vector>

#include "ground/model/knowledge.h"
#include "ground/model/word_weights.h"
#include "steps/intake/cues.h"
#include "steps/intake/learned.h"

namespace engine {

/// The shipped tables, compiled once for all that is read and matched. Immutable: one may be
/// shared by every thread. Decoding stays with edges/codec, loading with the caller.
class Knowledge {
 public:
  explicit Knowledge(model::IndicatorTable table, std::vector<model::Technology> technologies = {},
                     const model::WordWeights& weights = {},
                     std::vector<model::PublicCase> cases = {});

  [[nodiscard]] const model::IndicatorTable& table() const { return table_; }
  [[nodiscard]] const intake::CompiledCues& cues() const { return cues_; }
  /// The learned layer of the reader; empty = the patterns read alone.
  [[nodiscard]] const intake::CompiledWeights& weights() const { return weights_; }
  /// The published vocabulary; names for alerts. Empty = codes have no names.
  [[nodiscard]] const std::vector<model::Technology>& technologies() const { return technologies_; }
  /// What lessons may name as their source beside cases of this hub's own.
  [[nodiscard]] const std::vector<model::PublicCase>& cases() const { return cases_; }

 private:
  model::IndicatorTable table_;
  intake::CompiledCues cues_;
  intake::CompiledWeights weights_;
  std::vector<model::Technology> technologies_;
  std::vector<model::PublicCase> cases_;
};

}  // namespace engine
