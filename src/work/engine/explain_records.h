#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "ground/model/record_field.h"
#include "work/engine/link_records.h"

namespace engine {

/// What one aspect says about two records.
struct AspectEvidence {
  model::Aspect aspect = model::Aspect::given;
  bool is_equal = false, is_alike = false;  ///< neither: they differ
  double bits = 0;                          ///< for (above zero) or against
  std::string left, right;                  ///< what was compared
};

/// Why two records are one party or not: the waterfall from the start to the sum, in bits.
struct RecordExplanation {
  double start_bits = 0;  ///< before anything was compared: the odds of two records at random
  std::vector<AspectEvidence> evidence;
  double rarity_bits = 0;  ///< rare values on which they agree weigh more, common ones less
  double kin_bits = 0;     ///< at most 0: the two may be kin that share a name or a home
  double bits = 0, probability = 0;
  bool is_one_party = false;  ///< after clustering, which can join or part beyond the pair
};

[[nodiscard]] RecordExplanation explain_records(const model::RecordTable& table,
                                                const LinkedRecords& linked, std::size_t left,
                                                std::size_t right);

}  // namespace engine
