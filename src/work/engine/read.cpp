#include "work/engine/read.h"

#include <algorithm>
#include <utility>

#include "steps/assess/assess.h"
#include "steps/assess/stage.h"

namespace engine {
namespace {

/// Every hit as if a person had ticked it.
std::vector<model::IndicatorState> as_ticked(const intake::ReadText& text) {
  std::vector<model::IndicatorState> states;
  for (const auto* list : {&text.indicators, &text.counters})
    for (const auto& hit : *list)
      states.push_back({hit.id, model::Tick::ticked, std::nullopt, hit.quote});
  return states;
}

/// The learned layer proposes: it never lifts a text over a counter-indicator, and where the
/// acts alone make a concern it has nothing to add.
model::Learned learned_beside(const model::Assessment& assessment, const intake::ReadText& words) {
  const int points = words.learned.points;
  const bool may_lift = words.counters.empty() && assessment.band < model::Band::concern;
  if (points == 0 || (points > 0 && !may_lift)) return {};
  return {points, words.learned.words};
}

/// The stage by which a group is shown where no act tells it more exactly.
model::Stage usual_stage(int group) {
  constexpr model::Stage usual[] = {model::Stage::approach, model::Stage::develop,
                                    model::Stage::test, model::Stage::task};
  return usual[group];
}

/// The highest stage of a group that one of the acts belongs to, else the usual one.
model::Stage stage_in_group(int group, const intake::ReadText& words,
                            const model::IndicatorTable& table) {
  auto highest = model::Stage::none;
  for (const auto& indicator : table.indicators)
    if (assess::stage_group_of(indicator.stage) == group &&
        std::ranges::find(words.indicators, indicator.id, &model::IndicatorHit::id) !=
            words.indicators.end())
      highest = std::max(highest, indicator.stage);
  return highest == model::Stage::none ? usual_stage(group) : highest;
}

/// The stage of the acts, unless the learned layer sees a text that may be hostile at a later one.
model::Stage settled_stage(model::Stage of_acts, const intake::ReadText& words, model::Band band,
                           const model::IndicatorTable& table) {
  constexpr int harmless_points = -5;
  if (!words.learned.stage_group ||
      (band == model::Band::log && words.learned.points <= harmless_points))
    return of_acts;
  const int learned = *words.learned.stage_group;
  if (assess::stage_group_of(of_acts) >= learned) return of_acts;
  return stage_in_group(learned, words, table);
}

void add_guard(const intake::ReadText& text, model::Reading& reading) {
  if (!text.guard) return;
  const auto code = std::string(intake::GuardFinding::code);
  reading.advice.insert(reading.advice.begin(), code);
}

}  // namespace

model::Reading read(std::string_view text, std::optional<model::Language> hint,
                    const Knowledge& knowledge) {
  return reading_of(intake::read_text(text, hint, knowledge.cues(), knowledge.weights()),
                    knowledge);
}

model::Reading reading_of(intake::ReadText words, const Knowledge& knowledge) {
  model::Reading reading;
  reading.language = words.language;
  reading.kind = words.kind;
  const bool is_scored = model::is_scored(words.kind);
  auto assessment =
      assess::assess_states(is_scored ? as_ticked(words) : decltype(as_ticked(words)){}, 0,
                            words.kind, knowledge.table());
  reading.advice = std::move(assessment.advice);
  if (is_scored) {
    reading.learned = learned_beside(assessment, words);
    reading.score = static_cast<int>(assessment.score) + reading.learned.points;
    reading.band = assess::band_of(*reading.score, knowledge.table());
    reading.stage = settled_stage(assessment.stage, words, reading.band, knowledge.table());
    reading.playbooks = std::move(assessment.playbooks);
    reading.indicators = std::move(words.indicators);
  }
  if (is_scored || words.kind == model::ReportKind::protected_)
    reading.counters = std::move(words.counters);
  reading.entities = std::move(words.entities);
  add_guard(words, reading);
  return reading;
}

}  // namespace engine
