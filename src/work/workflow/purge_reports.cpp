#include "work/workflow/purge_reports.h"

#include <algorithm>
#include <vector>

#include "edges/db/database.h"
#include "edges/store/consultation.h"
#include "edges/store/dossier.h"
#include "edges/store/link.h"
#include "edges/store/task.h"
#include "ground/base/blank.h"
#include "ground/base/error.h"
#include "work/workflow/correct_alert.h"
#include "work/workflow/dossier_access.h"
#include "work/workflow/health.h"
#include "work/workflow/keep_report.h"
#include "work/workflow/new_task.h"
#include "work/workflow/note_fact.h"
#include "work/workflow/process_report.h"
#include "work/workflow/record.h"
#include "work/workflow/report_access.h"
#include "work/workflow/set_up_hub.h"

namespace workflow {
namespace {

using base::ErrorKind;
using base::Result;
using model::Principal;
using rights::Action;
using store::KeptReport;

constexpr std::size_t reports_at_once = 100;
constexpr std::size_t reviews_at_once = 1000;
constexpr std::chrono::days review_due{30};

/// Judged or not: a link tells of two reports, and one of them is no more.
void drop_links(const Hub& hub, db::Connection& connection, const Principal& principal,
                const KeptReport& report) {
  for (const auto& edge : store::list_edges_of(connection, report.id)) {
    store::close_all_tasks(connection, edge.id.bytes);
    store::delete_link(connection, edge.id);
    record(hub, connection, principal, {"link.drop", "link", edge.id.bytes});
  }
}

/// A dossier loses the personas of the report, and ends with its last one.
void leave_dossiers(const Hub& hub, db::Connection& connection, const Principal& principal,
                    const KeptReport& report) {
  for (const auto& id : store::find_dossiers_of_report(connection, report.id)) {
    auto stored = store::find_dossier(connection, hub.keys, id);
    if (!stored) continue;
    auto& dossier = stored->dossier;
    std::erase_if(dossier.personas,
                  [&](const auto& persona) { return persona.report == report.id; });
    if (dossier.personas.empty()) {
      store::close_all_tasks(connection, id.bytes);
      store::delete_dossier(connection, dossier);
      record(hub, connection, principal, {"dossier.purge", "dossier", id.bytes});
      continue;
    }
    dossier.confirmed = confirmed_on(hub, reports_of(hub, connection, dossier.personas));
    store::set_dossier_handles(connection, dossier,
                               handle_keys_of(hub, connection, dossier.personas));
    auto commitment = store::update_dossier(connection, *stored);
    if (!commitment) throw db::Contention("a dossier changed while a report left it");
    record(hub, connection, principal,
           {"dossier.persona_purged", "dossier", id.bytes, std::move(*commitment)});
  }
}

void end_report(const Hub& hub, db::Connection& connection, const Principal& principal,
                const KeptReport& report, std::string_view reason) {
  store::StoredReport gone;
  gone.record.organisation = report.organisation;
  gone.record.id = report.id;
  forget_derived(hub, connection, principal, gone);
  drop_links(hub, connection, principal, report);
  leave_dossiers(hub, connection, principal, report);
  store::close_all_tasks(connection, report.id.bytes);
  for (const auto& object : store::purge_report(connection, report, hub.clock.now(), reason))
    record(hub, connection, principal,
           {base::word_of(Action::report_purge), object.kind, object.id});
}

/// False: it is kept after all, since somebody decided so in between.
bool end_by_clock(Hub& hub, const KeptReport& report) {
  const auto limits = keeping_limits(hub.clock.now());
  const bool is_over_age = report.received_at < limits.any_before;
  return hub.database.write([&](db::Connection& connection) {
    if (!store::has_ended(connection, limits, report.id)) return false;
    end_report(hub, connection, system_principal("system:keeping"), report,
               is_over_age ? "five_years" : "note");
    return true;
  });
}

/// Each in a unit of its own: one that does not open keeps no other from its end.
std::size_t end_reports(Hub& hub) {
  std::size_t ended = 0;
  for (bool goes_on = true; goes_on;) {
    const auto due = hub.database.read([&](db::Connection& connection) {
      return store::list_ended(connection, keeping_limits(hub.clock.now()), reports_at_once);
    });
    goes_on = false;
    for (const auto& report : due) {
      try {
        if (!end_by_clock(hub, report)) continue;
        ++ended;
        goes_on = true;
      } catch (const base::OutsideFailure& failure) {
        tell_operator(hub, "ending a report whose time is over", failure);
      }
    }
  }
  return ended;
}

/// They are not opened, so none keeps another from its end.
std::size_t end_consultations(Hub& hub) {
  const auto limits = keeping_limits(hub.clock.now());
  const auto end_some = [&](db::Connection& connection) {
    const auto ended = store::list_ended_consultations(connection, limits.note_before,
                                                       limits.any_before, reports_at_once);
    for (const auto& id : ended) {
      store::close_all_tasks(connection, id.bytes);
      store::delete_consultation(connection, id);
      record(hub, connection, system_principal("system:keeping"),
             {"consultation.purge", "consultation", id.bytes});
    }
    return ended.size();
  };
  std::size_t ended = 0;
  while (const auto some = hub.database.write(end_some))
    ended += some;
  return ended;
}

void open_review(Hub& hub, db::Connection& connection, const KeptReport& report) {
  auto task = new_task(hub, report.desk, model::TaskKind::review_keeping, model::Role::analyst,
                       report.id.bytes);
  task.stage = report.stage;
  task.band = report.band;
  task.due_at = task.made_at + review_due;
  store::open_task(connection, task);
}

std::size_t open_reviews(Hub& hub) {
  return hub.database.write([&](db::Connection& connection) {
    const auto due =
        store::list_review_due(connection, keeping_limits(hub.clock.now()), reviews_at_once);
    for (const auto& report : due)
      open_review(hub, connection, report);
    return due.size();
  });
}

/// What went must be gone from the files too. A reader may keep that from happening now; the next
/// run tries again.
void compact(Hub& hub) {
  try {
    hub.database.compact();
  } catch (const base::OutsideFailure& failure) {
    tell_operator(hub, "rewriting the files without what was purged", failure);
  }
}

}  // namespace

KeepingRun keep_to_clocks(Hub& hub) {
  KeepingRun run;
  run.purged = end_reports(hub) + end_consultations(hub) +
               end_facts(hub, system_principal("system:keeping"));
  run.reviews = open_reviews(hub);
  if (run.purged > 0) compact(hub);
  return run;
}

Result<void> purge_report(Hub& hub, const Principal& principal, base::Id<model::Report> id,
                          std::int64_t revision, const std::string& reason) {
  if (base::is_blank(reason))
    return base::fail(ErrorKind::invalid_input, "/reason", "is empty", "say why in a sentence");
  auto purged = hub.database.write([&](db::Connection& connection) -> Result<void> {
    const auto stored = get_report_for(hub, connection, principal, Action::report_purge, id);
    if (!stored) return std::unexpected(stored.error());
    const auto keeping = store::find_keeping(connection, *stored).value_or(model::Keeping{});
    if (keeping.revision != revision)
      return base::fail(ErrorKind::precondition_failed, "",
                        "somebody else has decided about keeping since",
                        "read it again and repeat the change");
    if (keeping.on_hold)
      return base::fail(ErrorKind::refused, "", "the report is on hold", "let the hold be lifted");
    ask_corrections_of_report(hub, connection, principal, id);
    const auto kept = store::find_kept(connection, id);
    if (!kept) return no_such("report");
    end_report(hub, connection, principal, *kept, "decided");
    return {};
  });
  if (purged) compact(hub);
  return purged;
}

}  // namespace workflow
