#include <fmt/format.h>

#include "doors/http/bodies.h"
#include "doors/http/routes.h"
#include "edges/codec/bundle_json.h"
#include "work/workflow/apply_bundle.h"
#include "work/workflow/exchange.h"
#include "work/workflow/make_bundle.h"
#include "work/workflow/partners.h"

namespace http {
namespace {

using model::Organisation;
using model::Principal;

Response bundle_file(unsigned status, std::string bytes) {
  Response response;
  response.status = status;
  response.content_type = std::string(workflow::bundle_type);
  response.body = std::move(bytes);
  return response;
}

Response card(const Gate& gate, Request&, const Principal& principal) {
  auto own = workflow::own_card(gate.hub(), principal);
  if (!own) return problem(own.error());
  return json(200, object_json({{"card", codec::encode(*own)},
                                {"fingerprint", text_json(workflow::fingerprint(*own))}}));
}

/// What the other side must read aloud before its card is taken on.
Response show_fingerprint(const Gate& gate, Request& request, const Principal& principal) {
  const auto card = codec::decode<model::HubCard>(request.body);
  if (!card) return problem(card.error());
  const auto comparable = workflow::check_hub_card(gate.hub(), principal, *card);
  if (!comparable) return problem(comparable.error());
  return json(200, object_json({{"fingerprint", text_json(workflow::fingerprint(*card))}}));
}

Response list_partners(const Gate& gate, Request&, const Principal& principal) {
  auto partners = workflow::list_partners(gate.hub(), principal);
  if (!partners) return problem(partners.error());
  return json(200, object_json({{"partners", encoded_list(*partners)}}));
}

Response add_partner(const Gate& gate, Request& request, const Principal& principal) {
  auto body = codec::decode<PartnerBody>(request.body);
  if (!body) return problem(body.error());
  return shown_with_etag(gate,
                         workflow::add_partner(gate.hub(), principal, body->card,
                                               body->verified_how, request_key_of(request)),
                         201);
}

Response edit_partner(const Gate& gate, Request& request, const Principal& principal) {
  auto id = id_of<Organisation>(request);
  if (!id) return problem(id.error());
  auto revision = revision_of(request);
  if (!revision) return problem(revision.error());
  auto body = codec::decode<PartnerEditBody>(request.body);
  if (!body) return problem(body.error());
  return shown_with_etag(gate, workflow::edit_partner(gate.hub(), principal, *id, *revision,
                                                      {body->is_active, body->url}));
}

Response preview_partner(const Gate& gate, Request& request, const Principal& principal) {
  auto id = id_of<Organisation>(request);
  if (!id) return problem(id.error());
  auto bundle = workflow::preview_bundle(gate.hub(), principal, *id);
  if (!bundle) return problem(bundle.error());
  return text(200, codec::write_bundle(*bundle));
}

Response make(const Gate& gate, Request& request, const Principal& principal) {
  auto id = id_of<Organisation>(request);
  if (!id) return problem(id.error());
  auto file = workflow::make_bundle(gate.hub(), principal, *id);
  if (!file) return problem(file.error());
  return bundle_file(201, std::move(file->bytes));
}

Response take_in(const Gate& gate, Request& request, const Principal& principal) {
  const auto applied = workflow::apply_bundle(gate.hub(), principal, request.body);
  if (!applied) return problem(applied.error());
  AppliedBody body{applied->partner_key, applied->applied, applied->were_there, {}};
  for (const auto& error : applied->refused)
    for (const auto& issue : error.issues)
      body.refused.push_back(fmt::format("{}: {}", issue.pointer, issue.problem));
  return json(200, codec::encode(body));
}

/// Another hub, proved by its signature.
Response exchange(const Gate& gate, const Request& request) {
  auto answer = workflow::answer_exchange(gate.hub(), request.body);
  if (!answer) return problem(answer.error());
  return answer->empty() ? bundle_file(204, "") : bundle_file(200, std::move(*answer));
}

}  // namespace

void add_exchange_routes(Router& router, const Gate& gate) {
  const Adder add(router, gate);
  add(Method::get, "/api/v1/hub-card", card);
  add(Method::post, "/api/v1/hub-card/fingerprint", show_fingerprint);
  add(Method::get, "/api/v1/partners", list_partners);
  add(Method::post, "/api/v1/partners", add_partner);
  add(Method::put, "/api/v1/partners/{id}", edit_partner);
  add(Method::get, "/api/v1/partners/{id}/bundle", preview_partner);
  add(Method::post, "/api/v1/partners/{id}/bundle", make);
  add(Method::post, "/api/v1/bundles", take_in);
  router.add(
      Method::post, std::string(workflow::exchange_path),
      gate.open([&gate](Request& request, const Principal&) { return exchange(gate, request); }));
}

}  // namespace http
