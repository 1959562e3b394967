#include "doors/http/bodies.h"
#include "doors/http/routes.h"
#include "edges/codec/register_edit.h"
#include "work/workflow/contacts.h"
#include "work/workflow/organisations.h"

namespace http {
namespace {

using model::Contact;
using model::Organisation;
using model::OrganisationKind;
using model::Principal;

Response list_organisations(const Gate& gate, Request& request, const Principal& principal) {
  auto page = page_of(request);
  if (!page) return problem(page.error());
  workflow::OrganisationQuery query;
  query.text = query_of(request, "q");
  if (const auto word = query_of(request, "kind"); !word.empty()) {
    query.kind = base::find_word<OrganisationKind>(word);
    if (!query.kind)
      return problem(base::Error(base::ErrorKind::invalid_input, "kind", "there is no such kind",
                                 "see OrganisationKind in /api/v1/openapi.json"));
  }
  auto found = workflow::list_organisations(gate.hub(), principal, query, *page);
  if (!found) return problem(found.error());
  return json(200, encoded_page("organisations", *found));
}

Response add_organisation(const Gate& gate, Request& request, const Principal& principal) {
  auto edit = codec::parse_organisation_edit(request.body);
  if (!edit) return problem(edit.error());
  return shown_with_etag(
      gate,
      workflow::add_organisation(gate.hub(), principal, std::move(*edit), request_key_of(request)),
      201);
}

Response open_organisation(const Gate& gate, Request& request, const Principal& principal) {
  auto id = id_of<Organisation>(request);
  if (!id) return problem(id.error());
  auto organisation = workflow::open_organisation(gate.hub(), principal, *id);
  if (!organisation) return problem(organisation.error());
  // Not everybody who may read a firm may read whom to call there.
  auto contacts = workflow::list_contacts(gate.hub(), principal, *id);
  return with_etag(
      json(200, object_json({{"organisation", codec::encode(*organisation)},
                             {"contacts", contacts ? encoded_list(*contacts) : "[]"}})),
      organisation->revision);
}

Response edit_organisation(const Gate& gate, Request& request, const Principal& principal) {
  auto id = id_of<Organisation>(request);
  if (!id) return problem(id.error());
  auto revision = revision_of(request);
  if (!revision) return problem(revision.error());
  auto edit = codec::parse_organisation_edit(request.body);
  if (!edit) return problem(edit.error());
  return shown_with_etag(
      gate, workflow::edit_organisation(gate.hub(), principal, *id, *revision, std::move(*edit)));
}

Response add_contact(const Gate& gate, Request& request, const Principal& principal) {
  auto id = id_of<Organisation>(request);
  if (!id) return problem(id.error());
  auto edit = codec::parse_contact_edit(request.body);
  if (!edit) return problem(edit.error());
  return shown(
      gate,
      workflow::add_contact(gate.hub(), principal, *id, std::move(*edit), request_key_of(request)),
      201);
}

Response verify_organisation(const Gate& gate, Request& request, const Principal& principal) {
  auto id = id_of<Contact>(request);
  if (!id) return problem(id.error());
  auto body = codec::decode<VerificationBody>(request.body);
  if (!body) return problem(body.error());
  return shown(gate, workflow::verify_contact(gate.hub(), principal, *id, body->how));
}

}  // namespace

void add_register_routes(Router& router, const Gate& gate) {
  const Adder add(router, gate);
  add(Method::get, "/api/v1/organisations", list_organisations);
  add(Method::post, "/api/v1/organisations", add_organisation);
  add(Method::get, "/api/v1/organisations/{id}", open_organisation);
  add(Method::put, "/api/v1/organisations/{id}", edit_organisation);
  add(Method::post, "/api/v1/organisations/{id}/contacts", add_contact);
  add(Method::post, "/api/v1/contacts/{id}/verification", verify_organisation);
}

}  // namespace http
