#include "work/workflow/read_visits.h"

#include <algorithm>
#include <set>
#include <utility>

#include "edges/store/alert.h"
#include "edges/store/delivery.h"
#include "edges/store/lesson.h"
#include "work/workflow/plan_visits.h"
#include "work/workflow/record.h"
#include "work/workflow/visit_access.h"

namespace workflow {
namespace {

using model::Organisation;
using model::Principal;
using model::Reason;
using model::Shown;
using model::Visit;
using model::VisitBrief;
using rights::Action;

constexpr std::size_t visits_told = 5;
constexpr std::size_t deliveries_looked_at = 50;

Reason rule(std::string code) {
  return {std::move(code), {}, 0, std::nullopt, std::nullopt};
}

/// What holds at every firm, and what these deliveries add.
std::vector<Reason> not_to_say(const std::vector<model::Delivery>& deliveries) {
  std::vector<Reason> rules = {rule("unsaid_who_reported"), rule("unsaid_other_firms"),
                               rule("unsaid_other_alerts"), rule("unsaid_origin")};
  const bool has_correction =
      std::ranges::any_of(deliveries, [](const auto& one) { return one.correction > 0; });
  if (has_correction) rules.push_back(rule("unsaid_first_text"));
  return rules;
}

std::vector<model::AlertAtFirm> alerts_at(const Hub& hub, db::Connection& connection,
                                          const Organisation& firm,
                                          const std::vector<model::Delivery>& deliveries) {
  const auto shown = store::shown_to_firm(connection, firm.id, Shown::Kind::alert);
  std::vector<model::AlertAtFirm> alerts;
  for (const auto& delivery : deliveries) {
    if (delivery.correction > 0) continue;
    const auto stored = store::find_alert(connection, hub.keys, delivery.alert);
    if (!stored || stored->alert.state != model::AlertState::sent) continue;
    alerts.push_back({delivery.id, delivery.alert, stored->alert.product, stored->alert.text.title,
                      delivery.made_at, delivery.acknowledged.has_value(),
                      shown.contains(delivery.alert.text())});
  }
  std::ranges::stable_sort(alerts, {}, &model::AlertAtFirm::is_acknowledged);
  return alerts;
}

std::vector<std::string> methods_untold(const Hub& hub, db::Connection& connection,
                                        const Organisation& firm) {
  const auto told = store::shown_to_firm(connection, firm.id, Shown::Kind::method);
  std::vector<std::string> untold;
  for (const auto& card : hub.knowledge.table().playbooks)
    if (!told.contains(card.id)) untold.push_back(card.id);
  return untold;
}

std::vector<model::LessonTitle> lessons_untold(const Hub& hub, db::Connection& connection,
                                               const Organisation& firm) {
  const auto told = store::shown_to_firm(connection, firm.id, Shown::Kind::lesson);
  std::vector<model::LessonTitle> untold;
  for (const auto& lesson : store::list_approved_lessons(connection, hub.keys))
    if (model::is_for_firms(lesson.content.tlp) && !told.contains(lesson.id.text()))
      untold.push_back({lesson.id, lesson.content.method, lesson.content.title});
  return untold;
}

VisitBrief brief_of(Hub& hub, db::Connection& connection, const Principal& principal,
                    Organisation firm) {
  const auto deliveries =
      store::list_inbox(connection, hub.keys, firm.id, {"", deliveries_looked_at}).items;
  VisitBrief brief;
  brief.reasons = reasons_to_visit_now(hub, connection, principal, firm);
  brief.alerts = alerts_at(hub, connection, firm, deliveries);
  brief.methods_untold = methods_untold(hub, connection, firm);
  brief.lessons_untold = lessons_untold(hub, connection, firm);
  brief.visits = store::list_visits_of_firm(connection, hub.keys, firm.id, {"", visits_told}).items;
  brief.not_to_say = not_to_say(deliveries);
  brief.firm = std::move(firm);
  return brief;
}

}  // namespace

base::Result<Visit> open_visit(Hub& hub, const Principal& principal, base::Id<Visit> id) {
  return hub.database.write([&](db::Connection& connection) -> base::Result<Visit> {
    auto found = get_visit_for(hub, connection, principal, Action::visit_read, id);
    if (!found) return base::pass_on(found);
    record(hub, connection, principal,
           {base::word_of(Action::visit_read), "visit", id.bytes, {}, "follow_up"});
    return std::move(found->stored.visit);
  });
}

base::Result<model::Page<Visit>> list_visits(Hub& hub, const Principal& principal,
                                             base::Id<Organisation> firm,
                                             const model::PageRequest& page) {
  return hub.database.write([&](db::Connection& connection) -> base::Result<model::Page<Visit>> {
    auto found = get_firm_for(connection, principal, Action::visit_read, firm);
    if (!found) return base::pass_on(found);
    record(hub, connection, principal,
           {base::word_of(Action::visit_read), "organisation", firm.bytes, {}, "follow_up"});
    return store::list_visits_of_firm(connection, hub.keys, firm, page);
  });
}

base::Result<VisitBrief> read_visit_brief(Hub& hub, const Principal& principal,
                                          base::Id<Organisation> id) {
  return hub.database.write([&](db::Connection& connection) -> base::Result<VisitBrief> {
    auto firm = get_firm_for(connection, principal, Action::visit_read, id);
    if (!firm) return base::pass_on(firm);
    record(hub, connection, principal, {"visit.brief", "organisation", id.bytes, {}, "follow_up"});
    return brief_of(hub, connection, principal, std::move(*firm));
  });
}

}  // namespace workflow
