#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ground/base/id.h"
#include "ground/base/time.h"
#include "ground/model/principal.h"

namespace model {

/// A person's signed-in browser, as its owner may see it: never the token.
struct Session {
  base::Id<Session> id;
  base::UtcTime made_at, seen_at, expires_at;
  bool is_this_one = false;
};

/// What a browser gets when somebody signs in; both texts are secret and shown once.
struct SignedIn {
  Principal principal;
  std::string token;  ///< for the cookie
  std::string csrf;   ///< to be sent with every change; the same for the whole session
  base::UtcTime expires_at;
};

/// A program's token as its owner may see it: never the value.
struct ApiToken {
  base::Id<ApiToken> id;
  std::string label;
  std::vector<Role> roles;  ///< those of the account, or fewer
  base::UtcTime made_at, expires_at;
  std::optional<base::Day> used_on;  ///< last use, by day
};

/// One account's own view of itself.
struct Me {
  Account account;
  Organisation organisation;
};

}  // namespace model
