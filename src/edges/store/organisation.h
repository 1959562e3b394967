#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "edges/db/connection.h"
#include "edges/store/committed_content.h"
#include "edges/store/keys.h"
#include "ground/access/access.h"
#include "ground/base/bytes.h"
#include "ground/base/result.h"
#include "ground/model/organisation.h"
#include "ground/model/page.h"

/// Organisations with their sites. Every change gives the commitment that its audit row records.
namespace store {

/// Writes a new organisation with a key of its own; revision becomes 1. A key that is taken is a
/// db::ConstraintViolation: look first. `search_text` is what a search compares: the folded key,
/// names and sector.
[[nodiscard]] base::Bytes add_organisation(db::Connection& connection, const Keys& keys,
                                           model::Organisation& organisation,
                                           std::string_view search_text);

/// Replaces all but id and key. `revision` is what the caller read; another value in the table is
/// precondition_failed. On success it is the new one.
[[nodiscard]] base::Result<base::Bytes> update_organisation(db::Connection& connection,
                                                            model::Organisation& organisation,
                                                            std::string_view search_text);

[[nodiscard]] std::optional<model::Organisation> find_organisation(
    db::Connection& connection, base::Id<model::Organisation> id);
[[nodiscard]] std::optional<model::Organisation> find_organisation_by_key(
    db::Connection& connection, std::string_view key);

struct OrganisationFilter {
  rights::Scope scope{};     ///< scope_of organisation_read
  std::string reader_key{};  ///< key of the reader's organisation: firms that name it as station
  std::optional<model::OrganisationKind> kind{};
  std::string station{};      ///< firms of this station only; "" = any
  std::string folded_text{};  ///< must occur in search_text; "" = anything
};

/// In the order of their keys.
[[nodiscard]] model::Page<model::Organisation> list_organisations(db::Connection& connection,
                                                                  const OrganisationFilter& filter,
                                                                  const model::PageRequest& page);

/// Every organisation of a kind, in the order of their keys, without holding them all.
void for_each_organisation(db::Connection& connection, model::OrganisationKind kind,
                           const std::function<void(const model::Organisation&)>& take);

/// Firms that name the station or have a site in one of the territory's areas, by key.
[[nodiscard]] std::vector<model::Organisation> list_firms_of_station(
    db::Connection& connection, const model::Organisation& station);

/// Police organisations whose territory holds the area, nearest (longest prefix) first.
[[nodiscard]] std::vector<model::Organisation> list_police_of_area(db::Connection& connection,
                                                                   std::string_view area);

/// Organisations for the check of the record.
[[nodiscard]] ContentSource organisation_content();

}  // namespace store
