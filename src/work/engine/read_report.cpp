#include "work/engine/read_report.h"

#include <algorithm>
#include <utility>

#include "ground/text/folded_text.h"
#include "steps/assess/assess.h"
#include "steps/intake/entities.h"
#include "steps/intake/propose.h"
#include "work/engine/read.h"

namespace engine {
namespace {

using model::ReportKind;

std::optional<model::Language> language_of(const model::Report& report) {
  if (report.language.starts_with("ja")) return model::Language::ja;
  if (report.language.starts_with("en")) return model::Language::en;
  return std::nullopt;
}

std::vector<intake::ReadText> read_first_words(const model::Report& report,
                                               const Knowledge& knowledge) {
  std::vector<intake::ReadText> said;
  for (const auto& encounter : report.encounters)
    said.push_back(intake::read_text(encounter.said, language_of(report), knowledge.cues(),
                                     knowledge.weights()));
  return said;
}

/// Structured encounters tell of a contact even where the narrative says little. What the
/// narrative says of a colleague, the press or a rumour stands: a person decides.
/// Acts of an approach that a person ticked outweigh a text that reads like a lure file alone.
ReportKind kind_of(const model::Report& report, ReportKind of_words, bool has_acts) {
  const bool has_told_acts = std::ranges::any_of(
      report.encounters, [](const auto& encounter) { return !encounter.behaviours.empty(); });
  const bool threatened = std::ranges::any_of(report.encounters, [](const auto& encounter) {
    return encounter.pressure == model::Pressure::threat;
  });
  if (threatened && (of_words == ReportKind::other || model::is_scored(of_words)))
    return report.encounters.size() == 1 ? ReportKind::threat : ReportKind::contact;
  if (of_words == ReportKind::cyber && has_told_acts) return ReportKind::contact;
  if (of_words == ReportKind::other && (has_acts || !report.encounters.empty()))
    return ReportKind::contact;
  return of_words;
}

}  // namespace

ReadReport read_report(const model::Report& report, const Knowledge& knowledge) {
  auto words = intake::read_text(report.narrative, language_of(report), knowledge.cues(),
                                 knowledge.weights());
  ReadReport result;
  result.states = intake::propose(report, words, read_first_words(report, knowledge),
                                  intake::behaviours_count_as_ticked(report.from.capacity));
  result.kind = kind_of(report, words.kind, !result.states.empty());
  if (words.guard) {
    result.guard = std::string(intake::GuardFinding::code);
  } else if (const auto code = intake::guard_code(result.kind); !code.empty()) {
    result.guard = std::string(code);
  }
  result.reading = reading_of(std::move(words), knowledge);
  return result;
}

std::vector<std::string> instant_advice(const model::Report& report, const Knowledge& knowledge) {
  return read(report.narrative, language_of(report), knowledge).advice;
}

std::vector<model::Entity> entities_of(const model::Report& report) {
  return intake::find_entities(text::fold_text(report.narrative));
}

model::Assessment assess_report(const model::Report& report,
                                const std::vector<model::IndicatorState>& states,
                                const Knowledge& knowledge) {
  return assess::assess(report, states, knowledge.table());
}

model::Assessment assess_actor(std::span<const assess::LinkedReport> reports,
                               const Knowledge& knowledge) {
  return assess::assess_many(reports, knowledge.table());
}

std::int32_t day_first_of(const model::Report& report) {
  std::optional<base::Day> first;
  for (const auto& encounter : report.encounters)
    if (encounter.when && (!first || encounter.when->earliest < *first))
      first = encounter.when->earliest;
  if (!first && report.reported_at) first = base::tokyo_day(*report.reported_at);
  return first ? static_cast<std::int32_t>(first->time_since_epoch().count()) : 0;
}

}  // namespace engine
