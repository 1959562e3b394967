#pragma once

#include <cstdint>
#include <string_view>

#include "edges/store/alert.h"
#include "edges/store/delivery.h"
#include "ground/access/access.h"
#include "ground/model/organisation.h"
#include "work/workflow/hub.h"

/// How a use case gets at an alert or a delivery: loaded and judged in one step, so that none
/// forgets to ask.
namespace workflow {

/// Who reads an alert: the desk whole, a station or firm what it was sent, anybody a public
/// notice. Addressed are, once it was sent: firms with a delivery, stations whose firm has one.
[[nodiscard]] rights::Facts facts_of(db::Connection& connection, const model::Principal& principal,
                                     const model::Alert& alert);

/// Not_found where it is not there or outside the principal's reach, forbidden or unauthenticated
/// where the role has no such right. For alert_approve whoever wrote or edited it is forbidden.
[[nodiscard]] base::Result<store::StoredAlert> get_alert_for(const Hub& hub,
                                                             db::Connection& connection,
                                                             const model::Principal& principal,
                                                             rights::Action action,
                                                             base::Id<model::Alert> id);

/// The same, when `revision` is what the alert has now; else precondition_failed.
[[nodiscard]] base::Result<store::StoredAlert> get_alert_for_change(
    const Hub& hub, db::Connection& connection, const model::Principal& principal,
    rights::Action action, base::Id<model::Alert> id, std::int64_t revision);

/// Writes the alert back with its audit row.
[[nodiscard]] base::Result<void> save_alert(const Hub& hub, db::Connection& connection,
                                            const model::Principal& principal,
                                            store::StoredAlert& stored, std::string_view action);

/// A delivery with its recipient.
struct AddressedDelivery {
  store::StoredDelivery stored;
  model::Organisation recipient;
};
[[nodiscard]] base::Result<AddressedDelivery> get_delivery_for(const Hub& hub,
                                                               db::Connection& connection,
                                                               const model::Principal& principal,
                                                               rights::Action action,
                                                               base::Id<model::Delivery> id);
[[nodiscard]] base::Result<AddressedDelivery> get_delivery_for_change(
    const Hub& hub, db::Connection& connection, const model::Principal& principal,
    rights::Action action, base::Id<model::Delivery> id, std::int64_t revision);

[[nodiscard]] base::Result<void> save_delivery(const Hub& hub, db::Connection& connection,
                                               const model::Principal& principal,
                                               store::StoredDelivery& stored,
                                               std::string_view action);

/// Adds what somebody did now to the alert's own history.
void add_step(const Hub& hub, const model::Principal& principal, model::Alert& alert,
              model::Alert::Step::Kind kind, const std::string& note = "");

/// Firms that a station looks after, by id.
[[nodiscard]] std::vector<base::Id<model::Organisation>> firms_in_care(
    db::Connection& connection, base::Id<model::Organisation> station);

}  // namespace workflow
