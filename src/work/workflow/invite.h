#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ground/base/result.h"
#include "ground/base/time.h"
#include "ground/model/page.h"
#include "ground/model/principal.h"
#include "work/workflow/hub.h"

/// Accounts: made by invitation, disabled, never deleted, because the record names them. Passwords
/// are chosen by whoever takes up an invitation (sign_in.h); nobody else ever knows one.
namespace workflow {

/// How long an invitation may be taken up.
inline constexpr std::chrono::days invitation_days{7};

struct Invited {
  model::Account account;
  std::string code;  ///< shown once; one use
  base::UtcTime expires_at;
};

/// `account`: name, display, email, organisation, roles, language. The code is good for seven
/// days. Conflict at "/name" when the name is taken; refused at "/email" for a company officer who
/// is no verified contact of the firm (contacts.h), except by the operator at the machine. A
/// repeated request gives a new code, as long as nobody used the first one.
[[nodiscard]] base::Result<Invited> invite(Hub& hub, const model::Principal& principal,
                                           model::Account account, const RequestKey& request = {});

/// A new code for an account that has none or forgot its password; an earlier code ends. Refused
/// for a disabled account.
[[nodiscard]] base::Result<Invited> invite_again(Hub& hub, const model::Principal& principal,
                                                 base::Id<model::Account> id);

/// Ends every session and token of the account, and a custodian's keys. Refused for one's own
/// account, so that a hub does not lock out its last administrator.
[[nodiscard]] base::Result<model::Account> disable_account(Hub& hub,
                                                           const model::Principal& principal,
                                                           base::Id<model::Account> id);

/// Other roles, under the same rules as invite(); ends the account's sessions, so that none goes on
/// with the old ones, and the keys of who is custodian no longer.
[[nodiscard]] base::Result<model::Account> change_roles(Hub& hub, const model::Principal& principal,
                                                        base::Id<model::Account> id,
                                                        std::int64_t revision,
                                                        std::vector<model::Role> roles);

/// By name. Who may read no accounts but his own gets that one.
[[nodiscard]] base::Result<model::Page<model::Account>> list_accounts(
    Hub& hub, const model::Principal& principal, const model::PageRequest& page);

}  // namespace workflow
