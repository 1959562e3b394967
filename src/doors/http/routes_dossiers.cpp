#include "doors/http/bodies.h"
#include "doors/http/dossier_view.h"
#include "doors/http/routes.h"
#include "work/workflow/dossier_timeline.h"
#include "work/workflow/keep_dossier.h"

namespace http {
namespace {

using model::Dossier;
using model::Principal;

/// A change whose body is a `Body`: reads both, then calls `use_case(target, body)`.
template <class Body, class UseCase>
Response change(const Gate& gate, const Request& request, UseCase use_case) {
  auto target = target_of<Dossier>(request);
  if (!target) return problem(target.error());
  auto body = codec::decode<Body>(request.body);
  if (!body) return problem(body.error());
  return shown_with_etag(gate, use_case(*target, *body));
}

Response list_dossiers(const Gate& gate, Request& request, const Principal& principal) {
  auto page = page_of(request);
  if (!page) return problem(page.error());
  auto found = workflow::list_dossiers(gate.hub(), principal, std::nullopt, *page);
  if (!found) return problem(found.error());
  return json(200, encoded_page("dossiers", *found));
}

Response propose_dossier(const Gate& gate, Request& request, const Principal& principal) {
  auto body = codec::decode<DossierBody>(request.body);
  if (!body) return problem(body.error());
  return shown_with_etag(gate,
                         workflow::propose_dossier(gate.hub(), principal, body->label,
                                                   body->personas, request_key_of(request)),
                         201);
}

Response open_dossier(const Gate& gate, Request& request, const Principal& principal) {
  auto id = id_of<Dossier>(request);
  if (!id) return problem(id.error());
  auto view = workflow::open_dossier(gate.hub(), principal, *id, query_of(request, "purpose"));
  if (!view) return problem(view.error());
  return with_etag(json(200, gate.spoken(dossier_view_json(*view))), view->dossier.revision);
}

Response decide(const Gate& gate, Request& request, const Principal& principal) {
  return change<DossierDecisionBody>(
      gate, request, [&](const Target<Dossier>& target, const auto& body) {
        return workflow::decide_dossier(gate.hub(), principal, target.id, target.revision,
                                        body.decision, body.reason);
      });
}

Response add_status(const Gate& gate, Request& request, const Principal& principal) {
  return change<Dossier::Status>(gate, request,
                                 [&](const Target<Dossier>& target, const auto& status) {
                                   return workflow::add_dossier_status(
                                       gate.hub(), principal, target.id, target.revision, status);
                                 });
}

Response add_attribution(const Gate& gate, Request& request, const Principal& principal) {
  return change<Dossier::Attribution>(
      gate, request, [&](const Target<Dossier>& target, const auto& said) {
        return workflow::add_dossier_attribution(gate.hub(), principal, target.id, target.revision,
                                                 said);
      });
}

Response set_contrary(const Gate& gate, Request& request, const Principal& principal) {
  return change<SearchBody>(gate, request, [&](const Target<Dossier>& target, const auto& body) {
    return workflow::set_contrary_evidence(gate.hub(), principal, target.id, target.revision,
                                           body.text);
  });
}

Response add_persona(const Gate& gate, Request& request, const Principal& principal) {
  return change<model::PersonaRef>(
      gate, request, [&](const Target<Dossier>& target, const auto& persona) {
        return workflow::add_dossier_persona(gate.hub(), principal, target.id, target.revision,
                                             persona);
      });
}

base::Result<model::PersonaRef> persona_of(const Request& request) {
  auto report = id_of<model::Report>(request, "report");
  if (!report) return base::pass_on(report);
  auto index = number_of(request.path_parameters.at("index"), "index");
  if (!index) return base::pass_on(index);
  return model::PersonaRef{*report, static_cast<std::size_t>(*index)};
}

Response remove_persona(const Gate& gate, Request& request, const Principal& principal) {
  auto target = target_of<Dossier>(request);
  if (!target) return problem(target.error());
  auto persona = persona_of(request);
  if (!persona) return problem(persona.error());
  auto removed = workflow::remove_dossier_persona(gate.hub(), principal, target->id,
                                                  target->revision, *persona);
  if (!removed) return problem(removed.error());
  return with_etag(json(200, codec::encode(removed->dossier)), removed->dossier.revision);
}

}  // namespace

void add_dossier_routes(Router& router, const Gate& gate) {
  const Adder add(router, gate);
  add(Method::get, "/api/v1/dossiers", list_dossiers);
  add(Method::post, "/api/v1/dossiers", propose_dossier);
  add(Method::get, "/api/v1/dossiers/{id}", open_dossier);
  add(Method::post, "/api/v1/dossiers/{id}/decision", decide);
  add(Method::post, "/api/v1/dossiers/{id}/statuses", add_status);
  add(Method::post, "/api/v1/dossiers/{id}/attributions", add_attribution);
  add(Method::put, "/api/v1/dossiers/{id}/contrary-evidence", set_contrary);
  add(Method::post, "/api/v1/dossiers/{id}/personas", add_persona);
  add(Method::delete_, "/api/v1/dossiers/{id}/personas/{report}/{index}", remove_persona);
}

}  // namespace http
