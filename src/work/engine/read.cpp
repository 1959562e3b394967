#include "work/engine/read.h"

#include <algorithm>
#include <utility>

#include "steps/assess/assess.h"

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

void add_guard(const intake::ReadText& text, model::Reading& reading) {
  if (!text.guard) return;
  const auto code = std::string(intake::GuardFinding::code);
  reading.advice.insert(reading.advice.begin(), code);
}

}  // namespace

model::Reading read(std::string_view text, std::optional<model::Language> hint,
                    const Knowledge& knowledge) {
  return reading_of(intake::read_text(text, hint, knowledge.cues()), knowledge);
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
    reading.score = static_cast<int>(assessment.score);
    reading.band = assessment.band;
    reading.stage = assessment.stage;
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
