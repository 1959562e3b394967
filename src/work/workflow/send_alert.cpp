#include "work/workflow/send_alert.h"

#include <algorithm>
#include <utility>

#include "edges/store/mailbox.h"
#include "edges/store/report.h"
#include "steps/alert/approved.h"
#include "steps/alert/lifecycle.h"
#include "work/workflow/alert_access.h"
#include "work/workflow/alert_facts.h"
#include "work/workflow/alert_tasks.h"
#include "work/workflow/deliver_alert.h"
#include "work/workflow/expire_alert.h"
#include "work/workflow/feedback.h"

namespace workflow {
namespace {

using model::Alert;
using model::AlertProduct;
using model::Principal;
using rights::Action;

Feedback feedback_for(AlertProduct product) {
  switch (product) {
    case AlertProduct::caution:
      return Feedback::helped_caution;
    case AlertProduct::warning:
      return Feedback::helped_warning;
    case AlertProduct::public_notice:
      return Feedback::helped_notice;
  }
  return Feedback::being_read;
}

bool was_told(db::Connection& connection, const store::StoredReport& report, Feedback feedback) {
  return std::ranges::any_of(store::list_messages(connection, report),
                             [&](const model::MailboxMessage& message) {
                               return message.code == base::word_of(feedback);
                             });
}

/// In general words, once a report and product.
void tell_reporters(Hub& hub, db::Connection& connection, const Principal& principal,
                    const Alert& alert) {
  const auto feedback = feedback_for(alert.product);
  for (const auto& source : alert.sources) {
    const auto report = store::find_report(connection, hub.keys, source);
    if (report && !was_told(connection, *report, feedback))
      add_feedback(hub, connection, principal, source, feedback);
  }
}

base::Result<void> check_sending(const Alert& alert, const alert::CheckFacts& facts) {
  auto next = alert::advance(alert.state, alert::Act::send);
  if (!next) return base::pass_on(next);
  auto proof = alert::approved_from(alert);
  if (!proof) return base::pass_on(proof);
  return alert::refuse_if_any(alert::problems_of(alert, facts));
}

}  // namespace

base::Result<Alert> send_alert(Hub& hub, const Principal& principal, base::Id<Alert> id,
                               std::int64_t revision) {
  auto facts = gather_facts(hub, principal, Action::alert_send, id);
  if (!facts) return std::unexpected(facts.error());
  return hub.database.write([&](db::Connection& connection) -> base::Result<Alert> {
    auto stored =
        get_alert_for_change(hub, connection, principal, Action::alert_send, id, revision);
    if (!stored) return base::pass_on(stored);
    auto& alert = stored->alert;
    renew_facts(hub, connection, alert, *facts);
    if (auto may = check_sending(alert, *facts); !may) return base::pass_on(may);
    alert.state = model::AlertState::sent;
    alert.sent_at = hub.clock.now();
    add_step(hub, principal, alert, Alert::Step::Kind::sent);
    if (auto saved = save_alert(hub, connection, principal, *stored, "alert.send"); !saved)
      return base::pass_on(saved);
    make_deliveries(hub, connection, principal, alert, {});
    tell_reporters(hub, connection, principal, alert);
    close_alert_tasks(connection, id);
    request_expiry(connection, principal, alert);
    return std::move(alert);
  });
}

}  // namespace workflow
