#pragma once

#include <optional>
#include <vector>

#include "edges/db/connection.h"
#include "edges/store/committed_content.h"
#include "ground/base/result.h"
#include "ground/model/bundle.h"

/// The other hubs that this one knows, by their keys. Nothing of it is secret.
namespace store {

/// Returns the commitment for the audit row. ConstraintViolation when the organisation or the key
/// is a partner already.
[[nodiscard]] base::Bytes insert_partner(db::Connection& connection, model::Partner& partner);

/// Writes back what was read; precondition_failed when it changed meanwhile.
[[nodiscard]] base::Result<base::Bytes> update_partner(db::Connection& connection,
                                                       model::Partner& partner);

[[nodiscard]] std::optional<model::Partner> find_partner(
    db::Connection& connection, base::Id<model::Organisation> organisation);
[[nodiscard]] std::optional<model::Partner> find_partner_by_key(db::Connection& connection,
                                                                base::BytesView verifying_key);
[[nodiscard]] std::vector<model::Partner> list_partners(db::Connection& connection);

/// How the last round over the network went: its time, or else why it failed. Not in the record.
void note_exchange(db::Connection& connection, base::Id<model::Organisation> organisation,
                   std::optional<base::UtcTime> at, std::string_view error);

/// Partners for the check of the record.
[[nodiscard]] ContentSource partner_content();

}  // namespace store
