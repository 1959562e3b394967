#include "work/workflow/dossier_timeline.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "work/engine/read_report.h"
#include "work/workflow/dossier_access.h"
#include "work/workflow/record.h"

namespace workflow {
namespace {

using base::Result;
using model::Principal;
using rights::Action;

/// Encounters that name the persona, and those that name nobody.
bool belongs_to(const model::Encounter& encounter, std::size_t persona) {
  const auto& personas = encounter.personas;
  return personas.empty() || std::ranges::find(personas, persona) != personas.end();
}

std::vector<std::string> indicators_of(const model::ReportRecord& record, std::size_t encounter) {
  std::vector<std::string> ids;
  for (const auto& state : record.indicators)
    if (state.encounter == encounter && state.tick != model::Tick::rejected &&
        std::ranges::find(ids, state.id) == ids.end())
      ids.push_back(state.id);
  return ids;
}

std::vector<std::string> names_of(const model::Report& content, std::size_t persona) {
  std::vector<std::string> names;
  if (persona < content.personas.size())
    for (const auto& name : content.personas[persona].names)
      names.push_back(name.text);
  return names;
}

model::Stage stage_of(const model::ReportRecord& record, std::size_t encounter) {
  if (!record.assessment) return model::Stage::none;
  const auto& path = record.assessment->path;
  return encounter < path.size() ? path[encounter] : record.assessment->stage;
}

void add_entries(const model::PersonaRef& persona, const model::ReportRecord& record,
                 const model::Report& content, std::vector<TimelineEntry>& timeline) {
  for (std::size_t index = 0; index < content.encounters.size(); ++index) {
    const auto& encounter = content.encounters[index];
    if (!belongs_to(encounter, persona.index)) continue;
    timeline.push_back({persona, index, encounter.when, encounter.place, encounter.channel,
                        stage_of(record, index), indicators_of(record, index),
                        names_of(content, persona.index)});
  }
  // A report that is a narrative alone is one event of its own.
  if (content.encounters.empty()) {
    TimelineEntry entry;
    entry.persona = persona;
    entry.stage = stage_of(record, 0);
    for (const auto& state : record.indicators)
      if (state.tick != model::Tick::rejected) entry.indicators.push_back(state.id);
    entry.names = names_of(content, persona.index);
    timeline.push_back(std::move(entry));
  }
}

std::int64_t first_day(const TimelineEntry& entry) {
  return entry.when ? entry.when->earliest.time_since_epoch().count()
                    : std::numeric_limits<std::int64_t>::max();
}

assess::LinkedReport linked_report(const model::ReportRecord& record,
                                   const model::Report& content) {
  return {record.indicators, content.encounters.size(), engine::day_first_of(content)};
}

}  // namespace

Result<DossierView> open_dossier(Hub& hub, const Principal& principal, base::Id<model::Dossier> id,
                                 const std::string& purpose) {
  if (auto checked = check_purpose(purpose); !checked) return pass_on(checked);
  std::vector<Deed> looks;
  auto opened = hub.database.read([&](db::Connection& connection) -> Result<DossierView> {
    auto stored = get_dossier_for(hub, connection, principal, Action::dossier_read, id);
    if (!stored) return pass_on(stored);
    DossierView view{std::move(stored->dossier), std::nullopt, {}};
    looks = {{base::word_of(Action::dossier_read), "dossier", id.bytes, {}, purpose}};
    std::vector<assess::LinkedReport> linked;
    for (const auto& report : reports_of(hub, connection, view.dossier.personas)) {
      const auto content =
          store::find_content(connection, report, store::shared_version(report.record));
      if (!content) continue;
      linked.push_back(linked_report(report.record, *content));
      for (const auto& persona : view.dossier.personas)
        if (persona.report == report.record.id)
          add_entries(persona, report.record, *content, view.timeline);
      looks.push_back(
          {base::word_of(Action::report_read), "report", report.record.id.bytes, {}, purpose});
    }
    if (!linked.empty()) view.assessment = engine::assess_actor(linked, hub.knowledge);
    std::ranges::stable_sort(view.timeline, {}, first_day);
    return view;
  });
  if (opened) record_looks(hub, principal, looks);
  return opened;
}

}  // namespace workflow
