#include "work/workflow/hold_alert.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "edges/store/task.h"
#include "ground/base/blank.h"
#include "ground/base/working_days.h"
#include "steps/alert/lifecycle.h"
#include "work/workflow/alert_access.h"
#include "work/workflow/alert_tasks.h"

namespace workflow {
namespace {

using base::ErrorKind;
using model::Alert;
using model::Principal;
using rights::Action;
using Kind = Alert::Step::Kind;

/// What the three have in common: load, judge, change, write.
struct HoldChange {
  Action right;
  alert::Act act;
  Kind step;
  std::string_view action;
  std::function<base::Result<void>(db::Connection&, Alert&)> change;
};

base::Result<Alert> change_hold(Hub& hub, const Principal& principal, base::Id<Alert> id,
                                std::int64_t revision, const std::string& reason,
                                const HoldChange& hold) {
  if (base::is_blank(reason))
    return base::fail(ErrorKind::invalid_input, "/note", "is empty", "say why");
  return hub.database.write([&](db::Connection& connection) -> base::Result<Alert> {
    auto stored = get_alert_for_change(hub, connection, principal, hold.right, id, revision);
    if (!stored) return base::pass_on(stored);
    auto& alert = stored->alert;
    if (auto next = alert::advance(alert.state, hold.act); !next) return base::pass_on(next);
    if (auto changed = hold.change(connection, alert); !changed) return base::pass_on(changed);
    add_step(hub, principal, alert, hold.step, reason);
    if (auto saved = save_alert(hub, connection, principal, *stored, hold.action); !saved)
      return base::pass_on(saved);
    return std::move(alert);
  });
}

void end_request(db::Connection& connection, const Alert& alert) {
  store::close_tasks(connection, alert.id.bytes, model::TaskKind::decide_hold);
}

}  // namespace

base::Result<Alert> ask_hold(Hub& hub, const Principal& principal, base::Id<Alert> id,
                             std::int64_t revision, const std::string& reason) {
  auto stop = [&](db::Connection& connection, Alert& alert) -> base::Result<void> {
    const auto until = base::working_days_after(hub.clock.now(), asked_hold_working_days);
    alert.held_until = std::max(alert.held_until.value_or(until), until);
    alert.hold_reason = reason;
    open_hold_decision(hub, connection, alert);
    return {};
  };
  return change_hold(
      hub, principal, id, revision, reason,
      {Action::alert_ask_hold, alert::Act::ask_hold, Kind::hold_asked, "alert.ask_hold", stop});
}

base::Result<Alert> place_hold(Hub& hub, const Principal& principal, base::Id<Alert> id,
                               std::int64_t revision, base::UtcTime until,
                               const std::string& reason) {
  if (until <= hub.clock.now())
    return base::fail(ErrorKind::invalid_input, "/until", "is not ahead", "give a later time");
  auto place = [&](db::Connection& connection, Alert& alert) -> base::Result<void> {
    alert.held_until = until;
    alert.hold_reason = reason;
    end_request(connection, alert);
    return {};
  };
  return change_hold(
      hub, principal, id, revision, reason,
      {Action::hold_place, alert::Act::hold, Kind::hold_placed, "alert.hold", place});
}

base::Result<Alert> release_hold(Hub& hub, const Principal& principal, base::Id<Alert> id,
                                 std::int64_t revision, const std::string& reason) {
  auto release = [&](db::Connection& connection, Alert& alert) -> base::Result<void> {
    if (!alert.held_until || *alert.held_until <= hub.clock.now())
      return base::fail(ErrorKind::conflict, "/held_until", "no hold stops it",
                        "it can be sent once it is approved");
    alert.held_until.reset();
    alert.hold_reason.clear();
    end_request(connection, alert);
    return {};
  };
  return change_hold(hub, principal, id, revision, reason,
                     {Action::hold_release, alert::Act::release_hold, Kind::hold_released,
                      "alert.hold_release", release});
}

}  // namespace workflow
