#include "work/workflow/submit_alert.h"

#include <utility>

#include "steps/alert/lifecycle.h"
#include "work/workflow/alert_access.h"
#include "work/workflow/alert_facts.h"
#include "work/workflow/alert_tasks.h"

namespace workflow {

using model::Alert;

base::Result<Alert> submit_alert(Hub& hub, const model::Principal& principal, base::Id<Alert> id,
                                 std::int64_t revision) {
  auto facts = gather_facts(hub, principal, rights::Action::alert_submit, id);
  if (!facts) return std::unexpected(facts.error());
  return hub.database.write([&](db::Connection& connection) -> base::Result<Alert> {
    auto stored = get_alert_for_change(hub, connection, principal, rights::Action::alert_submit, id,
                                       revision);
    if (!stored) return base::pass_on(stored);
    auto& alert = stored->alert;
    renew_facts(hub, connection, alert, *facts);
    auto next = alert::advance(alert.state, alert::Act::submit);
    if (!next) return base::pass_on(next);
    auto findings = alert::problems_of(alert, *facts);
    std::erase_if(findings, [](const auto& one) { return one.problem == alert::Problem::held; });
    if (auto free = alert::refuse_if_any(findings); !free) return base::pass_on(free);
    alert.state = *next;
    add_step(hub, principal, alert, Alert::Step::Kind::submitted);
    if (auto saved = save_alert(hub, connection, principal, *stored, "alert.submit"); !saved)
      return base::pass_on(saved);
    open_approval(hub, connection, alert, alert.organisation, facts->sources);
    return std::move(alert);
  });
}

}  // namespace workflow
