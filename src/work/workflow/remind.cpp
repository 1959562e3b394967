#include "work/workflow/remind.h"

#include "edges/store/alert.h"
#include "edges/store/job.h"
#include "ground/base/working_days.h"
#include "work/workflow/alert_access.h"
#include "work/workflow/alert_tasks.h"
#include "work/workflow/deliver_alert.h"
#include "work/workflow/record.h"

namespace workflow {
namespace {

using model::Delivery;

/// Three entries: two reminders and the visit.
base::UtcTime due_at(const Delivery& delivery) {
  const auto index = static_cast<std::size_t>(delivery.reminders);
  return base::working_days_after(delivery.made_at, reminder_working_days.at(index));
}

bool is_visit_due(const Delivery& delivery) {
  return static_cast<std::size_t>(delivery.reminders) + 1 == reminder_working_days.size();
}

bool is_settled(const Hub& hub, db::Connection& connection, const Delivery& delivery) {
  using model::AlertState;
  if (delivery.acknowledged) return true;
  const auto stored = store::find_alert(connection, hub.keys, delivery.alert);
  if (!stored) return true;
  const auto state = stored->alert.state;
  const bool has_ended = state == AlertState::cancelled || state == AlertState::expired;
  return has_ended && delivery.correction == 0;
}

void ask_again(db::Connection& connection, const store::Job& job, base::UtcTime at) {
  auto request = job.request;
  request.run_at = at;
  store::enqueue(connection, request);
}

base::Result<void> remind(Hub& hub, db::Connection& connection, const store::Job& job) {
  auto stored = store::find_delivery(connection, hub.keys, {job.request.object});
  if (!stored || is_settled(hub, connection, stored->delivery)) return {};
  auto& delivery = stored->delivery;
  if (hub.clock.now() < due_at(delivery)) {
    ask_again(connection, job, due_at(delivery));
    return {};
  }
  const auto principal = principal_of(job);
  if (is_visit_due(delivery)) {
    open_for_station(hub, connection, delivery, model::TaskKind::visit_unacknowledged,
                     base::working_days_after(hub.clock.now(), 1));
    record(hub, connection, principal, {"delivery.visit_asked", "delivery", delivery.id.bytes});
    return {};
  }
  ++delivery.reminders;
  queue_notices(hub, connection, principal, delivery, NoticeKind::reminder, delivery.reminders);
  ask_again(connection, job, due_at(delivery));
  return save_delivery(hub, connection, principal, *stored, "delivery.remind");
}

base::Result<void> leave_it_to_the_station(Hub& hub, db::Connection& connection,
                                           const store::Job& job, const std::string& /*reason*/) {
  const auto stored = store::find_delivery(connection, hub.keys, {job.request.object});
  if (stored && !stored->delivery.acknowledged)
    open_for_station(hub, connection, stored->delivery, model::TaskKind::visit_unacknowledged,
                     base::working_days_after(hub.clock.now(), 1));
  return {};
}

}  // namespace

void request_reminder(db::Connection& connection, const model::Principal& principal,
                      const Delivery& delivery) {
  store::enqueue(connection, {std::string(reminder_job), delivery.id.bytes, "",
                              name_in_record(principal), due_at(delivery)});
}

JobStep reminder_step() {
  return writing_step(reminder_job, remind, leave_it_to_the_station);
}

}  // namespace workflow
