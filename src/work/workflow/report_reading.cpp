#include "work/workflow/report_reading.h"

#include <algorithm>

#include "work/engine/match_features.h"

namespace workflow {

using model::IndicatorState;
using model::Tick;

std::vector<IndicatorState> keep_decisions(std::vector<IndicatorState> proposed,
                                           const std::vector<IndicatorState>& before) {
  for (const auto& state : before)
    if (state.tick != Tick::proposed) put_tick(proposed, state.id, state.tick);
  return proposed;
}

void put_tick(std::vector<IndicatorState>& states, const std::string& indicator, Tick tick) {
  bool is_there = false;
  for (auto& state : states) {
    if (state.id != indicator) continue;
    state.tick = tick;
    is_there = true;
  }
  if (!is_there) states.push_back({indicator, tick, std::nullopt, std::nullopt});
}

std::vector<std::string> ticked_ids(const std::vector<IndicatorState>& states) {
  std::vector<std::string> ids;
  for (const auto& state : states)
    if (state.tick == Tick::ticked && std::ranges::find(ids, state.id) == ids.end())
      ids.push_back(state.id);
  return ids;
}

std::vector<std::string> areas_of(const model::Report& content) {
  std::vector<std::string> areas;
  for (const auto& persona : engine::match_features(content, {}, {}))
    for (const auto& place : persona.places)
      if (!place.area.empty() && std::ranges::find(areas, place.area) == areas.end())
        areas.push_back(place.area);
  return areas;
}

}  // namespace workflow
