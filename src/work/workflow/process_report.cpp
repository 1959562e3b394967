#include "work/workflow/process_report.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "edges/store/link.h"
#include "edges/store/match_key.h"
#include "edges/store/persona.h"
#include "edges/store/search_tokens.h"
#include "edges/store/task.h"
#include "ground/text/folded_text.h"
#include "work/engine/candidates.h"
#include "work/engine/match_features.h"
#include "work/engine/read_report.h"
#include "work/workflow/correct_alert.h"
#include "work/workflow/persona_sample.h"
#include "work/workflow/propose_links.h"
#include "work/workflow/record.h"
#include "work/workflow/report_access.h"
#include "work/workflow/report_reading.h"
#include "work/workflow/report_tasks.h"
#include "work/workflow/service_clocks.h"
#include "work/workflow/set_up_hub.h"

namespace workflow {
namespace {

using base::Result;
using model::ReportKind;
using model::ReportRecord;
using model::ReportState;

/// A report and the content that its steps work on.
struct LoadedReport {
  store::StoredReport stored;
  model::Report content;
};

std::optional<LoadedReport> load(Hub& hub, const store::Job& job) {
  return hub.database.read([&](db::Connection& connection) -> std::optional<LoadedReport> {
    auto stored = store::find_report(connection, hub.keys, {job.request.object});
    if (!stored) return std::nullopt;
    const bool is_held = stored->record.released_version == 0;
    auto content = store::find_content(
        connection, *stored,
        is_held ? stored->record.version : store::shared_version(stored->record));
    if (!content) return std::nullopt;
    return LoadedReport{std::move(*stored), std::move(*content)};
  });
}

bool is_guarded(ReportKind kind) {
  return kind == ReportKind::protected_ || kind == ReportKind::rumour ||
         kind == ReportKind::insider;
}

/// Whether the machine may derive anything from it that could find it again.
bool may_derive(const LoadedReport& report) {
  const auto& record = report.stored.record;
  return record.released_version > 0 && !is_ended(record) &&
         record.state != ReportState::second_reader &&
         engine::may_link(report.content, record.kind);
}

/// A second reader took it for a contact case: counter-indicators that stop no longer do.
void reject_stops(std::vector<model::IndicatorState>& states, const model::IndicatorTable& table) {
  for (const auto& counter : table.counters)
    if (counter.stops &&
        std::ranges::find(states, counter.id, &model::IndicatorState::id) != states.end())
      put_tick(states, counter.id, model::Tick::rejected);
}

/// What a reading changes of a record; the caller compares, so that a second run writes nothing.
ReportRecord read_into(const Hub& hub, const LoadedReport& report, engine::ReadReport reading) {
  const auto& before = report.stored.record;
  const auto& content = report.content;
  auto record = before;
  const bool was_second_read = !record.second_read_by.empty();
  record.language = reading.reading.language;
  record.kind = reading.kind;
  record.guard = was_second_read ? "" : reading.guard.value_or("");
  // What was known when it came in, a firm's own wards among it, stays.
  for (auto& area : areas_of(content))
    if (std::ranges::find(record.areas, area) == record.areas.end())
      record.areas.push_back(std::move(area));
  if (was_second_read && !is_scored(record.kind)) record.kind = ReportKind::contact;
  record.indicators.clear();
  record.assessment.reset();
  if (is_guarded(record.kind)) {
    if (record.released_version > 0) record.state = ReportState::second_reader;
    return record;
  }
  record.indicators = keep_decisions(std::move(reading.states), before.indicators);
  if (was_second_read) reject_stops(record.indicators, hub.knowledge.table());
  if (is_scored(record.kind))
    record.assessment = engine::assess_report(content, record.indicators, hub.knowledge);
  return record;
}

bool is_same_reading(const ReportRecord& left, const ReportRecord& right) {
  return left.state == right.state && left.language == right.language && left.kind == right.kind &&
         left.guard == right.guard && left.areas == right.areas &&
         left.indicators == right.indicators && left.assessment == right.assessment;
}

/// Once a report, however often it is read: a closed task does not come back.
void begin_feedback_clock(Hub& hub, db::Connection& connection, const store::StoredReport& stored) {
  const auto tasks = store::find_tasks_of(connection, stored.record.id.bytes);
  if (std::ranges::find(tasks, model::TaskKind::give_feedback, &model::Task::kind) != tasks.end())
    return;
  open_feedback(hub, connection, stored);
  store::enqueue(connection, {std::string(feedback_latest_job), stored.record.id.bytes, "",
                              "system:jobs", hub.clock.now() + feedback_latest});
}

/// A lure file wants the cyber desk at once, whatever else the report is about.
bool tells_of_lure(const ReportRecord& record) {
  constexpr std::string_view lure = "CY1";
  return record.kind == ReportKind::cyber ||
         std::ranges::any_of(record.indicators, [&](const model::IndicatorState& state) {
           return state.id == lure && state.tick != model::Tick::rejected;
         });
}

void open_tasks(Hub& hub, db::Connection& connection, const store::StoredReport& stored) {
  const auto& record = stored.record;
  begin_feedback_clock(hub, connection, stored);
  if (record.state == ReportState::second_reader)
    return open_second_reading(hub, connection, stored);
  if (tells_of_lure(record)) open_cyber_handover(hub, connection, stored);
  if (record.state == ReportState::released) open_behaviour_vetting(hub, connection, stored);
}

/// What a report is found again by, computed before the transaction that writes it.
struct Derived {
  std::vector<model::PersonaFeatures> personas;
  std::vector<store::BlindMatchKey> keys;
  std::vector<std::string> tokens;
};

std::string searchable_text(const model::Report& content) {
  std::string text = content.narrative;
  for (const auto& encounter : content.encounters)
    text += "\n\n" + encounter.said + "\n\n" + encounter.place.text;
  return text;
}

Derived derive(const Hub& hub, const LoadedReport& report,
               const std::vector<model::Entity>& entities) {
  Derived derived;
  derived.personas =
      engine::match_features(report.content, report.stored.record.indicators, entities);
  for (std::size_t persona = 0; persona < derived.personas.size(); ++persona) {
    const auto& features = derived.personas[persona];
    const auto sketch = engine::sketch_of(features);
    for (const auto& key : engine::match_keys(features))
      derived.keys.push_back({store::blind_match_key(hub.keys, key), persona, sketch});
  }
  derived.tokens =
      store::search_tokens(hub.keys, text::fold_text(searchable_text(report.content)).folded);
  return derived;
}

void write_derived(Hub& hub, db::Connection& connection, const store::Job& job,
                   const store::StoredReport& stored, const Derived& derived) {
  store::set_personas(connection, stored, derived.personas);
  store::set_match_keys(connection, stored.record, derived.keys);
  store::set_search_tokens(connection, stored.record, derived.tokens);
  store::enqueue(connection, {std::string(link_job), stored.record.id.bytes, "",
                              job.request.caused_by, hub.clock.now()});
}

void drop_derived(const Hub& hub, db::Connection& connection, const model::Principal& principal,
                  const ReportRecord& report) {
  store::delete_personas(connection, report);
  store::delete_match_keys(connection, report.id);
  store::delete_search_tokens(connection, report);
  for (const auto& edge : store::list_edges_of(connection, report.id)) {
    if (edge.judgement != model::Judgement::open) continue;
    store::close_all_tasks(connection, edge.id.bytes);
    store::delete_link(connection, edge.id);
    record(hub, connection, principal, {"link.drop", "link", edge.id.bytes});
  }
}

/// What an earlier version offered is no longer found once a later one may not be derived from.
void take_back_derived(Hub& hub, db::Connection& connection, const model::Principal& principal,
                       const store::StoredReport& stored, bool is_new) {
  drop_derived(hub, connection, principal, stored.record);
  for (const auto kind : {features_job, link_job})
    store::drop_jobs(connection, stored.record.id.bytes, kind);
  if (is_new) ask_corrections_of_report(hub, connection, principal, stored.record.id);
}

Result<void> write_reading(Hub& hub, db::Connection& connection, const store::Job& job,
                           const LoadedReport& before, const ReportRecord& after,
                           const std::optional<Derived>& derived) {
  auto stored = before.stored;
  const bool is_new = !is_same_reading(stored.record, after);
  stored.record = after;
  if (is_new)
    if (auto saved = save_report(hub, connection, principal_of(job), stored, "report.reading");
        !saved)
      return saved;
  if (stored.record.released_version == 0) return {};
  store::set_areas(connection, stored);
  open_tasks(hub, connection, stored);
  if (derived)
    write_derived(hub, connection, job, stored, *derived);
  else
    take_back_derived(hub, connection, principal_of(job), stored, is_new);
  return {};
}

Result<JobWrite> prepare_reading(Hub& hub, const store::Job& job) {
  auto report = load(hub, job);
  if (!report || is_ended(report->stored.record)) return JobWrite{};
  auto reading = engine::read_report(report->content, hub.knowledge);
  const auto entities = std::move(reading.reading.entities);
  LoadedReport after = *report;
  after.stored.record = read_into(hub, *report, std::move(reading));
  std::optional<Derived> derived;
  if (may_derive(after)) derived = derive(hub, after, entities);
  return JobWrite([&hub, job, before = std::move(*report), after = std::move(after.stored.record),
                   derived = std::move(derived)](db::Connection& connection) {
    return write_reading(hub, connection, job, before, after, derived);
  });
}

Result<JobWrite> prepare_features(Hub& hub, const store::Job& job) {
  auto report = load(hub, job);
  if (!report || !may_derive(*report)) return JobWrite{};
  auto derived = derive(hub, *report, engine::entities_of(report->content));
  return JobWrite([&hub, job, stored = std::move(report->stored),
                   derived = std::move(derived)](db::Connection& connection) -> Result<void> {
    write_derived(hub, connection, job, stored, derived);
    return {};
  });
}

Result<JobWrite> prepare_links(Hub& hub, const store::Job& job, PersonaSamples& samples) {
  auto report = load(hub, job);
  if (!report || !may_derive(*report)) return JobWrite{};
  auto proposals = find_proposals(hub, report->stored, *samples.current(hub));
  if (proposals.empty()) return JobWrite{};
  return JobWrite([&hub, job, stored = std::move(report->stored),
                   proposals = std::move(proposals)](db::Connection& connection) {
    return write_proposals(hub, connection, principal_of(job), stored, proposals);
  });
}

Result<JobWrite> prepare_feedback_latest(Hub& hub, const store::Job& job) {
  return JobWrite([&hub, job](db::Connection& connection) -> Result<void> {
    auto task =
        store::find_open_task(connection, job.request.object, model::TaskKind::give_feedback);
    if (!task) return {};
    task->note = "latest";
    if (const auto written = store::update_task(connection, *task); !written)
      return std::unexpected(written.error());
    record(hub, connection, principal_of(job), {"feedback.overdue", "task", task->id.bytes});
    return {};
  });
}

Result<void> leave_failure(Hub& hub, db::Connection& connection, const store::Job& job,
                           const std::string& reason) {
  auto stored = store::find_report(connection, hub.keys, {job.request.object});
  if (!stored) return {};
  stored->record.failed_step = job.request.kind;
  stored->record.failed_reason = reason;
  if (stored->record.released_version > 0) open_failed_step(hub, connection, *stored);
  return save_report(hub, connection, principal_of(job), *stored, "report.failed_step");
}

void request(const Hub& hub, db::Connection& connection, const model::Principal& cause,
             std::string_view kind, base::Id<model::Report> report) {
  const auto& name = cause.caused_by.empty() ? cause.name : cause.caused_by;
  store::enqueue(connection, {std::string(kind), report.bytes, "", name, hub.clock.now()});
}

}  // namespace

std::vector<JobStep> report_steps() {
  auto samples = std::make_shared<PersonaSamples>();
  return {{read_job, prepare_reading, leave_failure},
          {features_job, prepare_features, leave_failure},
          {link_job,
           [samples](Hub& hub, const store::Job& job) { return prepare_links(hub, job, *samples); },
           leave_failure},
          {feedback_latest_job, prepare_feedback_latest, leave_failure}};
}

void request_reading(const Hub& hub, db::Connection& connection, const model::Principal& cause,
                     base::Id<model::Report> report) {
  request(hub, connection, cause, read_job, report);
}

void request_features(const Hub& hub, db::Connection& connection, const model::Principal& cause,
                      base::Id<model::Report> report) {
  request(hub, connection, cause, features_job, report);
}

std::size_t request_outdated_features(Hub& hub) {
  const auto upgrade = system_principal("system:upgrade");
  // Read apart: the search goes through all personas, and a writer must not wait for it.
  const auto reports = hub.database.read(store::list_reports_of_other_version);
  if (reports.empty()) return 0;
  hub.database.write([&](db::Connection& connection) {
    for (const auto& report : reports)
      request_features(hub, connection, upgrade, report);
  });
  return reports.size();
}

void assess_again(const Hub& hub, db::Connection& connection, store::StoredReport& stored) {
  if (!is_scored(stored.record.kind)) return;
  const auto content =
      store::find_content(connection, stored, store::shared_version(stored.record));
  if (content)
    stored.record.assessment =
        engine::assess_report(*content, stored.record.indicators, hub.knowledge);
}

void forget_derived(const Hub& hub, db::Connection& connection, const model::Principal& principal,
                    const store::StoredReport& stored) {
  drop_derived(hub, connection, principal, stored.record);
  store::drop_jobs(connection, stored.record.id.bytes);
}

}  // namespace workflow
