#pragma once

#include <vector>

#include "ground/model/knowledge.h"
#include "steps/intake/cues.h"

namespace engine {

/// The shipped tables, compiled once for all that is read and matched. Immutable: one may be
/// shared by every thread. Decoding stays with edges/codec, loading with the caller.
class Knowledge {
 public:
  explicit Knowledge(model::IndicatorTable table, std::vector<model::Technology> technologies = {});

  [[nodiscard]] const model::IndicatorTable& table() const { return table_; }
  [[nodiscard]] const intake::CompiledCues& cues() const { return cues_; }
  /// The published vocabulary; names for alerts. Empty = codes have no names.
  [[nodiscard]] const std::vector<model::Technology>& technologies() const { return technologies_; }

 private:
  model::IndicatorTable table_;
  intake::CompiledCues cues_;
  std::vector<model::Technology> technologies_;
};

}  // namespace engine
