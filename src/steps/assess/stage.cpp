#include "steps/assess/stage.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace assess {
namespace {

using model::Indicator;
using model::Stage;

constexpr int weight_min = 2;  ///< from the stage rules of the table
constexpr int signs_min = 2;   ///< likewise

using Indicators = std::vector<const Indicator*>;

bool is_told(const Indicators& indicators, std::initializer_list<std::string_view> ids) {
  return std::ranges::any_of(indicators, [&](const Indicator* indicator) {
    return std::ranges::find(ids, indicator->id) != ids.end();
  });
}

bool speaks_alone(const Indicator& indicator) {
  return indicator.solo_ceiling == model::SoloCeiling::concern;
}

/// Looking round and passing something on show how one thing changed hands, not that a
/// person is run: beside a request for it they belong to that request.
bool is_part_of_a_request(const Indicator& indicator, const Indicators& indicators) {
  return (indicator.id == "HA2" || indicator.id == "HA3") && is_told(indicators, {"TA1"}) &&
         !is_told(indicators, {"HA1", "HA4", "HA5"});
}

/// A file that a recruiter wants run on the machine at work is a request for access.
Stage stage_of(const Indicator& indicator, const Indicators& indicators) {
  if (is_part_of_a_request(indicator, indicators)) return Stage::task;
  if (indicator.id == "CY1" && is_told(indicators, {"AP5"}) && is_told(indicators, {"DV4"}))
    return Stage::task;
  return indicator.stage;
}

bool is_supported(const Indicator& own, Stage stage, const Indicators& indicators) {
  if (speaks_alone(own)) return true;
  if (own.weight < weight_min) return false;
  const auto signs = std::ranges::count_if(indicators, [&](const Indicator* other) {
    return other->weight >= weight_min && stage_of(*other, indicators) >= stage;
  });
  const bool is_backed = std::ranges::any_of(indicators, [&](const Indicator* other) {
    return speaks_alone(*other) && stage_of(*other, indicators) < stage;
  });
  return signs >= signs_min || is_backed;
}

}  // namespace

Stage supported_stage(const Indicators& indicators) {
  Stage highest = Stage::none;
  for (const auto* own : indicators)
    if (const auto stage = stage_of(*own, indicators);
        stage > highest && is_supported(*own, stage, indicators))
      highest = stage;
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

int stage_group_of(model::Stage stage) {
  switch (stage) {
    case model::Stage::none:
      return -1;
    case model::Stage::spot:
    case model::Stage::approach:
      return 0;
    case model::Stage::probe:
    case model::Stage::develop:
      return 1;
    case model::Stage::test:
      return 2;
    case model::Stage::task:
    case model::Stage::run:
    case model::Stage::coerce:
      return 3;
  }
  return -1;
}

}  // namespace assess
