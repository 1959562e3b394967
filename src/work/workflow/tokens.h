#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ground/base/result.h"
#include "ground/model/session.h"
#include "work/workflow/hub.h"

/// Tokens with which programs act for an account: kept as a hash, shown once, always with an end.
/// What only a person may decide, a token may not (access.h).
namespace workflow {

struct NewToken {
  model::ApiToken token;
  std::string value;  ///< shown once
};

/// `days`: 1 to 365. `roles`: those of the account, or fewer; empty = all of them. A program
/// cannot make a token. A repeat under the same key gives
/// the token a new value, for the first was never seen; the old one ends.
[[nodiscard]] base::Result<NewToken> make_token(Hub& hub, const model::Principal& principal,
                                                const std::string& label, int days,
                                                std::vector<model::Role> roles = {},
                                                const RequestKey& request = {});

/// The own tokens, oldest first.
[[nodiscard]] base::Result<std::vector<model::ApiToken>> list_tokens(
    Hub& hub, const model::Principal& principal);

[[nodiscard]] base::Result<void> revoke_token(Hub& hub, const model::Principal& principal,
                                              base::Id<model::ApiToken> id);

/// Who a bearer token stands for. Unauthenticated when it is unknown, revoked or expired, or its
/// account is not active.
[[nodiscard]] base::Result<model::Principal> principal_of_token(Hub& hub, std::string_view value);

}  // namespace workflow
