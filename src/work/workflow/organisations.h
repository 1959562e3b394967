#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ground/base/result.h"
#include "ground/model/organisation.h"
#include "ground/model/page.h"
#include "ground/model/principal.h"
#include "work/workflow/hub.h"

/// The register of organisations. Firms are kept by analysts and by the stations of their
/// territory; police and industry bodies, and every territory, by an administrator alone.
namespace workflow {

/// `organisation` without id and revision. Conflict at "/key" when the key is taken, refused at
/// "/station" when no such station exists.
[[nodiscard]] base::Result<model::Organisation> add_organisation(Hub& hub,
                                                                 const model::Principal& principal,
                                                                 model::Organisation organisation,
                                                                 const RequestKey& request = {});

/// The same in the caller's transaction, for a use case that has checked the organisation and who
/// may add it.
[[nodiscard]] base::Result<model::Organisation> enter_organisation(
    Hub& hub, db::Connection& connection, const model::Principal& principal,
    model::Organisation organisation);

/// Replaces everything but id and key (refused when another key is given). `revision`: If-Match.
[[nodiscard]] base::Result<model::Organisation> edit_organisation(Hub& hub,
                                                                  const model::Principal& principal,
                                                                  base::Id<model::Organisation> id,
                                                                  std::int64_t revision,
                                                                  model::Organisation organisation);

[[nodiscard]] base::Result<model::Organisation> open_organisation(Hub& hub,
                                                                  const model::Principal& principal,
                                                                  base::Id<model::Organisation> id);

struct OrganisationQuery {
  std::optional<model::OrganisationKind> kind{};
  std::string text{};     ///< must occur in key, names or sector, however it is written
  std::string station{};  ///< firms that name this station
};
/// In the order of their keys; only what the principal may read.
[[nodiscard]] base::Result<model::Page<model::Organisation>> list_organisations(
    Hub& hub, const model::Principal& principal, const OrganisationQuery& query,
    const model::PageRequest& page);

/// Many organisations at once (an operator's import): all or none. Gives how many were new; those
/// whose key is there are left as they are.
[[nodiscard]] base::Result<std::size_t> import_organisations(
    Hub& hub, const model::Principal& principal,
    const std::vector<model::Organisation>& organisations);

}  // namespace workflow
