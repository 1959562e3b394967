#include "work/workflow/invite.h"

#include <algorithm>
#include <chrono>

#include "edges/store/account.h"
#include "edges/store/contact.h"
#include "edges/store/hub.h"
#include "edges/store/organisation.h"
#include "edges/store/session.h"
#include "ground/crypto/token.h"
#include "work/workflow/custodians.h"
#include "work/workflow/record.h"
#include "work/workflow/register_rules.h"

namespace workflow {
namespace {

using base::ErrorKind;
using model::Account;
using model::AccountState;
using model::Principal;
using rights::Action;

rights::Facts facts_of(const Account& account) {
  rights::Facts facts;
  facts.owner = account.organisation;
  facts.made_by = account.id;
  return facts;
}

base::Result<void> check_account(db::Connection& connection, const Account& account) {
  if (auto checked = check_sign_in_name(account.name, "/name"); !checked) return checked;
  if (account.language != "ja" && account.language != "en")
    return base::fail(ErrorKind::invalid_input, "/language", "is none of ours", "say ja or en");
  const auto organisation = store::find_organisation(connection, account.organisation);
  if (!organisation)
    return base::fail(ErrorKind::refused, "/organisation", "is not in the register",
                      "add the organisation first");
  const bool is_home = store::find_home(connection) == organisation->id;
  return check_roles(account.roles, organisation->kind, is_home);
}

/// Whoever speaks for a firm was reached there by a call to a number found independently: the
/// account goes to a verified contact. The operator at the machine answers for himself.
base::Result<void> check_call_back(const Hub& hub, db::Connection& connection,
                                   const Principal& principal, const Account& account) {
  const bool speaks_for_firm =
      std::ranges::find(account.roles, model::Role::company_officer) != account.roles.end();
  if (!speaks_for_firm || principal.kind == Principal::Kind::system) return {};
  for (const auto& contact : store::list_contacts(connection, hub.keys, account.organisation))
    if (contact.verified && !contact.email.empty() && contact.email == account.email) return {};
  return base::fail(ErrorKind::refused, "/email", "is no verified contact of this organisation",
                    "let the police enter and verify the contact first, by calling a number found "
                    "independently");
}

void record_account(const Hub& hub, db::Connection& connection, const Principal& principal,
                    Action action, const Account& account, base::Bytes commitment) {
  record(hub, connection, principal,
         {.action = base::word_of(action),
          .object_kind = "account",
          .object = account.id.bytes,
          .commitment = std::move(commitment)});
}

/// A fresh code for an account; the old one ends.
Invited issue_code(const Hub& hub, db::Connection& connection, const Principal& principal,
                   const Account& account) {
  const auto code = crypto::issue_token();
  const auto now = hub.clock.now();
  const auto expires_at = now + invitation_days;
  store::add_invitation(connection, code.hash,
                        {account.id, name_in_record(principal), now, expires_at});
  return {account, code.text.reveal(), expires_at};
}

base::Result<Invited> repeat_invitation(const Hub& hub, db::Connection& connection,
                                        const Principal& principal, base::Id<Account> id) {
  const auto stored = store::find_account(connection, hub.keys, id);
  if (!stored || stored->account.state != AccountState::invited)
    return base::fail(ErrorKind::conflict, "Idempotency-Key",
                      "belongs to an invitation that was taken up",
                      "choose a new key for a new request");
  return issue_code(hub, connection, principal, stored->account);
}

base::Result<store::StoredAccount> get_account_for(const Hub& hub, db::Connection& connection,
                                                   const Principal& principal, Action action,
                                                   base::Id<Account> id) {
  if (auto tried = rights::may_try(principal, action); !tried) return base::pass_on(tried);
  auto stored = store::find_account(connection, hub.keys, id);
  if (!stored) return no_such("account");
  if (auto decided = rights::decide(principal, action, facts_of(stored->account)); !decided)
    return base::pass_on(decided);
  return std::move(*stored);
}

bool is_custodian(const Account& account) {
  return account.state != AccountState::disabled &&
         std::ranges::find(account.roles, model::Role::custodian) != account.roles.end();
}

base::Result<Account> save(const Hub& hub, db::Connection& connection, const Principal& principal,
                           Action action, store::StoredAccount stored) {
  stored.generation += 1;
  auto commitment = store::update_account(connection, hub.keys, stored);
  if (!commitment) return base::pass_on(commitment);
  store::remove_sessions(connection, stored.account.id);
  if (!is_custodian(stored.account)) retire_keys_of(hub, connection, principal, stored.account.id);
  record_account(hub, connection, principal, action, stored.account, std::move(*commitment));
  return stored.account;
}

}  // namespace

base::Result<Invited> invite(Hub& hub, const Principal& principal, Account account,
                             const RequestKey& request) {
  if (auto decided = rights::decide(principal, Action::account_invite, {}); !decided)
    return base::pass_on(decided);
  return hub.database.write([&](db::Connection& connection) -> base::Result<Invited> {
    auto replay = find_replay(connection, principal, request);
    if (!replay) return base::pass_on(replay);
    if (*replay) return repeat_invitation(hub, connection, principal, {(*replay)->object});
    if (auto checked = check_account(connection, account); !checked) return base::pass_on(checked);
    if (auto checked = check_call_back(hub, connection, principal, account); !checked)
      return base::pass_on(checked);
    if (store::find_account_by_name(connection, hub.keys, account.name))
      return base::fail(ErrorKind::conflict, "/name", "is taken", "choose another sign-in name");
    store::StoredAccount stored{account, "", 0};
    stored.account.id = hub.ids.make<Account>(hub.clock.now());
    stored.account.state = AccountState::invited;
    auto commitment = store::add_account(connection, hub.keys, stored);
    record_account(hub, connection, principal, Action::account_invite, stored.account,
                   std::move(commitment));
    remember(hub, connection, principal, request, "account", stored.account.id.bytes, 1);
    return issue_code(hub, connection, principal, stored.account);
  });
}

base::Result<Invited> invite_again(Hub& hub, const Principal& principal, base::Id<Account> id) {
  return hub.database.write([&](db::Connection& connection) -> base::Result<Invited> {
    auto stored = get_account_for(hub, connection, principal, Action::account_invite, id);
    if (!stored) return base::pass_on(stored);
    if (stored->account.state == AccountState::disabled)
      return base::fail(ErrorKind::refused, "", "the account is disabled",
                        "invite the person under a new name");
    record_account(hub, connection, principal, Action::account_invite, stored->account, {});
    return issue_code(hub, connection, principal, stored->account);
  });
}

base::Result<Account> disable_account(Hub& hub, const Principal& principal, base::Id<Account> id) {
  return hub.database.write([&](db::Connection& connection) -> base::Result<Account> {
    auto stored = get_account_for(hub, connection, principal, Action::account_disable, id);
    if (!stored) return base::pass_on(stored);
    if (id == principal.account)
      return base::fail(ErrorKind::refused, "", "nobody disables his own account",
                        "ask another administrator");
    if (stored->account.state == AccountState::disabled) return stored->account;
    stored->account.state = AccountState::disabled;
    stored->password.clear();
    store::remove_tokens(connection, id);
    store::remove_invitations(connection, id);
    return save(hub, connection, principal, Action::account_disable, std::move(*stored));
  });
}

base::Result<Account> change_roles(Hub& hub, const Principal& principal, base::Id<Account> id,
                                   std::int64_t revision, std::vector<model::Role> roles) {
  return hub.database.write([&](db::Connection& connection) -> base::Result<Account> {
    auto stored = get_account_for(hub, connection, principal, Action::account_invite, id);
    if (!stored) return base::pass_on(stored);
    stored->account.roles = roles;
    stored->account.revision = revision;
    if (auto checked = check_account(connection, stored->account); !checked)
      return base::pass_on(checked);
    if (auto checked = check_call_back(hub, connection, principal, stored->account); !checked)
      return base::pass_on(checked);
    return save(hub, connection, principal, Action::account_invite, std::move(*stored));
  });
}

base::Result<model::Page<Account>> list_accounts(Hub& hub, const Principal& principal,
                                                 const model::PageRequest& page) {
  if (auto tried = rights::may_try(principal, Action::account_read); !tried)
    return base::pass_on(tried);
  const auto scope = rights::scope_of(principal, Action::account_read);
  return hub.database.read([&](db::Connection& connection) {
    if (scope.all) return store::list_accounts(connection, hub.keys, std::nullopt, page);
    model::Page<Account> own;
    if (const auto stored = store::find_account(connection, hub.keys, principal.account))
      own.items.push_back(stored->account);
    return own;
  });
}

}  // namespace workflow
