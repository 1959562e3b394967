#include "work/workflow/approve_alert.h"

#include <algorithm>
#include <utility>

#include "ground/base/blank.h"
#include "steps/alert/approved.h"
#include "steps/alert/lifecycle.h"
#include "work/workflow/alert_access.h"
#include "work/workflow/alert_facts.h"
#include "work/workflow/alert_tasks.h"
#include "work/workflow/record.h"

namespace workflow {
namespace {

using base::ErrorKind;
using model::Alert;
using model::AlertState;
using model::Principal;
using rights::Action;
using Kind = Alert::Step::Kind;

base::Result<void> need_words(const std::string& words) {
  if (!base::is_blank(words)) return {};
  return base::fail(ErrorKind::invalid_input, "/note", "is empty", "say why");
}

/// The sources lie before whoever works on the alert at the desk, and before nobody else.
base::Result<void> may_open_source(const Principal& principal, const Alert& alert,
                                   base::Id<model::Report> report) {
  if (!std::ranges::count(alert.sources, report)) return no_such("report");
  rights::Facts facts;
  facts.addressed = alert.state == AlertState::submitted || alert.state == AlertState::approved;
  return rights::decide(principal, Action::report_read, facts);
}

}  // namespace

base::Result<model::ReportRecord> open_alert_source(Hub& hub, const Principal& principal,
                                                    base::Id<Alert> alert,
                                                    base::Id<model::Report> report) {
  return hub.database.write([&](db::Connection& connection) -> base::Result<model::ReportRecord> {
    auto stored = get_alert_for(hub, connection, principal, Action::alert_read, alert);
    if (!stored) return base::pass_on(stored);
    if (auto may = may_open_source(principal, stored->alert, report); !may)
      return base::pass_on(may);
    auto source = load_source(hub, connection, report);
    if (!source) return no_such("report");
    const store::SourceOpening opening{hub.ids.random(), principal.name, report, hub.clock.now()};
    if (auto commitment = store::mark_source_opened(connection, stored->alert, opening))
      record(hub, connection, principal,
             {"alert.open_source", "alert_opening", opening.id, *commitment, "alert"});
    record(hub, connection, principal, {"report.read", "report", report.bytes, {}, "alert"});
    return std::move(source->record);
  });
}

base::Result<Alert> approve_alert(Hub& hub, const Principal& principal, base::Id<Alert> id,
                                  std::int64_t revision, const std::string& note) {
  auto facts = gather_facts(hub, principal, Action::alert_approve, id, principal.name);
  if (!facts) return std::unexpected(facts.error());
  return hub.database.write([&](db::Connection& connection) -> base::Result<Alert> {
    auto stored =
        get_alert_for_change(hub, connection, principal, Action::alert_approve, id, revision);
    if (!stored) return base::pass_on(stored);
    renew_facts(hub, connection, stored->alert, *facts);
    auto approved =
        alert::approve(stored->alert, *facts, {principal.name, principal.organisation_key}, note);
    if (!approved) return approved;
    stored->alert = std::move(*approved);
    if (auto saved = save_alert(hub, connection, principal, *stored, "alert.approve"); !saved)
      return base::pass_on(saved);
    close_alert_tasks(connection, id);
    if (stored->alert.state != AlertState::approved)
      open_second_body(hub, connection, stored->alert, facts->sources);
    return std::move(stored->alert);
  });
}

base::Result<Alert> send_back_alert(Hub& hub, const Principal& principal, base::Id<Alert> id,
                                    std::int64_t revision, const std::string& reason) {
  if (auto fits = need_words(reason); !fits) return base::pass_on(fits);
  return hub.database.write([&](db::Connection& connection) -> base::Result<Alert> {
    auto stored =
        get_alert_for_change(hub, connection, principal, Action::alert_send_back, id, revision);
    if (!stored) return base::pass_on(stored);
    auto next = alert::advance(stored->alert.state, alert::Act::send_back);
    if (!next) return base::pass_on(next);
    stored->alert.state = *next;
    add_step(hub, principal, stored->alert, Kind::sent_back, reason);
    if (auto saved = save_alert(hub, connection, principal, *stored, "alert.send_back"); !saved)
      return base::pass_on(saved);
    close_alert_tasks(connection, id);
    open_rework(hub, connection, stored->alert);
    return std::move(stored->alert);
  });
}

base::Result<Alert> dissent_from_alert(Hub& hub, const Principal& principal, base::Id<Alert> id,
                                       std::int64_t revision, const std::string& words) {
  if (auto fits = need_words(words); !fits) return base::pass_on(fits);
  return hub.database.write([&](db::Connection& connection) -> base::Result<Alert> {
    auto stored =
        get_alert_for_change(hub, connection, principal, Action::alert_dissent, id, revision);
    if (!stored) return base::pass_on(stored);
    if (auto next = alert::advance(stored->alert.state, alert::Act::dissent); !next)
      return base::pass_on(next);
    add_step(hub, principal, stored->alert, Kind::dissent, words);
    if (auto saved = save_alert(hub, connection, principal, *stored, "alert.dissent"); !saved)
      return base::pass_on(saved);
    return std::move(stored->alert);
  });
}

}  // namespace workflow
