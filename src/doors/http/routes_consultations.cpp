#include "doors/http/bodies.h"
#include "doors/http/routes.h"
#include "edges/codec/consultation_json.h"
#include "work/workflow/consult.h"

namespace http {
namespace {

using model::Consultation;
using model::ConsultationView;
using model::Principal;

Response shown_view(const Gate& gate, const base::Result<ConsultationView>& view,
                    unsigned status = 200) {
  if (!view) return problem(view.error());
  return with_etag(json(status, gate.spoken(codec::encode(*view))), view->consultation.revision);
}

Response list_consultations(const Gate& gate, Request& request, const Principal& principal) {
  auto page = page_of(request);
  if (!page) return problem(page.error());
  std::optional<model::ConsultationState> state;
  if (const auto word = query_of(request, "state"); !word.empty()) {
    state = base::find_word<model::ConsultationState>(word);
    if (!state)
      return problem(base::Error(base::ErrorKind::invalid_input, "state", "there is no such state",
                                 "see Consultation in /api/v1/openapi.json"));
  }
  auto found = workflow::list_consultations(gate.hub(), principal, state, *page);
  if (!found) return problem(found.error());
  return json(200, encoded_page("consultations", *found));
}

Response take_consultation(const Gate& gate, Request& request, const Principal& principal) {
  auto edit = codec::decode<model::ConsultationEdit>(request.body);
  if (!edit) return problem(edit.error());
  return shown_view(
      gate, workflow::take_consultation(gate.hub(), principal, *edit, request_key_of(request)),
      201);
}

Response open_consultation(const Gate& gate, Request& request, const Principal& principal) {
  auto id = id_of<Consultation>(request);
  if (!id) return problem(id.error());
  return shown_view(gate, workflow::open_consultation(gate.hub(), principal, *id));
}

Response edit_consultation(const Gate& gate, Request& request, const Principal& principal) {
  auto target = target_of<Consultation>(request);
  if (!target) return problem(target.error());
  auto body = codec::decode<model::ConsultationEdit>(request.body);
  if (!body) return problem(body.error());
  return shown_view(gate, workflow::edit_consultation(gate.hub(), principal, target->id,
                                                      target->revision, *body));
}

Response report(const Gate& gate, Request& request, const Principal& principal) {
  auto target = target_of<Consultation>(request);
  if (!target) return problem(target.error());
  return shown_view(
      gate, workflow::report_consultation(gate.hub(), principal, target->id, target->revision));
}

Response refer(const Gate& gate, Request& request, const Principal& principal) {
  auto target = target_of<Consultation>(request);
  if (!target) return problem(target.error());
  auto body = codec::decode<ReasonBody>(request.body);
  if (!body) return problem(body.error());
  return shown_view(gate, workflow::refer_consultation(gate.hub(), principal, target->id,
                                                       target->revision, body->reason));
}

Response close(const Gate& gate, Request& request, const Principal& principal) {
  auto target = target_of<Consultation>(request);
  if (!target) return problem(target.error());
  auto body = codec::decode<model::OutcomeEdit>(request.body);
  if (!body) return problem(body.error());
  return shown_view(gate, workflow::close_consultation(gate.hub(), principal, target->id,
                                                       target->revision, *body));
}

}  // namespace

void add_consultation_routes(Router& router, const Gate& gate) {
  const Adder add(router, gate);
  add(Method::get, "/api/v1/consultations", list_consultations);
  add(Method::post, "/api/v1/consultations", take_consultation);
  add(Method::get, "/api/v1/consultations/{id}", open_consultation);
  add(Method::put, "/api/v1/consultations/{id}", edit_consultation);
  add(Method::post, "/api/v1/consultations/{id}/report", report);
  add(Method::post, "/api/v1/consultations/{id}/referral", refer);
  add(Method::put, "/api/v1/consultations/{id}/outcome", close);
}

}  // namespace http
