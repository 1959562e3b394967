#include "steps/assess/assess.h"

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "steps/assess/advice.h"
#include "steps/assess/evidence.h"
#include "steps/assess/playbook_fit.h"
#include "steps/assess/stage.h"

namespace assess {
namespace {

using model::IndicatorState;
using model::Reason;
using model::ReportKind;
using model::Stage;

std::string tick_word(bool is_ticked) {
  return std::string(base::word_of(is_ticked ? model::Tick::ticked : model::Tick::proposed));
}

const CounterEvidence* stop_of(const Borne& borne) {
  const auto found = std::ranges::find_if(
      borne.counters, [](const CounterEvidence& evidence) { return evidence.counter->stops; });
  return found == borne.counters.end() ? nullptr : &*found;
}

/// Indicators of weight 1 are normal talk: they add to a case and never make one.
void add_indicators(const Borne& borne, std::vector<Reason>& reasons) {
  const bool has_case = std::ranges::any_of(
      borne.indicators, [](const Evidence& evidence) { return evidence.indicator->weight > 1; });
  for (const auto& evidence : borne.indicators) {
    const auto& id = evidence.indicator->id;
    if (!has_case) {
      reasons.push_back({"weight_one_alone", {id}, 0, evidence.encounter, evidence.quote});
      continue;
    }
    reasons.push_back({"indicator",
                       {id, tick_word(evidence.is_ticked)},
                       evidence.indicator->weight * share_of(evidence.is_ticked),
                       evidence.encounter,
                       evidence.quote});
  }
}

void add_combinations(const Borne& borne, const model::IndicatorTable& table,
                      std::vector<Reason>& reasons) {
  for (const auto& rule : table.combinations) {
    std::vector<std::string> parameters{rule.id};
    bool all_there = !rule.when.empty(), all_ticked = true;
    for (const auto& any : rule.when) {
      const Evidence* best = nullptr;
      for (const auto& id : any)
        if (const auto* evidence = find_evidence(borne, id))
          if (best == nullptr || (evidence->is_ticked && !best->is_ticked)) best = evidence;
      all_there = all_there && best != nullptr;
      if (best == nullptr) break;
      all_ticked = all_ticked && best->is_ticked;
      parameters.push_back(best->indicator->id);
    }
    if (all_there)
      reasons.push_back({"combination", std::move(parameters), rule.bonus * share_of(all_ticked),
                         std::nullopt, std::nullopt});
  }
}

void add_counters(const Borne& borne, std::vector<Reason>& reasons) {
  for (const auto& evidence : borne.counters)
    reasons.push_back({"counter",
                       {evidence.counter->id, tick_word(evidence.is_ticked)},
                       evidence.counter->effect * share_of(evidence.is_ticked),
                       evidence.encounter,
                       evidence.quote});
}

void add_stage(const Borne& borne, Stage stage, std::vector<Reason>& reasons) {
  if (stage == Stage::none) return;
  std::vector<std::string> parameters{std::string(base::word_of(stage))};
  for (const auto& evidence : borne.indicators)
    if (evidence.indicator->stage == stage) parameters.push_back(evidence.indicator->id);
  reasons.push_back({"stage", std::move(parameters), 0, std::nullopt, std::nullopt});
}

/// Ids in the order in which they happened (encounters) or were told (words), else that of
/// the table.
std::vector<std::string> told_order(const Borne& borne) {
  const auto last = std::numeric_limits<std::size_t>::max();
  std::vector<const Evidence*> order;
  for (const auto& evidence : borne.indicators)
    order.push_back(&evidence);
  std::ranges::stable_sort(order, {}, [last](const Evidence* evidence) {
    return std::pair(evidence->encounter.value_or(last),
                     evidence->quote ? evidence->quote->start : last);
  });
  std::vector<std::string> told;
  for (const auto* evidence : order)
    told.push_back(evidence->indicator->id);
  return told;
}

bool holds_threat(const Borne& borne) {
  return std::ranges::any_of(borne.indicators, [](const Evidence& evidence) {
    return evidence.indicator->stage == Stage::coerce;
  });
}

model::Assessment stopped(const CounterEvidence& stop, const model::IndicatorTable& table) {
  return {table.version,
          0,
          model::Band::log,
          Stage::none,
          {},
          {},
          model::NonEmpty<Reason>(
              {{"protected_stop", {stop.counter->id}, 0, stop.encounter, stop.quote}}),
          false,
          {"guard_protected"}};
}

}  // namespace

model::Band band_of(double score, const model::IndicatorTable& table) {
  auto band = model::Band::log;
  for (const auto& rule : table.bands)
    if (score >= rule.score_min) band = std::max(band, rule.band);
  return band;
}

model::Assessment assess_states(const std::vector<IndicatorState>& states,
                                std::size_t encounter_count, ReportKind kind,
                                const model::IndicatorTable& table) {
  const auto borne = weigh(states, table);
  if (const auto* stop = stop_of(borne)) return stopped(*stop, table);
  std::vector<Reason> reasons;
  const bool welfare = kind == ReportKind::threat || holds_threat(borne);
  if (welfare) reasons.push_back({"threat", {}, 0, std::nullopt, std::nullopt});
  add_indicators(borne, reasons);
  add_combinations(borne, table, reasons);
  add_counters(borne, reasons);
  double score = 0;
  for (const auto& reason : reasons)
    score += reason.effect;
  const Stage stage = supported_stage(borne);
  add_stage(borne, stage, reasons);
  auto playbooks = fit_playbooks(told_order(borne), table);
  if (borne.indicators.empty() && !welfare)
    reasons.push_back({"no_acts", {}, 0, std::nullopt, std::nullopt});
  auto path =
      encounter_count > 0 ? path_of(states, encounter_count, table) : std::vector<Stage>{stage};
  auto advice = advice_for(kind, stage, borne);
  return {table.version,
          score,
          band_of(score, table),
          stage,
          std::move(path),
          std::move(playbooks),
          model::NonEmpty<Reason>(std::move(reasons)),
          welfare,
          std::move(advice)};
}

model::Assessment assess(const model::Report& report, const std::vector<IndicatorState>& states,
                         const model::IndicatorTable& table) {
  const bool threatened = std::ranges::any_of(report.encounters, [](const auto& encounter) {
    return encounter.pressure == model::Pressure::threat;
  });
  return assess_states(states, report.encounters.size(),
                       threatened ? ReportKind::threat : ReportKind::contact, table);
}

}  // namespace assess
