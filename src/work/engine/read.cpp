#include "work/engine/read.h"

#include <algorithm>
#include <array>
#include <limits>
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

/// The score to which words alone may lift a text: an alert needs acts that were told.
int lifted_max(const model::IndicatorTable& table) {
  int most = std::numeric_limits<int>::max();
  for (const auto& rule : table.bands)
    if (rule.band == model::Band::alert_candidate) most = std::min(most, rule.score_min - 1);
  return most;
}

/// The learned layer proposes: it never lifts a text over a counter-indicator.
model::Learned learned_beside(int score_of_acts, const intake::ReadText& words,
                              const model::IndicatorTable& table) {
  int points = words.learned.points;
  if (points > 0)
    points = words.counters.empty() ? std::clamp(lifted_max(table) - score_of_acts, 0, points) : 0;
  if (points == 0) return {};
  return {points, words.learned.words};
}

/// The stage by which a group is shown where no act tells it more exactly.
model::Stage usual_stage(int group) {
  constexpr model::Stage usual[] = {model::Stage::approach, model::Stage::develop,
                                    model::Stage::test, model::Stage::task};
  return usual[group];
}

bool tells_of(int group, const model::Indicator& indicator, const intake::ReadText& words) {
  return assess::stage_group_of(indicator.stage) == group &&
         std::ranges::find(words.indicators, indicator.id, &model::IndicatorHit::id) !=
             words.indicators.end();
}

/// The group that the text leans to most; a group that one of the acts belongs to counts more.
int leaned_group(const std::array<float, 4>& leanings, const intake::ReadText& words,
                 const model::IndicatorTable& table) {
  constexpr float told_act = 0.4F;  // chosen on the tune half
  auto sums = leanings;
  for (int group = 0; auto& sum : sums) {
    const bool is_told = std::ranges::any_of(
        table.indicators, [&](const auto& indicator) { return tells_of(group, indicator, words); });
    if (is_told) sum += told_act;
    ++group;
  }
  return static_cast<int>(std::ranges::max_element(sums) - sums.begin());
}

/// The highest stage of a group that one of the acts belongs to, else the usual one.
model::Stage stage_in_group(int group, const intake::ReadText& words,
                            const model::IndicatorTable& table) {
  auto highest = model::Stage::none;
  for (const auto& indicator : table.indicators)
    if (tells_of(group, indicator, words)) highest = std::max(highest, indicator.stage);
  return highest == model::Stage::none ? usual_stage(group) : highest;
}

/// In a text that may be hostile the learned layer says the group of the stage, and the acts the
/// stage within it; but pressure that is told stays pressure.
model::Stage settled_stage(model::Stage of_acts, const intake::ReadText& words, model::Band band,
                           const model::IndicatorTable& table) {
  constexpr int harmless_points = -10;
  if (!words.learned.stage_leanings || of_acts == model::Stage::coerce ||
      (band == model::Band::log && words.learned.points <= harmless_points))
    return of_acts;
  const int learned = leaned_group(*words.learned.stage_leanings, words, table);
  return assess::stage_group_of(of_acts) == learned ? of_acts
                                                    : stage_in_group(learned, words, table);
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
    const int of_acts = static_cast<int>(assessment.score);
    reading.learned = learned_beside(of_acts, words, knowledge.table());
    reading.score = of_acts + reading.learned.points;
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
