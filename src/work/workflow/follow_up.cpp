#include "work/workflow/follow_up.h"

#include <algorithm>
#include <string>
#include <utility>

#include "edges/store/alert.h"
#include "edges/store/job.h"
#include "edges/store/task.h"
#include "ground/base/working_days.h"
#include "work/workflow/alert_access.h"
#include "work/workflow/alert_tasks.h"
#include "work/workflow/deliver_alert.h"
#include "work/workflow/record.h"

namespace workflow {
namespace {

using model::Delivery;
using FollowUp = Delivery::FollowUp;

bool is_open(const FollowUp& follow_up, base::UtcTime now) {
  return !follow_up.at && follow_up.due_at <= now;
}

/// The dedupe key of the job is the day.
std::vector<FollowUp>::iterator find_day(Delivery& delivery, const std::string& day) {
  return std::ranges::find_if(delivery.follow_ups, [&](const FollowUp& follow_up) {
    return std::to_string(follow_up.day) == day;
  });
}

base::Result<void> ask(Hub& hub, db::Connection& connection, const store::Job& job) {
  auto stored = store::find_delivery(connection, hub.keys, {job.request.object});
  if (!stored) return {};
  auto& delivery = stored->delivery;
  const auto asked = find_day(delivery, job.request.dedupe_key);
  const auto alert = store::find_alert(connection, hub.keys, delivery.alert);
  const bool is_cancelled = !alert || alert->alert.state == model::AlertState::cancelled;
  if (asked == delivery.follow_ups.end() || !is_open(*asked, hub.clock.now()) || is_cancelled)
    return {};
  constexpr int answer_working_days = 5;
  const auto due = base::working_days_after(hub.clock.now(), answer_working_days);
  open_for_firm(hub, connection, delivery, model::TaskKind::follow_up, due);
  open_for_station(hub, connection, delivery, model::TaskKind::follow_up, due);
  queue_notices(hub, connection, principal_of(job), delivery, NoticeKind::follow_up, asked->day);
  record(hub, connection, principal_of(job),
         {"delivery.follow_up_asked", "delivery", delivery.id.bytes});
  return {};
}

base::Result<void> ask_without_mail(Hub& hub, db::Connection& connection, const store::Job& job,
                                    const std::string& /*reason*/) {
  if (const auto stored = store::find_delivery(connection, hub.keys, {job.request.object}))
    open_for_station(hub, connection, stored->delivery, model::TaskKind::follow_up,
                     hub.clock.now());
  return {};
}

}  // namespace

std::vector<FollowUp> planned_follow_ups(base::UtcTime sent_at) {
  std::vector<FollowUp> planned;
  for (const int day : follow_up_days) {
    FollowUp follow_up;
    follow_up.day = day;
    follow_up.due_at = sent_at + std::chrono::days(day);
    planned.push_back(std::move(follow_up));
  }
  return planned;
}

void request_follow_ups(db::Connection& connection, const model::Principal& principal,
                        const Delivery& delivery) {
  for (const auto& follow_up : delivery.follow_ups)
    store::enqueue(connection,
                   {std::string(follow_up_job), delivery.id.bytes, std::to_string(follow_up.day),
                    name_in_record(principal), follow_up.due_at});
}

JobStep follow_up_step() {
  return writing_step(follow_up_job, ask, ask_without_mail);
}

base::Result<Delivery> answer_follow_up(Hub& hub, const model::Principal& principal,
                                        base::Id<Delivery> id, std::int64_t revision, int day,
                                        model::Yes contact_ceased) {
  return hub.database.write([&](db::Connection& connection) -> base::Result<Delivery> {
    auto found = get_delivery_for_change(hub, connection, principal, rights::Action::follow_up, id,
                                         revision);
    if (!found) return base::pass_on(found);
    auto& delivery = found->stored.delivery;
    const auto asked = find_day(delivery, std::to_string(day));
    if (asked == delivery.follow_ups.end())
      return base::fail(base::ErrorKind::invalid_input, "/day", "is not a day that is asked",
                        "give 30, 90 or 180, of the alert itself");
    asked->contact_ceased = contact_ceased;
    asked->by = principal.name;
    asked->at = hub.clock.now();
    if (auto saved = save_delivery(hub, connection, principal, found->stored, "delivery.follow_up");
        !saved)
      return base::pass_on(saved);
    const bool is_all_answered = std::ranges::none_of(
        delivery.follow_ups, [&](const auto& one) { return is_open(one, hub.clock.now()); });
    if (is_all_answered) store::close_tasks(connection, id.bytes, model::TaskKind::follow_up);
    return std::move(delivery);
  });
}

}  // namespace workflow
