#include "work/engine/match_features.h"

#include <algorithm>
#include <string>

#include "steps/normalise/features.h"
#include "steps/normalise/keys.h"

namespace engine {
namespace {

using model::PersonaFeatures;

bool belongs_to(const model::IndicatorState& state, const model::Report& report,
                std::size_t persona) {
  if (!state.encounter || *state.encounter >= report.encounters.size()) return true;
  const auto& personas = report.encounters[*state.encounter].personas;
  return personas.empty() || std::ranges::find(personas, persona) != personas.end();
}

std::vector<std::string> behaviours_of(const model::Report& report,
                                       std::span<const model::IndicatorState> states,
                                       std::size_t persona) {
  std::vector<std::string> ids;
  for (const auto& state : states)
    if (state.tick != model::Tick::rejected && belongs_to(state, report, persona) &&
        std::ranges::find(ids, state.id) == ids.end())
      ids.push_back(state.id);
  return ids;
}

/// What a person rejected is no behaviour, even where the sender ticked it.
void drop_rejected(PersonaFeatures& features, std::span<const model::IndicatorState> states) {
  std::erase_if(features.behaviours, [&](const std::string& id) {
    const auto is_of_id = [&](const auto& state) { return state.id == id; };
    const auto is_rejected = [&](const auto& state) {
      return is_of_id(state) && state.tick == model::Tick::rejected;
    };
    return std::ranges::any_of(states, is_rejected) &&
           std::ranges::all_of(
               states, [&](const auto& state) { return !is_of_id(state) || is_rejected(state); });
  });
}

}  // namespace

bool may_link(const model::Report& report, model::ReportKind kind) {
  switch (kind) {
    case model::ReportKind::contact:
    case model::ReportKind::threat:
      return true;
    case model::ReportKind::insider:
    case model::ReportKind::rumour:
    case model::ReportKind::protected_:
      return false;
    case model::ReportKind::cyber:
    case model::ReportKind::other:
      return !report.encounters.empty() || !report.personas.empty();
  }
  return false;
}

std::vector<PersonaFeatures> match_features(const model::Report& report,
                                            std::span<const model::IndicatorState> states,
                                            std::span<const model::Entity> entities) {
  std::vector<PersonaFeatures> all;
  if (report.personas.empty())
    all.push_back(normalise::features_of_unnamed(report, behaviours_of(report, states, 0)));
  for (std::size_t persona = 0; persona < report.personas.size(); ++persona)
    all.push_back(normalise::features_of(report, persona, behaviours_of(report, states, persona)));
  for (auto& features : all)
    drop_rejected(features, states);
  if (all.size() == 1) normalise::add_entities(all.front(), entities);
  return all;
}

std::vector<model::MatchKey> match_keys(const PersonaFeatures& features) {
  return normalise::keys_of(features);
}

}  // namespace engine
