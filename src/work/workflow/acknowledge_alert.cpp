#include "work/workflow/acknowledge_alert.h"

#include <utility>

#include "edges/store/task.h"
#include "steps/share/clear.h"
#include "work/workflow/alert_access.h"
#include "work/workflow/hand_over_alert.h"
#include "work/workflow/record.h"

namespace workflow {
namespace {

using model::Delivery;
using model::Principal;
using rights::Action;
using Reach = share::Audience::Reach;

base::Result<model::Alert> cleared_copy(const Hub& hub, db::Connection& connection,
                                        const Delivery& delivery) {
  auto stored = store::find_alert(connection, hub.keys, delivery.alert);
  if (!stored) return no_such("alert");
  auto cleared =
      share::clear_for(std::move(stored->alert), {Reach::named, delivery.organisation_key});
  if (!cleared) return no_such("alert");
  return cleared->value();
}

model::InboxItem item_of(Delivery delivery, const model::Alert& alert) {
  return {std::move(delivery), alert.product, alert.text.title, alert.expires_at};
}

model::InboxAlert inbox_alert(Delivery delivery, model::Alert alert) {
  model::InboxAlert shown;
  shown.delivery = std::move(delivery);
  shown.product = alert.product;
  shown.state = alert.state;
  shown.text = std::move(alert.text);
  shown.confidence = alert.confidence;
  shown.marking = alert.marking;
  shown.expires_at = alert.expires_at;
  if (!alert.audience.empty()) shown.reasons = std::move(alert.audience.front().reasons);
  return shown;
}

}  // namespace

base::Result<model::Page<model::InboxItem>> read_inbox(Hub& hub, const Principal& principal,
                                                       const model::PageRequest& page) {
  if (auto tried = rights::may_try(principal, Action::inbox_read); !tried)
    return base::pass_on(tried);
  return hub.database.read(
      [&](db::Connection& connection) -> base::Result<model::Page<model::InboxItem>> {
        auto deliveries = store::list_inbox(connection, hub.keys, principal.organisation, page);
        model::Page<model::InboxItem> inbox;
        inbox.next = std::move(deliveries.next);
        for (auto& delivery : deliveries.items)
          if (const auto alert = cleared_copy(hub, connection, delivery))
            inbox.items.push_back(item_of(std::move(delivery), *alert));
        return inbox;
      });
}

base::Result<model::InboxAlert> open_inbox_item(Hub& hub, const Principal& principal,
                                                base::Id<Delivery> id) {
  return hub.database.write([&](db::Connection& connection) -> base::Result<model::InboxAlert> {
    auto found = get_delivery_for(hub, connection, principal, Action::inbox_read, id);
    if (!found) return base::pass_on(found);
    auto& delivery = found->stored.delivery;
    auto alert = cleared_copy(hub, connection, delivery);
    if (!alert) return base::pass_on(alert);
    record(hub, connection, principal, {"inbox.open", "delivery", delivery.id.bytes, {}, "alert"});
    return inbox_alert(std::move(delivery), std::move(*alert));
  });
}

base::Result<model::Bilingual> read_staff_version(Hub& hub, const Principal& principal,
                                                  base::Id<model::Alert> id) {
  return hub.database.read([&](db::Connection& connection) -> base::Result<model::Bilingual> {
    auto stored = get_alert_for(hub, connection, principal, Action::alert_read, id);
    if (!stored) return base::pass_on(stored);
    auto cleared =
        share::clear_for(std::move(stored->alert), {Reach::own_staff, principal.organisation_key});
    if (!cleared) return no_such("alert");
    return cleared->value().text.staff_version;
  });
}

base::Result<Delivery> acknowledge(Hub& hub, const Principal& principal, base::Id<Delivery> id,
                                   std::int64_t revision, const model::AcknowledgementEdit& edit) {
  return hub.database.write([&](db::Connection& connection) -> base::Result<Delivery> {
    auto found =
        get_delivery_for_change(hub, connection, principal, Action::acknowledge, id, revision);
    if (!found) return base::pass_on(found);
    auto& delivery = found->stored.delivery;
    note_acknowledgement(hub, connection, principal, delivery, edit);
    if (auto saved =
            save_delivery(hub, connection, principal, found->stored, "delivery.acknowledge");
        !saved)
      return base::pass_on(saved);
    return std::move(delivery);
  });
}

}  // namespace workflow
