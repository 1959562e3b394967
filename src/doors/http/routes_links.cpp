#include "doors/http/bodies.h"
#include "doors/http/routes.h"
#include "work/workflow/judge_link.h"

namespace http {
namespace {

using model::Link;
using model::Principal;

Response links_of_report(const Gate& gate, Request& request, const Principal& principal) {
  auto id = id_of<model::Report>(request);
  if (!id) return problem(id.error());
  auto links = workflow::links_of_report(gate.hub(), principal, *id);
  if (!links) return problem(links.error());
  return json(200, gate.spoken(object_json({{"links", encoded_list(*links)}})));
}

Response open_link(const Gate& gate, Request& request, const Principal& principal) {
  auto id = id_of<Link>(request);
  if (!id) return problem(id.error());
  auto view = workflow::open_link(gate.hub(), principal, *id, query_of(request, "purpose"));
  if (!view) return problem(view.error());
  auto body = object_json({{"link", codec::encode(view->link)},
                           {"left", codec::encode(view->left)},
                           {"right", codec::encode(view->right)}});
  return with_etag(json(200, gate.spoken(body)), view->link.revision);
}

Response judge(const Gate& gate, Request& request, const Principal& principal) {
  auto id = id_of<Link>(request);
  if (!id) return problem(id.error());
  auto revision = revision_of(request);
  if (!revision) return problem(revision.error());
  auto body = codec::decode<JudgementBody>(request.body);
  if (!body) return problem(body.error());
  return shown_with_etag(
      gate, workflow::judge_link(gate.hub(), principal, *id, *revision, body->judgement,
                                 body->kind.value_or(model::LinkKind::same_person), body->note));
}

Response undo(const Gate& gate, Request& request, const Principal& principal) {
  auto id = id_of<Link>(request);
  if (!id) return problem(id.error());
  auto revision = revision_of(request);
  if (!revision) return problem(revision.error());
  auto body = codec::decode<ReasonBody>(request.body);
  if (!body) return problem(body.error());
  return shown_with_etag(
      gate, workflow::undo_judgement(gate.hub(), principal, *id, *revision, body->reason));
}

}  // namespace

void add_link_routes(Router& router, const Gate& gate) {
  const Adder add(router, gate);
  add(Method::get, "/api/v1/reports/{id}/links", links_of_report);
  add(Method::get, "/api/v1/links/{id}", open_link);
  add(Method::post, "/api/v1/links/{id}/judgements", judge);
  add(Method::post, "/api/v1/links/{id}/undo", undo);
}

}  // namespace http
