#pragma once

#include "edges/db/connection.h"
#include "ground/access/access.h"
#include "ground/base/result.h"
#include "ground/model/organisation.h"
#include "ground/model/principal.h"

namespace workflow {

/// What a decision about an organisation, its contacts or its people needs to know of it: it owns
/// itself, lies where its sites are, and is assigned to the station it names.
[[nodiscard]] rights::Facts facts_of(const model::Principal& principal,
                                     const model::Organisation& organisation);

/// The organisation, if the principal may do this to it; else not_found, forbidden or
/// unauthenticated as access.h says.
[[nodiscard]] base::Result<model::Organisation> get_organisation_for(
    db::Connection& connection, const model::Principal& principal, rights::Action action,
    base::Id<model::Organisation> id);

}  // namespace workflow
