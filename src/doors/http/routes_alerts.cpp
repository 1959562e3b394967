#include "doors/http/bodies.h"
#include "doors/http/language.h"
#include "doors/http/routes.h"
#include "edges/render/problems.h"
#include "work/workflow/approve_alert.h"
#include "work/workflow/draft_alert.h"
#include "work/workflow/edit_alert.h"
#include "work/workflow/read_alerts.h"
#include "work/workflow/step_alert.h"

namespace http {
namespace {

using model::Alert;
using model::AlertState;
using model::Principal;

Response list_alerts(const Gate& gate, Request& request, const Principal& principal) {
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

Response open_alert(const Gate& gate, Request& request, const Principal& principal) {
  auto id = id_of<Alert>(request);
  if (!id) return problem(id.error());
  auto view = workflow::open_alert(gate.hub(), principal, *id, query_of(request, "purpose"));
  if (!view) return problem(view.error());
  for (auto& issue : view->problems)
    issue = render::translate(std::move(issue), language_of(request));
  return with_etag(json(200, gate.spoken(codec::encode(*view))), view->alert.revision)
      .with("Vary", "Accept-Language");
}

Response edit_alert(const Gate& gate, Request& request, const Principal& principal) {
  auto target = target_of<Alert>(request);
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

Response step_alert(const Gate& gate, Request& request, const Principal& principal) {
  auto target = target_of<Alert>(request);
  if (!target) return problem(target.error());
  auto asked = codec::decode<workflow::AlertStep>(request.body);
  if (!asked) return problem(asked.error());
  return shown_with_etag(
      gate, workflow::step_alert(gate.hub(), principal, target->id, target->revision, *asked));
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
  add(Method::get, "/api/v1/alerts", list_alerts);
  add(Method::post, "/api/v1/alerts", draft);
  add(Method::get, "/api/v1/alerts/{id}", open_alert);
  add(Method::put, "/api/v1/alerts/{id}", edit_alert);
  add(Method::get, "/api/v1/alerts/{id}/sources/{report}", open_source);
  add(Method::post, "/api/v1/alerts/{id}/steps", step_alert);
  add(Method::get, "/api/v1/alerts/{id}/deliveries", deliveries);
  router.add(Method::get, "/api/v1/door/notices",
             gate.open([&gate](Request& request, const Principal& anybody) {
               return notices(gate, request, anybody);
             }));
}

}  // namespace http
