#include "doors/http/bodies.h"
#include "doors/http/routes.h"
#include "edges/codec/digest_json.h"
#include "work/workflow/make_briefing.h"
#include "work/workflow/make_digest.h"
#include "work/workflow/make_loop.h"

namespace http {
namespace {

using model::Principal;

Response digest(const Gate& gate, Request& request, const Principal& principal) {
  return shown(gate, workflow::make_digest(gate.hub(), principal, query_of(request, "month")));
}

Response loop(const Gate& gate, Request& request, const Principal& principal) {
  return shown(gate, workflow::make_loop(gate.hub(), principal, query_of(request, "month")));
}

Response briefing(const Gate& gate, Request& request, const Principal& principal) {
  const auto audience = base::find_word<model::Audience>(request.path_parameters.at("audience"));
  if (!audience)
    return problem(base::Error(base::ErrorKind::invalid_input, "audience",
                               "there is no such audience",
                               "see Briefing in /api/v1/openapi.json"));
  auto id = id_of<model::Briefing>(request);
  if (!id) return problem(id.error());
  return shown(gate, workflow::make_briefing(gate.hub(), principal, *audience, id->bytes));
}

}  // namespace

void add_digest_routes(Router& router, const Gate& gate) {
  const Adder add(router, gate);
  add(Method::get, "/api/v1/digests", digest);
  add(Method::get, "/api/v1/loops", loop);
  add(Method::get, "/api/v1/briefings/{audience}/{id}", briefing);
}

}  // namespace http
