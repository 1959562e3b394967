#include "steps/assess/stage.h"

#include <algorithm>

namespace assess {
namespace {

using model::Indicator;
using model::Stage;

constexpr int weight_min = 2;  ///< from the stage rules of the table
constexpr int signs_min = 2;   ///< likewise

bool supports_alone(const Indicator& indicator) {
  return indicator.solo_ceiling == model::SoloCeiling::concern;
}

}  // namespace

Stage supported_stage(const std::vector<const Indicator*>& indicators) {
  Stage highest = Stage::none;
  for (const auto* own : indicators) {
    if (own->stage <= highest) continue;
    const auto signs = std::ranges::count_if(indicators, [&](const Indicator* other) {
      return other->weight >= weight_min && other->stage >= own->stage;
    });
    if (supports_alone(*own) || signs >= signs_min) highest = own->stage;
  }
  return highest;
}

Stage supported_stage(const Borne& borne) {
  std::vector<const Indicator*> indicators;
  for (const auto& evidence : borne.indicators)
    indicators.push_back(evidence.indicator);
  return supported_stage(indicators);
}

std::vector<Stage> path_of(const std::vector<model::IndicatorState>& states,
                           std::size_t encounter_count, const model::IndicatorTable& table) {
  std::vector<Stage> path;
  for (std::size_t index = 0; index < encounter_count; ++index) {
    std::vector<model::IndicatorState> here;
    std::ranges::copy_if(states, std::back_inserter(here),
                         [&](const auto& state) { return state.encounter == index; });
    const auto borne = weigh(here, table);
    Stage stage = supported_stage(borne);
    if (stage == Stage::none)
      for (const auto& evidence : borne.indicators)
        if (evidence.indicator->weight >= weight_min)
          stage = std::max(stage, evidence.indicator->stage);
    path.push_back(stage);
  }
  return path;
}

}  // namespace assess
