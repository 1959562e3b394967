#include "doors/http/bodies.h"
#include "doors/http/routes.h"
#include "work/workflow/keep_report.h"
#include "work/workflow/purge_reports.h"

namespace http {
namespace {

using model::Principal;
using model::Report;

Response read(const Gate& gate, Request& request, const Principal& principal) {
  auto id = id_of<Report>(request);
  if (!id) return problem(id.error());
  return shown_with_etag(gate, workflow::read_keeping(gate.hub(), principal, *id));
}

Response decide(const Gate& gate, Request& request, const Principal& principal) {
  auto target = target_of<Report>(request);
  if (!target) return problem(target.error());
  auto body = codec::decode<KeepingBody>(request.body);
  if (!body) return problem(body.error());
  return shown_with_etag(
      gate, workflow::decide_keeping(gate.hub(), principal, target->id, target->revision,
                                     body->decision, body->reason));
}

Response purge(const Gate& gate, Request& request, const Principal& principal) {
  auto target = target_of<Report>(request);
  if (!target) return problem(target.error());
  auto body = codec::decode<ReasonBody>(request.body);
  if (!body) return problem(body.error());
  auto done =
      workflow::purge_report(gate.hub(), principal, target->id, target->revision, body->reason);
  return done ? text(204, "") : problem(done.error());
}

}  // namespace

void add_keeping_routes(Router& router, const Gate& gate) {
  const Adder add(router, gate);
  add(Method::get, "/api/v1/reports/{id}/keeping", read);
  add(Method::put, "/api/v1/reports/{id}/keeping", decide);
  add(Method::post, "/api/v1/reports/{id}/purge", purge);
}

}  // namespace http
