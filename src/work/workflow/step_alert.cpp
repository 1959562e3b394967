#include "work/workflow/step_alert.h"

#include "work/workflow/approve_alert.h"
#include "work/workflow/correct_alert.h"
#include "work/workflow/hold_alert.h"
#include "work/workflow/send_alert.h"
#include "work/workflow/submit_alert.h"

namespace workflow {

base::Result<model::Alert> step_alert(Hub& hub, const model::Principal& principal,
                                      base::Id<model::Alert> id, std::int64_t revision,
                                      const AlertStep& step) {
  using Kind = AlertStep::Kind;
  switch (step.kind) {
    case Kind::submit:
      return submit_alert(hub, principal, id, revision);
    case Kind::approve:
      return approve_alert(hub, principal, id, revision, step.note);
    case Kind::send_back:
      return send_back_alert(hub, principal, id, revision, step.note);
    case Kind::dissent:
      return dissent_from_alert(hub, principal, id, revision, step.note);
    case Kind::ask_hold:
      return ask_hold(hub, principal, id, revision, step.note);
    case Kind::place_hold:
      return place_hold(hub, principal, id, revision, step.until.value_or(base::UtcTime{}),
                        step.note);
    case Kind::release_hold:
      return release_hold(hub, principal, id, revision, step.note);
    case Kind::send:
      return send_alert(hub, principal, id, revision);
    case Kind::correct:
      return correct_alert(hub, principal, id, revision, step.text);
    case Kind::cancel:
      return cancel_alert(hub, principal, id, revision, step.text);
  }
  return base::fail(base::ErrorKind::invalid_input, "/step", "is no step", "name one of the list");
}

}  // namespace workflow
