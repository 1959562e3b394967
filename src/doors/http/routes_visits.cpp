#include "doors/http/bodies.h"
#include "doors/http/routes.h"
#include "edges/codec/visit_json.h"
#include "work/workflow/log_visit.h"
#include "work/workflow/plan_visits.h"
#include "work/workflow/read_visits.h"

namespace http {
namespace {

using model::Organisation;
using model::Principal;
using model::Visit;

/// A query parameter that counts something, or what it is without one.
base::Result<std::size_t> count_of(const Request& request, const std::string& name,
                                   std::size_t otherwise) {
  const auto text = query_of(request, name);
  if (text.empty()) return otherwise;
  auto number = number_of(text, name);
  if (!number) return base::pass_on(number);
  return static_cast<std::size_t>(*number);
}

Response plan(const Gate& gate, Request& request, const Principal& principal) {
  workflow::PlanRequest asked;
  auto limit = count_of(request, "limit", asked.limit);
  if (!limit) return problem(limit.error());
  auto stops = count_of(request, "stops", asked.stops);
  if (!stops) return problem(stops.error());
  asked.limit = *limit;
  asked.stops = *stops;
  return shown(gate, workflow::plan_visits(gate.hub(), principal, asked));
}

Response coverage(const Gate& gate, Request& /*request*/, const Principal& principal) {
  return shown(gate, workflow::visit_coverage(gate.hub(), principal));
}

Response brief(const Gate& gate, Request& request, const Principal& principal) {
  auto id = id_of<Organisation>(request);
  if (!id) return problem(id.error());
  return shown(gate, workflow::read_visit_brief(gate.hub(), principal, *id));
}

Response list_visits(const Gate& gate, Request& request, const Principal& principal) {
  auto page = page_of(request);
  if (!page) return problem(page.error());
  auto firm = id_of<Organisation>(request);
  if (!firm) return problem(firm.error());
  auto visits = workflow::list_visits(gate.hub(), principal, *firm, *page);
  if (!visits) return problem(visits.error());
  return json(200, encoded_page("visits", *visits));
}

Response log(const Gate& gate, Request& request, const Principal& principal) {
  auto edit = codec::decode<model::VisitEdit>(request.body);
  if (!edit) return problem(edit.error());
  return shown_with_etag(
      gate, workflow::log_visit(gate.hub(), principal, std::move(*edit), request_key_of(request)),
      201);
}

Response open_visit(const Gate& gate, Request& request, const Principal& principal) {
  auto id = id_of<Visit>(request);
  if (!id) return problem(id.error());
  return shown_with_etag(gate, workflow::open_visit(gate.hub(), principal, *id));
}

Response keep(const Gate& gate, Request& request, const Principal& principal) {
  auto id = id_of<Visit>(request);
  if (!id) return problem(id.error());
  auto revision = revision_of(request);
  if (!revision) return problem(revision.error());
  auto place = number_of(request.path_parameters.at("place"), "place");
  if (!place) return problem(place.error());
  auto body = codec::decode<PromiseBody>(request.body);
  if (!body) return problem(body.error());
  return shown_with_etag(gate,
                         workflow::keep_promise(gate.hub(), principal, *id, *revision,
                                                static_cast<std::size_t>(*place), body->note));
}

}  // namespace

void add_visit_routes(Router& router, const Gate& gate) {
  const Adder add(router, gate);
  add(Method::get, "/api/v1/visits/plan", plan);
  add(Method::get, "/api/v1/visits/coverage", coverage);
  add(Method::post, "/api/v1/visits", log);
  add(Method::get, "/api/v1/visits/{id}", open_visit);
  add(Method::put, "/api/v1/visits/{id}/promises/{place}", keep);
  add(Method::get, "/api/v1/organisations/{id}/visits", list_visits);
  add(Method::get, "/api/v1/organisations/{id}/visit-brief", brief);
}

}  // namespace http
