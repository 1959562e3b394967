#pragma once

#include <string_view>

#include "ground/base/result.h"
#include "ground/model/organisation.h"

namespace codec {

/// What a person sends to make or change an organisation: no id, no revision.
[[nodiscard]] base::Result<model::Organisation> parse_organisation_edit(std::string_view json);

/// What a person sends to add or change a contact: no id, no organisation, no verification.
[[nodiscard]] base::Result<model::Contact> parse_contact_edit(std::string_view json);

}  // namespace codec
