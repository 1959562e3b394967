#pragma once

#include <string>
#include <vector>

#include "ground/base/result.h"
#include "ground/model/organisation.h"
#include "ground/model/principal.h"
#include "work/workflow/hub.h"

/// People at an organisation who may be called or written to. A change of name, address or number
/// undoes the verification: whoever answers there was not verified.
namespace workflow {

/// Reading is an opening of personal data and goes into the record. In the order of adding.
[[nodiscard]] base::Result<std::vector<model::Contact>> list_contacts(
    Hub& hub, const model::Principal& principal, base::Id<model::Organisation> organisation);

/// `contact` without id, organisation, verification and revision.
[[nodiscard]] base::Result<model::Contact> add_contact(Hub& hub, const model::Principal& principal,
                                                       base::Id<model::Organisation> organisation,
                                                       model::Contact contact,
                                                       const RequestKey& request = {});

[[nodiscard]] base::Result<model::Contact> edit_contact(Hub& hub, const model::Principal& principal,
                                                        base::Id<model::Contact> id,
                                                        std::int64_t revision,
                                                        model::Contact contact);

[[nodiscard]] base::Result<void> remove_contact(Hub& hub, const model::Principal& principal,
                                                base::Id<model::Contact> id);

/// A person of the police says how the contact was verified, e.g. by calling a number that was
/// found independently. Never the contact's own organisation.
[[nodiscard]] base::Result<model::Contact> verify_contact(Hub& hub,
                                                          const model::Principal& principal,
                                                          base::Id<model::Contact> id,
                                                          const std::string& how);

}  // namespace workflow
