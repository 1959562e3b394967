#include "work/workflow/hand_over_alert.h"

#include <utility>

#include "edges/store/task.h"
#include "ground/base/blank.h"
#include "work/workflow/alert_access.h"

namespace workflow {
namespace {

using model::Delivery;
using model::TaskKind;

base::Result<void> check(const HandOverEdit& edit) {
  std::vector<base::Issue> issues;
  if (base::is_blank(edit.to_name))
    issues.push_back({"/to_name", "is empty", "say who received it"});
  if (base::is_blank(edit.to_role)) issues.push_back({"/to_role", "is empty", "say in what role"});
  if (issues.empty()) return {};
  return base::fail(base::ErrorKind::invalid_input, std::move(issues));
}

}  // namespace

base::Result<Delivery> hand_over(Hub& hub, const model::Principal& principal, base::Id<Delivery> id,
                                 std::int64_t revision, const HandOverEdit& edit) {
  if (auto fits = check(edit); !fits) return base::pass_on(fits);
  return hub.database.write([&](db::Connection& connection) -> base::Result<Delivery> {
    auto found = get_delivery_for_change(hub, connection, principal, rights::Action::hand_over, id,
                                         revision);
    if (!found) return base::pass_on(found);
    auto& delivery = found->stored.delivery;
    delivery.handed_over = {principal.name, edit.to_name, edit.to_role, hub.clock.now()};
    store::close_tasks(connection, id.bytes, TaskKind::hand_over);
    store::close_tasks(connection, id.bytes, TaskKind::visit_unacknowledged);
    if (edit.acknowledgement)
      note_acknowledgement(hub, connection, principal, delivery, *edit.acknowledgement);
    if (auto saved = save_delivery(hub, connection, principal, found->stored, "delivery.hand_over");
        !saved)
      return base::pass_on(saved);
    return std::move(delivery);
  });
}

void note_acknowledgement(const Hub& hub, db::Connection& connection,
                          const model::Principal& principal, Delivery& delivery,
                          const model::AcknowledgementEdit& edit) {
  delivery.acknowledged = {principal.name, hub.clock.now(), edit.seen_here_too, edit.own_logs_hits,
                           edit.note};
  store::close_tasks(connection, delivery.id.bytes, TaskKind::hand_over);
  store::close_tasks(connection, delivery.id.bytes, TaskKind::visit_unacknowledged);
}

}  // namespace workflow
