#include "edges/codec/register_edit.h"

#include "edges/codec/organisation_json.h"

namespace codec {

base::Result<model::Organisation> parse_organisation_edit(std::string_view json) {
  auto edit = decode<OrganisationEdit>(json);
  if (!edit) return base::pass_on(edit);
  return std::move(edit->organisation);
}

base::Result<model::Contact> parse_contact_edit(std::string_view json) {
  auto edit = decode<ContactEdit>(json);
  if (!edit) return base::pass_on(edit);
  return std::move(edit->contact);
}

}  // namespace codec
