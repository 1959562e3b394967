#include "work/workflow/tokens.h"

#include <algorithm>
#include <chrono>

#include "edges/store/account.h"
#include "edges/store/session.h"
#include "ground/crypto/token.h"
#include "work/workflow/record.h"

namespace workflow {
namespace {

using base::ErrorKind;
using model::ApiToken;
using model::Principal;
using model::Role;
using rights::Action;

constexpr int days_max = 365;
constexpr std::size_t label_bytes_max = 100;

std::unexpected<base::Error> no_such_token() {
  return base::fail(ErrorKind::unauthenticated, "Authorization", "is no valid token",
                    "make a new token after signing in");
}

base::Result<void> check_wish(const Principal& principal, const std::string& label, int days,
                              const std::vector<Role>& roles) {
  if (label.empty() || label.size() > label_bytes_max)
    return base::fail(ErrorKind::invalid_input, "/label", "is empty or longer than 100 bytes",
                      "say what the token is for");
  if (days < 1 || days > days_max)
    return base::fail(ErrorKind::invalid_input, "/days", "is not from 1 to 365",
                      "choose the shortest time that will do");
  for (const auto role : roles)
    if (!principal.has(role))
      return base::fail(ErrorKind::refused, "/roles", "names a role that the account has not",
                        "choose among the account's own roles");
  return {};
}

/// A program has what its token was given, as far as its account still has it.
std::vector<Role> common_roles(const std::vector<Role>& of_token,
                               const std::vector<Role>& of_account) {
  std::vector<Role> common;
  for (const auto role : of_token)
    if (std::find(of_account.begin(), of_account.end(), role) != of_account.end())
      common.push_back(role);
  return common;
}

}  // namespace

base::Result<NewToken> make_token(Hub& hub, const Principal& principal, const std::string& label,
                                  int days, std::vector<Role> roles, const RequestKey& request) {
  if (auto decided = rights::decide(principal, Action::token_make, rights::facts_of_own(principal));
      !decided)
    return base::pass_on(decided);
  if (principal.account.is_nil())
    return base::fail(ErrorKind::refused, "", "a token belongs to an account",
                      "sign in as the account");
  if (auto checked = check_wish(principal, label, days, roles); !checked)
    return base::pass_on(checked);
  if (roles.empty()) roles = principal.roles;
  const auto now = hub.clock.now();
  const auto issued = crypto::issue_token();
  ApiToken token{hub.ids.make<ApiToken>(now),   label,       std::move(roles), now,
                 now + std::chrono::days(days), std::nullopt};
  return hub.database.write([&](db::Connection& connection) -> base::Result<NewToken> {
    auto replay = find_replay(connection, principal, request);
    if (!replay) return base::pass_on(replay);
    if (*replay) {
      token.id = {(*replay)->object};
      store::remove_token(connection, principal.account, token.id);
    } else
      remember(hub, connection, principal, request, "token", token.id.bytes, 1);
    store::add_token(connection, issued.hash, {token, principal.account});
    record(hub, connection, principal,
           {.action = base::word_of(Action::token_make),
            .object_kind = "token",
            .object = token.id.bytes});
    return NewToken{token, issued.text.reveal()};
  });
}

base::Result<std::vector<ApiToken>> list_tokens(Hub& hub, const Principal& principal) {
  if (auto decided = rights::decide(principal, Action::token_make, rights::facts_of_own(principal));
      !decided)
    return base::pass_on(decided);
  return hub.database.read([&](db::Connection& connection) {
    return store::list_tokens(connection, principal.account);
  });
}

base::Result<void> revoke_token(Hub& hub, const Principal& principal, base::Id<ApiToken> id) {
  if (auto decided = rights::decide(principal, Action::token_make, rights::facts_of_own(principal));
      !decided)
    return decided;
  return hub.database.write([&](db::Connection& connection) -> base::Result<void> {
    if (!store::remove_token(connection, principal.account, id)) return no_such("token");
    record(hub, connection, principal,
           {.action = "token.revoke", .object_kind = "token", .object = id.bytes});
    return {};
  });
}

base::Result<Principal> principal_of_token(Hub& hub, std::string_view value) {
  const auto hash = crypto::hash_of_token(value);
  const auto now = hub.clock.now();
  const auto stored = hub.database.read(
      [&](db::Connection& connection) { return store::find_token(connection, hash); });
  if (!stored || stored->token.expires_at <= now) return no_such_token();
  auto principal = hub.database.read([&](db::Connection& connection) {
    return store::find_principal(connection, stored->account);
  });
  if (!principal) return no_such_token();
  principal->kind = Principal::Kind::program;
  principal->roles = common_roles(stored->token.roles, principal->roles);
  if (const auto today = base::tokyo_day(now); stored->token.used_on != today)
    hub.database.write(
        [&](db::Connection& connection) { store::mark_token_used(connection, hash, today); });
  return std::move(*principal);
}

}  // namespace workflow
