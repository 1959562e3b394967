#include "doors/http/bodies.h"
#include "doors/http/language.h"
#include "doors/http/routes.h"
#include "edges/render/problems.h"
#include "ground/base/bytes.h"
#include "work/workflow/custodians.h"
#include "work/workflow/reporter_openings.h"
#include "work/workflow/seal_audit.h"
#include "work/workflow/verify_store.h"

namespace http {
namespace {

using model::Principal;
using model::ReporterOpening;

Response ask(const Gate& gate, Request& request, const Principal& principal) {
  auto id = id_of<model::Report>(request);
  if (!id) return problem(id.error());
  auto body = codec::decode<ReasonBody>(request.body);
  if (!body) return problem(body.error());
  return shown(gate,
               workflow::ask_to_open_reporter(gate.hub(), principal, *id, body->reason,
                                              request_key_of(request)),
               201);
}

Response consent(const Gate& gate, Request& request, const Principal& principal) {
  auto id = id_of<ReporterOpening>(request);
  if (!id) return problem(id.error());
  return shown(gate, workflow::consent_to_opening(gate.hub(), principal, *id));
}

Response refuse(const Gate& gate, Request& request, const Principal& principal) {
  auto id = id_of<ReporterOpening>(request);
  if (!id) return problem(id.error());
  return shown(gate, workflow::refuse_opening(gate.hub(), principal, *id));
}

Response openings(const Gate& gate, Request& /*request*/, const Principal& principal) {
  auto found = workflow::list_openings(gate.hub(), principal);
  if (!found) return problem(found.error());
  return json(200, object_json({{"requests", encoded_list(*found)}}));
}

Response take_sealed(const Gate& gate, Request& request, const Principal& principal) {
  auto id = id_of<ReporterOpening>(request);
  if (!id) return problem(id.error());
  auto sealed = workflow::take_sealed_reporter(gate.hub(), principal, *id);
  if (!sealed) return problem(sealed.error());
  auto opening = codec::encode(sealed->opening);
  opening.pop_back();
  return json(200, opening + ",\"sealed\":" + text_json(base::base64url(sealed->sealed)) + "}");
}

Response custodians(const Gate& gate, Request&, const Principal& principal) {
  auto keys = workflow::list_custodians(gate.hub(), principal);
  if (!keys) return problem(keys.error());
  return json(200, object_json({{"custodians", encoded_list(*keys)}}));
}

Response register_key(const Gate& gate, Request& request, const Principal& principal) {
  auto body = codec::decode<CustodianBody>(request.body);
  if (!body) return problem(body.error());
  auto key = base::parse_base64url(body->public_key, "/public_key");
  if (!key) return problem(key.error());
  return shown(
      gate, workflow::register_custodian_key(gate.hub(), principal, *key, request_key_of(request)),
      201);
}

Response audit(const Gate& gate, Request& request, const Principal& principal) {
  auto page = page_of(request);
  if (!page) return problem(page.error());
  workflow::AuditQuery query;
  if (const auto object = query_of(request, "object"); !object.empty()) {
    auto bytes = base::parse_uuid(object, "object");
    if (!bytes) return problem(bytes.error());
    query.object = *bytes;
  }
  auto entries = workflow::read_audit(gate.hub(), principal, query, *page);
  if (!entries) return problem(entries.error());
  return json(200, encoded_page("entries", *entries));
}

Response verify_record(const Gate& gate, Request& request, const Principal& principal) {
  auto found = workflow::verify_hub(gate.hub(), principal);
  if (!found) return problem(found.error());
  found->first_broken = render::translate(found->first_broken, language_of(request));
  return shown(gate, found).with("Vary", "Accept-Language");
}

}  // namespace

void add_protection_routes(Router& router, const Gate& gate) {
  const Adder add(router, gate);
  add(Method::post, "/api/v1/reports/{id}/reporter-openings", ask);
  add(Method::get, "/api/v1/reporter-openings", openings);
  add(Method::post, "/api/v1/reporter-openings/{id}/consent", consent);
  add(Method::post, "/api/v1/reporter-openings/{id}/refusal", refuse);
  add(Method::post, "/api/v1/reporter-openings/{id}/opening", take_sealed);
  add(Method::get, "/api/v1/custodians", custodians);
  add(Method::post, "/api/v1/custodians", register_key);
  add(Method::get, "/api/v1/audit", audit);
  add(Method::get, "/api/v1/audit/verification", verify_record);
}

}  // namespace http
