#include "steps/assess/assess_many.h"

#include <algorithm>
#include <string>
#include <utility>

#include "steps/assess/assess.h"
#include "steps/assess/evidence.h"

namespace assess {
namespace {

using model::IndicatorState;
using model::Tick;

constexpr const char* several_approached = "SP3";

bool is_stopped(const LinkedReport& report, const model::IndicatorTable& table) {
  const auto borne = weigh(report.states, table);
  return std::ranges::any_of(
      borne.counters, [](const CounterEvidence& evidence) { return evidence.counter->stops; });
}

std::vector<const LinkedReport*> in_order(std::span<const LinkedReport> reports,
                                          const model::IndicatorTable& table) {
  std::vector<const LinkedReport*> order;
  for (const auto& report : reports)
    if (!is_stopped(report, table)) order.push_back(&report);
  std::ranges::stable_sort(order, {}, [](const auto* report) { return report->day_first; });
  return order;
}

bool has_approach(const LinkedReport& report, const model::IndicatorTable& table) {
  return !weigh(report.states, table).indicators.empty();
}

/// Every state as of its report: the number of the report takes the place of the encounter.
std::vector<IndicatorState> merged(const std::vector<const LinkedReport*>& order,
                                   const model::IndicatorTable& table) {
  std::vector<IndicatorState> states;
  std::size_t approaches = 0;
  for (std::size_t index = 0; index < order.size(); ++index) {
    approaches += has_approach(*order[index], table);
    for (const auto& state : order[index]->states)
      states.push_back({state.id, state.tick, index, std::nullopt});
  }
  if (approaches >= 2) states.push_back({several_approached, Tick::ticked, std::nullopt, {}});
  return states;
}

std::size_t reports_with(const std::vector<IndicatorState>& states, const std::string& id) {
  std::vector<std::size_t> seen;
  for (const auto& state : states)
    if (state.id == id && state.tick != Tick::rejected && state.encounter)
      seen.push_back(*state.encounter);
  std::ranges::sort(seen);
  return static_cast<std::size_t>(std::ranges::unique(seen).begin() - seen.begin());
}

}  // namespace

model::Assessment assess_many(std::span<const LinkedReport> reports,
                              const model::IndicatorTable& table) {
  const auto order = in_order(reports, table);
  if (order.empty() && !reports.empty())
    return assess_states(reports[0].states, 0, model::ReportKind::contact, table);
  const auto states = merged(order, table);
  auto whole = assess_states(states, 0, model::ReportKind::contact, table);
  whole.path.clear();
  for (const auto* report : order) {
    const auto stage =
        assess_states(report->states, report->encounter_count, model::ReportKind::contact, table)
            .stage;
    whole.path.push_back(stage);
    whole.stage = std::max(whole.stage, stage);
  }
  auto reasons = whole.reasons.items();
  for (auto& reason : reasons) {
    reason.encounter.reset();
    if (reason.code == "indicator")
      reason.parameters.push_back(std::to_string(reports_with(states, reason.parameters[0])));
  }
  whole.reasons = model::NonEmpty<model::Reason>(std::move(reasons));
  return whole;
}

}  // namespace assess
