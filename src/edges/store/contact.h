#pragma once

#include <optional>
#include <vector>

#include "edges/db/connection.h"
#include "edges/store/committed_content.h"
#include "edges/store/keys.h"
#include "ground/base/bytes.h"
#include "ground/base/result.h"
#include "ground/model/organisation.h"

/// People at an organisation who may be called or written to; sealed with a key of their row.
/// Every change gives the commitment that its audit row records.
namespace store {

[[nodiscard]] base::Bytes add_contact(db::Connection& connection, const Keys& keys,
                                      model::Contact& contact);

/// Precondition_failed when `contact.revision` is not what the table holds.
[[nodiscard]] base::Result<base::Bytes> update_contact(db::Connection& connection, const Keys& keys,
                                                       model::Contact& contact);

/// Nothing was there: false.
bool remove_contact(db::Connection& connection, base::Id<model::Organisation> organisation,
                    base::Id<model::Contact> id);

[[nodiscard]] std::optional<model::Contact> find_contact(db::Connection& connection,
                                                         const Keys& keys,
                                                         base::Id<model::Contact> id);

/// In the order in which they were added.
[[nodiscard]] std::vector<model::Contact> list_contacts(db::Connection& connection,
                                                        const Keys& keys,
                                                        base::Id<model::Organisation> organisation);

/// Contacts for the check of the record; "contact.remove" ends one.
[[nodiscard]] ContentSource contact_content();

}  // namespace store
