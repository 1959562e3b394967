#include "work/workflow/alert_tasks.h"

#include <algorithm>
#include <array>
#include <optional>

#include "edges/store/alert.h"
#include "edges/store/organisation.h"
#include "edges/store/task.h"
#include "work/workflow/new_task.h"

namespace workflow {
namespace {

using model::Organisation;
using model::OrganisationKind;
using model::Role;
using model::Task;
using model::TaskKind;

void rank_by(Task& task, const std::vector<alert::Source>& sources) {
  for (const auto& source : sources) {
    if (!source.record.assessment) continue;
    task.stage = std::max(task.stage, source.record.assessment->stage);
    task.band = std::max(task.band, source.record.assessment->band);
  }
}

std::string first_area(const Organisation& firm) {
  for (const auto& site : firm.sites)
    if (!site.area.empty()) return site.area;
  return "";
}

std::optional<Organisation> station_of(db::Connection& connection, const Organisation& firm) {
  if (!firm.station.empty())
    if (auto named = store::find_organisation_by_key(connection, firm.station)) return named;
  for (const auto& site : firm.sites)
    for (auto& police : store::list_police_of_area(connection, site.area))
      if (police.kind == OrganisationKind::station) return std::move(police);
  return std::nullopt;
}

}  // namespace

void open_approval(Hub& hub, db::Connection& connection, const model::Alert& alert,
                   base::Id<Organisation> desk, const std::vector<alert::Source>& sources) {
  auto task = new_task(hub, desk, TaskKind::approve_alert, Role::approver, alert.id.bytes);
  task.not_by = alert.author;
  rank_by(task, sources);
  store::open_task(connection, task);
}

void open_second_body(Hub& hub, db::Connection& connection, const model::Alert& alert,
                      const std::vector<alert::Source>& sources) {
  constexpr std::array kinds{OrganisationKind::bureau, OrganisationKind::prefecture,
                             OrganisationKind::national_desk, OrganisationKind::industry_body};
  for (const auto kind : kinds) {
    store::for_each_organisation(connection, kind, [&](const Organisation& body) {
      if (body.id != alert.organisation) open_approval(hub, connection, alert, body.id, sources);
    });
  }
}

void open_rework(Hub& hub, db::Connection& connection, const model::Alert& alert) {
  if (alert.sources.empty()) return;
  auto task = new_task(hub, alert.organisation, TaskKind::draft_alert, Role::analyst,
                       alert.sources.front().bytes);
  task.owner = alert.author;
  task.note = "sent_back";
  store::open_task(connection, task);
}

void open_hold_decision(Hub& hub, db::Connection& connection, const model::Alert& alert) {
  store::open_task(connection, new_task(hub, alert.organisation, TaskKind::decide_hold,
                                        Role::investigator, alert.id.bytes));
}

void open_correction(Hub& hub, db::Connection& connection, const model::Alert& alert) {
  store::open_task(connection, new_task(hub, alert.organisation, TaskKind::correct_alert,
                                        Role::analyst, alert.id.bytes));
}

void open_for_station(Hub& hub, db::Connection& connection, const model::Delivery& delivery,
                      TaskKind kind, base::UtcTime due_at) {
  const auto firm = store::find_organisation(connection, delivery.organisation);
  if (!firm) return;
  const auto station = station_of(connection, *firm);
  auto desk = delivery.organisation;
  if (station) {
    desk = station->id;
  } else if (const auto alert = store::find_alert(connection, hub.keys, delivery.alert)) {
    desk = alert->alert.organisation;
  }
  auto task =
      new_task(hub, desk, kind, station ? Role::station_officer : Role::analyst, delivery.id.bytes);
  task.area = first_area(*firm);
  task.due_at = due_at;
  store::open_task(connection, task);
}

void open_for_firm(Hub& hub, db::Connection& connection, const model::Delivery& delivery,
                   TaskKind kind, base::UtcTime due_at) {
  auto task = new_task(hub, delivery.organisation, kind, Role::company_officer, delivery.id.bytes);
  task.due_at = due_at;
  store::open_task(connection, task);
}

void close_alert_tasks(db::Connection& connection, base::Id<model::Alert> alert) {
  store::close_all_tasks(connection, alert.bytes, model::TaskState::done);
}

}  // namespace workflow
