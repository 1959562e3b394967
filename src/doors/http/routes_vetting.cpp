#include "doors/http/bodies.h"
#include "doors/http/routes.h"
#include "work/workflow/vet_report.h"

namespace http {
namespace {

using model::Principal;
using model::Report;

/// What every change of a report begins with.
Response tick(const Gate& gate, Request& request, const Principal& principal) {
  auto target = target_of<Report>(request);
  if (!target) return problem(target.error());
  auto body = codec::decode<TickBody>(request.body);
  if (!body) return problem(body.error());
  return shown_with_etag(
      gate, workflow::tick_indicator(gate.hub(), principal, target->id, target->revision,
                                     request.path_parameters.at("indicator"), body->tick));
}

base::Result<model::ReportRecord> vetted(const Gate& gate, const Principal& principal,
                                         const Target<Report>& target, const VettingBody& body) {
  if (body.decision == VettingDecision::set_aside)
    return workflow::set_aside(gate.hub(), principal, target.id, target.revision, body.reason);
  if (body.part == VettingPart::behaviour)
    return workflow::vet_behaviour(gate.hub(), principal, target.id, target.revision);
  return workflow::vet_context(gate.hub(), principal, target.id, target.revision, body.reason);
}

Response vet(const Gate& gate, Request& request, const Principal& principal) {
  auto target = target_of<Report>(request);
  if (!target) return problem(target.error());
  auto body = codec::decode<VettingBody>(request.body);
  if (!body) return problem(body.error());
  return shown_with_etag(gate, vetted(gate, principal, *target, *body));
}

Response read_again(const Gate& gate, Request& request, const Principal& principal) {
  auto target = target_of<Report>(request);
  if (!target) return problem(target.error());
  auto body = codec::decode<SecondReadingBody>(request.body);
  if (!body) return problem(body.error());
  return shown_with_etag(
      gate, workflow::second_reading(gate.hub(), principal, target->id, target->revision,
                                     body->decision, body->reason));
}

Response retry(const Gate& gate, Request& request, const Principal& principal) {
  auto id = id_of<Report>(request);
  if (!id) return problem(id.error());
  return shown_with_etag(gate, workflow::retry_failed_step(gate.hub(), principal, *id), 202);
}

Response give_feedback(const Gate& gate, Request& request, const Principal& principal) {
  auto id = id_of<Report>(request);
  if (!id) return problem(id.error());
  auto body = codec::decode<FeedbackBody>(request.body);
  if (!body) return problem(body.error());
  auto done = workflow::give_feedback(gate.hub(), principal, *id, body->code, body->text,
                                      request_key_of(request));
  return done ? json(201, "{}") : problem(done.error());
}

}  // namespace

void add_vetting_routes(Router& router, const Gate& gate) {
  const Adder add(router, gate);
  add(Method::put, "/api/v1/reports/{id}/indicators/{indicator}", tick);
  add(Method::post, "/api/v1/reports/{id}/vetting", vet);
  add(Method::post, "/api/v1/reports/{id}/second-reading", read_again);
  add(Method::post, "/api/v1/reports/{id}/retry", retry);
  add(Method::post, "/api/v1/reports/{id}/feedback", give_feedback);
}

}  // namespace http
