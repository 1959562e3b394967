#include "work/workflow/alert_access.h"

#include <algorithm>
#include <utility>

#include "edges/store/organisation.h"
#include "steps/alert/problems.h"
#include "work/workflow/organisation_access.h"
#include "work/workflow/record.h"

namespace workflow {

using model::Principal;

namespace {

bool has_left(const model::Alert& alert) {
  return alert.sent_at.has_value();
}

bool is_addressed(db::Connection& connection, const Principal& principal,
                  const model::Alert& alert) {
  if (!has_left(alert)) return false;
  if (alert.product == model::AlertProduct::public_notice) return true;
  if (principal.organisation.is_nil()) return false;
  auto recipients = std::vector{principal.organisation};
  if (principal.organisation_kind == model::OrganisationKind::station)
    recipients = firms_in_care(connection, principal.organisation);
  return store::was_delivered_to(connection, alert.id, recipients);
}

std::vector<std::string> writers_of(const model::Alert& alert) {
  std::vector<std::string> names{alert.author};
  for (const auto& step : alert.steps)
    if (alert::wrote(alert, step.by) && !std::ranges::count(names, step.by))
      names.push_back(step.by);
  return names;
}

template <class Stored>
base::Result<Stored> check_revision(base::Result<Stored> found, std::int64_t has,
                                    std::int64_t revision, const char* what) {
  if (has == revision) return found;
  return base::fail(base::ErrorKind::precondition_failed, "",
                    std::string("the ") + what + " has changed since",
                    "read it again and repeat the change");
}

}  // namespace

rights::Facts facts_of(db::Connection& connection, const Principal& principal,
                       const model::Alert& alert) {
  rights::Facts facts;
  facts.owner = alert.organisation;
  facts.addressed = is_addressed(connection, principal, alert);
  return facts;
}

base::Result<store::StoredAlert> get_alert_for(const Hub& hub, db::Connection& connection,
                                               const Principal& principal, rights::Action action,
                                               base::Id<model::Alert> id) {
  if (auto tried = rights::may_try(principal, action); !tried) return base::pass_on(tried);
  auto stored = store::find_alert(connection, hub.keys, id);
  if (!stored) return no_such("alert");
  auto facts = facts_of(connection, principal, stored->alert);
  if (rights::needs_second_person(action)) facts.not_by = writers_of(stored->alert);
  if (auto allowed = rights::decide(principal, action, facts); !allowed)
    return base::pass_on(allowed);
  return std::move(*stored);
}

base::Result<store::StoredAlert> get_alert_for_change(const Hub& hub, db::Connection& connection,
                                                      const Principal& principal,
                                                      rights::Action action,
                                                      base::Id<model::Alert> id,
                                                      std::int64_t revision) {
  auto stored = get_alert_for(hub, connection, principal, action, id);
  if (!stored) return stored;
  const auto has = stored->alert.revision;
  return check_revision(std::move(stored), has, revision, "alert");
}

base::Result<void> save_alert(const Hub& hub, db::Connection& connection,
                              const Principal& principal, store::StoredAlert& stored,
                              std::string_view action) {
  auto commitment = store::update_alert(connection, stored);
  if (!commitment) return base::pass_on(commitment);
  record(hub, connection, principal,
         {action, "alert", stored.alert.id.bytes, std::move(*commitment)});
  return {};
}

base::Result<AddressedDelivery> get_delivery_for(const Hub& hub, db::Connection& connection,
                                                 const Principal& principal, rights::Action action,
                                                 base::Id<model::Delivery> id) {
  if (auto tried = rights::may_try(principal, action); !tried) return base::pass_on(tried);
  auto stored = store::find_delivery(connection, hub.keys, id);
  if (!stored) return no_such("delivery");
  auto recipient = store::find_organisation(connection, stored->delivery.organisation);
  if (!recipient) return no_such("delivery");
  if (auto allowed = rights::decide(principal, action, facts_of(principal, *recipient)); !allowed)
    return base::pass_on(allowed);
  return AddressedDelivery{std::move(*stored), std::move(*recipient)};
}

base::Result<AddressedDelivery> get_delivery_for_change(const Hub& hub, db::Connection& connection,
                                                        const Principal& principal,
                                                        rights::Action action,
                                                        base::Id<model::Delivery> id,
                                                        std::int64_t revision) {
  auto found = get_delivery_for(hub, connection, principal, action, id);
  if (!found) return found;
  const auto has = found->stored.delivery.revision;
  return check_revision(std::move(found), has, revision, "delivery");
}

base::Result<void> save_delivery(const Hub& hub, db::Connection& connection,
                                 const Principal& principal, store::StoredDelivery& stored,
                                 std::string_view action) {
  auto commitment = store::update_delivery(connection, stored);
  if (!commitment) return base::pass_on(commitment);
  record(hub, connection, principal,
         {action, "delivery", stored.delivery.id.bytes, std::move(*commitment)});
  return {};
}

void add_step(const Hub& hub, const Principal& principal, model::Alert& alert,
              model::Alert::Step::Kind kind, const std::string& note) {
  alert.steps.push_back({kind, principal.name, principal.organisation_key, hub.clock.now(), note});
}

std::vector<base::Id<model::Organisation>> firms_in_care(db::Connection& connection,
                                                         base::Id<model::Organisation> station) {
  std::vector<base::Id<model::Organisation>> firms;
  const auto organisation = store::find_organisation(connection, station);
  if (!organisation) return firms;
  for (const auto& firm : store::list_firms_of_station(connection, *organisation))
    firms.push_back(firm.id);
  return firms;
}

}  // namespace workflow
