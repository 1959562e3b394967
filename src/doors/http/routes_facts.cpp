#include "doors/http/bodies.h"
#include "doors/http/routes.h"
#include "edges/codec/small_fact_json.h"
#include "work/workflow/note_fact.h"

namespace http {
namespace {

using model::FactView;
using model::Principal;
using model::SmallFact;

Response shown_fact(const base::Result<FactView>& view, unsigned status = 200) {
  if (!view) return problem(view.error());
  return with_etag(json(status, codec::encode(*view)), view->fact.revision);
}

Response list_facts(const Gate& gate, Request& request, const Principal& principal) {
  auto page = page_of(request);
  if (!page) return problem(page.error());
  auto facts = workflow::list_facts(gate.hub(), principal, *page);
  if (!facts) return problem(facts.error());
  return json(200, encoded_page("facts", *facts));
}

Response note_fact(const Gate& gate, Request& request, const Principal& principal) {
  auto edit = codec::decode<model::FactEdit>(request.body);
  if (!edit) return problem(edit.error());
  return shown_fact(
      workflow::note_fact(gate.hub(), principal, std::move(*edit), request_key_of(request)), 201);
}

Response open_fact(const Gate& gate, Request& request, const Principal& principal) {
  auto id = id_of<SmallFact>(request);
  if (!id) return problem(id.error());
  return shown_fact(workflow::open_fact(gate.hub(), principal, *id));
}

Response extend_fact(const Gate& gate, Request& request, const Principal& principal) {
  auto target = target_of<SmallFact>(request);
  if (!target) return problem(target.error());
  auto body = codec::decode<ReasonBody>(request.body);
  if (!body) return problem(body.error());
  return shown_fact(
      workflow::extend_fact(gate.hub(), principal, target->id, target->revision, body->reason));
}

Response remove_fact(const Gate& gate, Request& request, const Principal& principal) {
  auto target = target_of<SmallFact>(request);
  if (!target) return problem(target.error());
  auto removed = workflow::remove_fact(gate.hub(), principal, target->id, target->revision);
  return removed ? text(204, "") : problem(removed.error());
}

}  // namespace

void add_fact_routes(Router& router, const Gate& gate) {
  const Adder add(router, gate);
  add(Method::get, "/api/v1/facts", list_facts);
  add(Method::post, "/api/v1/facts", note_fact);
  add(Method::get, "/api/v1/facts/{id}", open_fact);
  add(Method::delete_, "/api/v1/facts/{id}", remove_fact);
  add(Method::post, "/api/v1/facts/{id}/extension", extend_fact);
}

}  // namespace http
