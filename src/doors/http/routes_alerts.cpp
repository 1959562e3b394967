#include "doors/http/bodies.h"
#include "doors/http/routes.h"
#include "work/workflow/approve_alert.h"
#include "work/workflow/correct_alert.h"
#include "work/workflow/draft_alert.h"
#include "work/workflow/edit_alert.h"
#include "work/workflow/hold_alert.h"
#include "work/workflow/read_alerts.h"
#include "work/workflow/send_alert.h"
#include "work/workflow/submit_alert.h"

namespace http {
namespace {

using model::Alert;
using model::AlertState;
using model::Principal;

struct Target {
  base::Id<Alert> id;
  std::int64_t revision = 0;
};

base::Result<Target> target_of(const Request& request) {
  auto id = id_of<Alert>(request);
  if (!id) return base::pass_on(id);
  auto revision = revision_of(request);
  if (!revision) return base::pass_on(revision);
  return Target{*id, *revision};
}

Response list(const Gate& gate, Request& request, const Principal& principal) {
  auto page = page_of(request);
  if (!page) return problem(page.error());
  std::optional<AlertState> state;
  if (const auto word = query_of(request, "state"); !word.empty()) {
    state = base::find_word<AlertState>(word);
    if (!state)
      return problem(base::Error(base::ErrorKind::invalid_input, "state", "there is no such state",
                                 "see AlertState in /api/v1/openapi.json"));
  }
  auto alerts = workflow::list_alerts(gate.hub(), principal, state, *page);
  if (!alerts) return problem(alerts.error());
  return json(200, gate.spoken(encoded_page("alerts", *alerts)));
}

Response draft(const Gate& gate, Request& request, const Principal& principal) {
  auto body = codec::decode<AlertBody>(request.body);
  if (!body) return problem(body.error());
  workflow::AlertRequest asked{body->product, body->dossier.value_or(base::Id<model::Dossier>{}),
                               body->report.value_or(base::Id<model::Report>{})};
  return shown_with_etag(
      gate, workflow::draft_alert(gate.hub(), principal, asked, request_key_of(request)), 201);
}

Response open(const Gate& gate, Request& request, const Principal& principal) {
  auto id = id_of<Alert>(request);
  if (!id) return problem(id.error());
  auto view = workflow::open_alert(gate.hub(), principal, *id, query_of(request, "purpose"));
  if (!view) return problem(view.error());
  return with_etag(json(200, gate.spoken(codec::encode(*view))), view->alert.revision);
}

Response edit(const Gate& gate, Request& request, const Principal& principal) {
  auto target = target_of(request);
  if (!target) return problem(target.error());
  auto body = codec::decode<model::AlertEdit>(request.body);
  if (!body) return problem(body.error());
  return shown_with_etag(gate, workflow::edit_alert(gate.hub(), principal, target->id,
                                                    target->revision, std::move(*body)));
}

Response open_source(const Gate& gate, Request& request, const Principal& principal) {
  auto id = id_of<Alert>(request);
  if (!id) return problem(id.error());
  auto report = id_of<model::Report>(request, "report");
  if (!report) return problem(report.error());
  return shown(gate, workflow::open_alert_source(gate.hub(), principal, *id, *report));
}

base::Result<Alert> stepped(const Gate& gate, const Principal& principal, const Target& target,
                            const AlertStepBody& body) {
  auto& hub = gate.hub();
  const auto& [id, revision] = target;
  const auto words = body.text.value_or(model::Bilingual{});
  switch (body.step) {
    case AlertStep::submit:
      return workflow::submit_alert(hub, principal, id, revision);
    case AlertStep::approve:
      return workflow::approve_alert(hub, principal, id, revision, body.note);
    case AlertStep::send_back:
      return workflow::send_back_alert(hub, principal, id, revision, body.note);
    case AlertStep::dissent:
      return workflow::dissent_from_alert(hub, principal, id, revision, body.note);
    case AlertStep::ask_hold:
      return workflow::ask_hold(hub, principal, id, revision, body.note);
    case AlertStep::place_hold:
      return workflow::place_hold(hub, principal, id, revision,
                                  body.until.value_or(base::UtcTime{}), body.note);
    case AlertStep::release_hold:
      return workflow::release_hold(hub, principal, id, revision, body.note);
    case AlertStep::send:
      return workflow::send_alert(hub, principal, id, revision);
    case AlertStep::correct:
      return workflow::correct_alert(hub, principal, id, revision, words);
    case AlertStep::cancel:
      return workflow::cancel_alert(hub, principal, id, revision, words);
  }
  return base::fail(base::ErrorKind::invalid_input, "/step", "there is no such step", "");
}

Response step(const Gate& gate, Request& request, const Principal& principal) {
  auto target = target_of(request);
  if (!target) return problem(target.error());
  auto body = codec::decode<AlertStepBody>(request.body);
  if (!body) return problem(body.error());
  return shown_with_etag(gate, stepped(gate, principal, *target, *body));
}

Response deliveries(const Gate& gate, Request& request, const Principal& principal) {
  auto id = id_of<Alert>(request);
  if (!id) return problem(id.error());
  auto found = workflow::deliveries_of_alert(gate.hub(), principal, *id);
  if (!found) return problem(found.error());
  return json(200, object_json({{"deliveries", encoded_list(*found)}}));
}

Response notices(const Gate& gate, Request&, const Principal&) {
  auto found = workflow::public_notices(gate.hub());
  if (!found) return problem(found.error());
  return json(200, object_json({{"notices", encoded_list(*found)}}));
}

}  // namespace

void add_alert_routes(Router& router, const Gate& gate) {
  const Adder add(router, gate);
  add(Method::get, "/api/v1/alerts", list);
  add(Method::post, "/api/v1/alerts", draft);
  add(Method::get, "/api/v1/alerts/{id}", open);
  add(Method::put, "/api/v1/alerts/{id}", edit);
  add(Method::get, "/api/v1/alerts/{id}/sources/{report}", open_source);
  add(Method::post, "/api/v1/alerts/{id}/steps", step);
  add(Method::get, "/api/v1/alerts/{id}/deliveries", deliveries);
  router.add(Method::get, "/api/v1/door/notices",
             gate.open([&gate](Request& request, const Principal& anybody) {
               return notices(gate, request, anybody);
             }));
}

}  // namespace http
