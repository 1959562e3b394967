#pragma once

#include <string>
#include <vector>

#include "ground/base/result.h"
#include "ground/crypto/sealed.h"
#include "ground/model/reporter_opening.h"
#include "work/workflow/hub.h"

/// The keys to which reporters' identities are sealed. A custodian makes the key pair on his own
/// side; the hub gets the public half only.
namespace workflow {

/// A custodian registers the public half of his own key (32 bytes, X25519). Later identities are
/// sealed to it too; earlier ones are not. Conflict when it is registered already, or when as many
/// keys are in use as an identity can be sealed to.
[[nodiscard]] base::Result<model::CustodianKey> register_custodian_key(
    Hub& hub, const model::Principal& principal, base::BytesView public_key,
    const RequestKey& request = {});

/// Ends the keys of somebody who is custodian no longer, in the transaction that says so: later
/// identities are not sealed to them.
void retire_keys_of(const Hub& hub, db::Connection& connection, const model::Principal& principal,
                    base::Id<model::Account> custodian);

/// Keys in use, oldest first, the recovery key among them: any signed-in person may see to whom
/// identities are sealed.
[[nodiscard]] base::Result<std::vector<model::CustodianKey>> list_custodians(
    Hub& hub, const model::Principal& principal);

}  // namespace workflow
