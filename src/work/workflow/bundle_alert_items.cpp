#include <algorithm>
#include <utility>

#include "edges/deliver/bundle_file.h"
#include "edges/deliver/notice.h"
#include "edges/store/alert.h"
#include "edges/store/delivery.h"
#include "edges/store/exchange.h"
#include "edges/store/task.h"
#include "work/workflow/alert_access.h"
#include "work/workflow/bundle_items.h"
#include "work/workflow/deliver_alert.h"
#include "work/workflow/follow_up.h"
#include "work/workflow/record.h"

namespace workflow {
namespace {

using base::Result;
using base::UuidBytes;
using model::Alert;
using model::BundleItem;
using model::Delivery;
using model::HandedAlert;

void take_over(Alert& alert, const HandedAlert& handed, const BundleSource& source) {
  alert.state = handed.state;
  alert.text = handed.text;
  alert.confidence = handed.confidence;
  alert.marking = handed.marking;
  alert.expires_at = handed.expires_at;
  alert.sent_at = handed.sent_at;
  alert.audience = {{source.home.id, source.home.key, handed.reasons, false, ""}};
}

Result<void> add_alert(Hub& hub, db::Connection& connection, const BundleSource& source,
                       const HandedAlert& handed) {
  store::StoredAlert stored;
  stored.alert.id = handed.alert;
  stored.alert.organisation = source.organisation.id;
  stored.alert.product = handed.product;
  stored.alert.made_at = handed.made_at;
  stored.alert.author = source.principal.name;
  take_over(stored.alert, handed, source);
  auto commitment = store::insert_alert(connection, hub.keys, stored);
  record(hub, connection, source.principal,
         {"alert.receive", "alert", handed.alert.bytes, std::move(commitment)});
  return {};
}

/// The alert as it is at its origin: of its states the newest counts, whichever delivery brings it.
Result<void> put_alert(Hub& hub, db::Connection& connection, const BundleSource& source,
                       const HandedAlert& handed) {
  // An alert travels inside its deliveries, so its own newest state is kept under its id.
  const BundleItem state{BundleItem::Kind::alert, handed.alert.bytes, handed.revision, ""};
  const auto known =
      store::find_applied(connection, source.organisation.id, state.kind, state.object);
  if (known && known->version >= handed.revision) return {};
  store::note_applied(connection, source.organisation.id, state, handed.alert.bytes);
  auto stored = store::find_alert(connection, hub.keys, handed.alert);
  if (!stored) return add_alert(hub, connection, source, handed);
  if (stored->alert.organisation != source.organisation.id) return no_such("alert");
  take_over(stored->alert, handed, source);
  return save_alert(hub, connection, source.principal, *stored, "alert.receive");
}

void add_delivery(Hub& hub, db::Connection& connection, const BundleSource& source,
                  const BundleItem& item, const HandedAlert& handed) {
  store::StoredDelivery stored;
  auto& delivery = stored.delivery;
  delivery.id = {item.object};
  delivery.alert = handed.alert;
  delivery.organisation = source.home.id;
  delivery.organisation_key = source.home.key;
  delivery.correction = handed.correction;
  delivery.correction_text = handed.correction_text;
  delivery.made_at = hub.clock.now();
  delivery.message_id = deliver::message_id(delivery.id.text(), hub.settings.mail_from);
  if (handed.correction == 0) delivery.follow_ups = planned_follow_ups(delivery.made_at);
  auto commitment = store::insert_delivery(connection, hub.keys, stored);
  record(hub, connection, source.principal,
         {"delivery.receive", "delivery", item.object, std::move(commitment)});
  queue_notices(hub, connection, source.principal, delivery,
                handed.correction == 0 ? NoticeKind::notice : NoticeKind::correction);
  request_follow_ups(connection, source.principal, delivery);
}

void take_answers(Delivery& delivery, const model::HandedAnswer& answer) {
  if (answer.acknowledged) delivery.acknowledged = answer.acknowledged;
  for (auto& asked : delivery.follow_ups)
    for (const auto& answered : answer.follow_ups)
      if (answered.day == asked.day && answered.at) asked = answered;
}

}  // namespace

Result<UuidBytes> apply_alert(Hub& hub, db::Connection& connection, const BundleSource& source,
                              const BundleItem& item) {
  const auto handed = deliver::alert_in(item);
  if (!handed) return std::unexpected(handed.error());
  if (auto put = put_alert(hub, connection, source, *handed); !put) return base::pass_on(put);
  if (!store::find_delivery(connection, hub.keys, {item.object}))
    add_delivery(hub, connection, source, item, *handed);
  return item.object;
}

Result<UuidBytes> apply_answer(Hub& hub, db::Connection& connection, const BundleSource& source,
                               const BundleItem& item) {
  const auto answer = deliver::answer_in(item);
  if (!answer) return std::unexpected(answer.error());
  auto stored = store::find_delivery(connection, hub.keys, {item.object});
  if (!stored || stored->delivery.organisation != source.organisation.id)
    return no_such("delivery");
  take_answers(stored->delivery, *answer);
  for (const auto kind : {model::TaskKind::hand_over, model::TaskKind::visit_unacknowledged})
    store::close_tasks(connection, item.object, kind);
  if (auto saved =
          save_delivery(hub, connection, source.principal, *stored, "delivery.acknowledge");
      !saved)
    return base::pass_on(saved);
  return item.object;
}

}  // namespace workflow
