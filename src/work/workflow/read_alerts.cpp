#include "work/workflow/read_alerts.h"

#include <algorithm>
#include <utility>

#include "edges/store/organisation.h"
#include "steps/alert/approved.h"
#include "steps/share/clear.h"
#include "work/workflow/alert_access.h"
#include "work/workflow/alert_facts.h"
#include "work/workflow/record.h"

namespace workflow {
namespace {

using model::Alert;
using model::Principal;
using rights::Action;
using Reach = share::Audience::Reach;

/// Reads how it came about: whose right reaches beyond what was sent to him.
bool is_of_the_desk(const Principal& principal) {
  const auto scope = rights::scope_of(principal, Action::alert_read);
  return scope.all ||
         (scope.own && principal.organisation_kind != model::OrganisationKind::station &&
          principal.organisation_kind != model::OrganisationKind::company);
}

std::vector<base::Id<model::Organisation>> served_by(db::Connection& connection,
                                                     const Principal& principal) {
  if (principal.organisation_kind == model::OrganisationKind::station)
    return firms_in_care(connection, principal.organisation);
  return {principal.organisation};
}

/// The copy that this reader may have, without the desk's own part.
base::Result<Alert> copy_for(db::Connection& connection, const Principal& principal, Alert alert) {
  if (is_of_the_desk(principal)) return alert;
  for (const auto& id : served_by(connection, principal)) {
    const auto firm = store::find_organisation(connection, id);
    if (!firm) continue;
    if (auto cleared = share::clear_for(alert, {Reach::named, firm->key})) return cleared->value();
  }
  if (auto cleared = share::clear_for(std::move(alert), {Reach::public_page, ""}))
    return cleared->value();
  return no_such("alert");
}

std::vector<base::Issue> problems_for(const Hub& hub, db::Connection& connection,
                                      const Principal& principal, const Alert& alert) {
  if (alert.sent_at || !is_of_the_desk(principal)) return {};
  const bool is_asked =
      alert.state == model::AlertState::submitted && principal.has(model::Role::approver);
  std::vector<base::Issue> issues;
  for (const auto& finding : alert::problems_of(
           alert, check_facts(hub, connection, alert, is_asked ? principal.name : "")))
    issues.push_back(alert::to_issue(finding));
  return issues;
}

}  // namespace

base::Result<model::Page<Alert>> list_alerts(Hub& hub, const Principal& principal,
                                             std::optional<model::AlertState> state,
                                             const model::PageRequest& page) {
  if (auto tried = rights::may_try(principal, Action::alert_read); !tried)
    return base::pass_on(tried);
  return hub.database.read([&](db::Connection& connection) -> base::Result<model::Page<Alert>> {
    store::AlertFilter filter;
    filter.state = state;
    const auto scope = rights::scope_of(principal, Action::alert_read);
    if (!is_of_the_desk(principal))
      filter.delivered_to = served_by(connection, principal);
    else if (!scope.all)
      filter.organisation = principal.organisation;
    auto alerts = store::list_alerts(connection, hub.keys, filter, page);
    model::Page<Alert> shown;
    shown.next = std::move(alerts.next);
    for (auto& alert : alerts.items)
      if (auto copy = copy_for(connection, principal, std::move(alert)))
        shown.items.push_back(std::move(*copy));
    return shown;
  });
}

base::Result<model::AlertView> open_alert(Hub& hub, const Principal& principal, base::Id<Alert> id,
                                          const std::string& purpose) {
  if (auto fits = check_purpose(purpose); !fits) return base::pass_on(fits);
  auto view = hub.database.read([&](db::Connection& connection) -> base::Result<model::AlertView> {
    auto stored = get_alert_for(hub, connection, principal, Action::alert_read, id);
    if (!stored) return base::pass_on(stored);
    model::AlertView shown;
    shown.problems = problems_for(hub, connection, principal, stored->alert);
    shown.opened_sources = store::list_opened_sources(connection, stored->alert, principal.name);
    auto copy = copy_for(connection, principal, std::move(stored->alert));
    if (!copy) return base::pass_on(copy);
    shown.alert = std::move(*copy);
    return shown;
  });
  if (view) record_looks(hub, principal, {{{"alert.read", "alert", id.bytes, {}, purpose}}});
  return view;
}

base::Result<std::vector<model::Delivery>> deliveries_of_alert(Hub& hub, const Principal& principal,
                                                               base::Id<Alert> id) {
  return hub.database.read(
      [&](db::Connection& connection) -> base::Result<std::vector<model::Delivery>> {
        auto stored = get_alert_for(hub, connection, principal, Action::alert_read, id);
        if (!stored) return base::pass_on(stored);
        const bool is_desk = is_of_the_desk(principal);
        const auto served = is_desk ? std::vector<base::Id<model::Organisation>>{}
                                    : served_by(connection, principal);
        std::vector<model::Delivery> deliveries;
        for (auto& one : store::list_deliveries_of_alert(connection, hub.keys, id))
          if (is_desk || std::ranges::count(served, one.delivery.organisation))
            deliveries.push_back(std::move(one.delivery));
        return deliveries;
      });
}

base::Result<std::vector<model::Notice>> public_notices(Hub& hub) {
  return hub.database.read(
      [&](db::Connection& connection) -> base::Result<std::vector<model::Notice>> {
        std::vector<model::Notice> notices;
        for (auto& alert : store::list_notices_in_force(connection, hub.keys, hub.clock.now())) {
          if (!alert::approved_from(alert)) continue;
          const auto cleared = share::clear_for(std::move(alert), {Reach::public_page, ""});
          if (!cleared) continue;
          const auto& shown = cleared->value();
          notices.push_back({shown.id, shown.text.title, shown.text,
                             shown.sent_at.value_or(base::UtcTime{}), shown.expires_at});
        }
        return notices;
      });
}

}  // namespace workflow
