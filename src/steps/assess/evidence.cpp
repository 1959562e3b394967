#include "steps/assess/evidence.h"

#include <algorithm>

namespace assess {
namespace {

using model::IndicatorState;
using model::Tick;

int rank(const IndicatorState& state) {
  return (state.tick == Tick::ticked ? 2 : 0) + (state.quote ? 1 : 0);
}

/// The best state of an id that nobody rejected; nothing if there is none.
const IndicatorState* best_state(const std::vector<IndicatorState>& states, std::string_view id) {
  const IndicatorState* best = nullptr;
  for (const auto& state : states)
    if (state.id == id && state.tick != Tick::rejected &&
        (best == nullptr || rank(state) > rank(*best)))
      best = &state;
  return best;
}

}  // namespace

Borne weigh(const std::vector<IndicatorState>& states, const model::IndicatorTable& table) {
  Borne borne;
  for (const auto& indicator : table.indicators)
    if (const auto* state = best_state(states, indicator.id))
      borne.indicators.push_back(
          {&indicator, state->tick == Tick::ticked, state->encounter, state->quote});
  for (const auto& counter : table.counters)
    if (const auto* state = best_state(states, counter.id))
      borne.counters.push_back(
          {&counter, state->tick == Tick::ticked, state->encounter, state->quote});
  return borne;
}

const Evidence* find_evidence(const Borne& borne, std::string_view id) {
  const auto found = std::ranges::find_if(
      borne.indicators, [&](const Evidence& evidence) { return evidence.indicator->id == id; });
  return found == borne.indicators.end() ? nullptr : &*found;
}

}  // namespace assess
