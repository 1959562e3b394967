#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "ground/model/assessment.h"
#include "ground/model/knowledge.h"

namespace assess {

/// An indicator as a report bears it out: its best-evidenced state, counted once however
/// often it was told.
struct Evidence {
  const model::Indicator* indicator = nullptr;
  bool is_ticked = false;
  std::optional<std::size_t> encounter;  ///< of the first state that is as good
  std::optional<model::Quote> quote;
};

struct CounterEvidence {
  const model::CounterIndicator* counter = nullptr;
  bool is_ticked = false;
  std::optional<std::size_t> encounter;
  std::optional<model::Quote> quote;
};

/// What a person ticked counts in full, what is only proposed counts half, what a person
/// rejected counts nothing. Ids that the table does not know are left out.
struct Borne {
  std::vector<Evidence> indicators;       ///< in the order of the table
  std::vector<CounterEvidence> counters;  ///< likewise
};

[[nodiscard]] Borne weigh(const std::vector<model::IndicatorState>& states,
                          const model::IndicatorTable& table);

/// 1 for ticked, 0.5 for proposed.
[[nodiscard]] constexpr double share_of(bool is_ticked) {
  return is_ticked ? 1.0 : 0.5;
}

[[nodiscard]] const Evidence* find_evidence(const Borne& borne, std::string_view id);

}  // namespace assess
