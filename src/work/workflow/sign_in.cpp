#include "work/workflow/sign_in.h"

#include <chrono>

#include "edges/store/account.h"
#include "edges/store/organisation.h"
#include "edges/store/row_key.h"
#include "edges/store/session.h"
#include "ground/crypto/token.h"
#include "work/workflow/password_place.h"
#include "work/workflow/record.h"
#include "work/workflow/register_rules.h"

namespace workflow {
namespace {

using base::ErrorKind;
using model::AccountState;
using model::Session;
using model::SignedIn;

constexpr std::chrono::minutes attempt_window{15};
constexpr std::int64_t attempts_per_source_max = 10;
constexpr std::int64_t attempts_per_name_max = 100;
constexpr std::chrono::minutes seen_precision{1};
constexpr std::chrono::days replays_kept{7};

std::unexpected<base::Error> wrong_credentials() {
  return base::fail(ErrorKind::unauthenticated, "", "the name or the password is wrong",
                    "try again, or ask an administrator for a new invitation");
}
std::unexpected<base::Error> no_session() {
  return base::fail(ErrorKind::unauthenticated, "", "nobody is signed in", "sign in first");
}
std::unexpected<base::Error> no_invitation() {
  return base::fail(ErrorKind::not_found, "/code", "is unknown, used or expired",
                    "ask an administrator for a new invitation");
}

/// The keyed values under which attempts are counted: no names or addresses are kept.
struct AttemptSubjects {
  base::Bytes name_and_source, name;
};
AttemptSubjects subjects_of(const Hub& hub, const std::string& name, const Attempt& attempt) {
  return {store::blind_value(hub.keys, "attempt by source", name + "\n" + attempt.source),
          store::blind_value(hub.keys, "attempt by name", name)};
}

base::Result<void> count_attempts(const Hub& hub, const AttemptSubjects& subjects) {
  const auto now = hub.clock.now();
  const auto count = [&](db::Connection& connection, const base::Bytes& subject) {
    return store::count_attempt(connection, subject, now, now - attempt_window);
  };
  const bool too_many = hub.database.write([&](db::Connection& connection) {
    const auto by_source = count(connection, subjects.name_and_source);
    const auto by_name = count(connection, subjects.name);
    return by_source > attempts_per_source_max || by_name > attempts_per_name_max;
  });
  if (!too_many) return {};
  return base::fail(ErrorKind::rate_limited, "", "there were too many attempts to sign in",
                    "wait for 15 minutes, then try again");
}

void forget_attempts(db::Connection& connection, const AttemptSubjects& subjects) {
  store::forget_attempts(connection, subjects.name_and_source);
  store::forget_attempts(connection, subjects.name);
}

/// One-way from the token, so that nothing about it need be stored.
std::string csrf_of(std::string_view token) {
  return base::base64url(crypto::hash_of_token("csrf " + std::string(token)));
}

SignedIn open_session(const Hub& hub, db::Connection& connection,
                      const store::StoredAccount& stored) {
  const auto now = hub.clock.now();
  const auto token = crypto::issue_token();
  const auto expires_at = now + hub.settings.session_absolute_max;
  const Session session{hub.ids.make<Session>(now), now, now, expires_at, false};
  store::add_session(connection, token.hash, {session, stored.account.id, stored.generation});
  SignedIn signed_in;
  signed_in.principal = store::find_principal(connection, stored.account.id).value();
  signed_in.token = token.text.reveal();
  signed_in.csrf = csrf_of(signed_in.token);
  signed_in.expires_at = expires_at;
  record(
      hub, connection, signed_in.principal,
      {.action = "account.sign_in", .object_kind = "account", .object = stored.account.id.bytes});
  return signed_in;
}

std::optional<store::StoredAccount> find_invited(const Hub& hub, db::Connection& connection,
                                                 const crypto::TokenHash& code_hash) {
  const auto invitation = store::find_invitation(connection, code_hash);
  if (!invitation || invitation->expires_at <= hub.clock.now()) return std::nullopt;
  auto stored = store::find_account(connection, hub.keys, invitation->account);
  if (!stored || stored->account.state == AccountState::disabled) return std::nullopt;
  return stored;
}

base::Result<SignedIn> take_up(const Hub& hub, db::Connection& connection,
                               const crypto::TokenHash& code_hash, std::string password_hash) {
  auto stored = find_invited(hub, connection, code_hash);
  if (!stored) return no_invitation();
  stored->password = std::move(password_hash);
  stored->generation += 1;
  stored->account.state = AccountState::active;
  auto commitment = store::update_account(connection, hub.keys, *stored);
  if (!commitment) return base::pass_on(commitment);
  store::remove_invitations(connection, stored->account.id);
  store::remove_sessions(connection, stored->account.id);
  record(hub, connection, store::find_principal(connection, stored->account.id).value(),
         {.action = "account.accept",
          .object_kind = "account",
          .object = stored->account.id.bytes,
          .commitment = std::move(*commitment)});
  return open_session(hub, connection, *stored);
}

void record_failure(const Hub& hub, const std::optional<store::StoredAccount>& stored) {
  record_refusal(hub, {},
                 {.action = "account.sign_in",
                  .object_kind = "account",
                  .object = stored ? stored->account.id.bytes : base::UuidBytes{}});
}

bool is_over(const Hub& hub, const store::StoredSession& stored, base::UtcTime now) {
  return stored.session.expires_at <= now ||
         stored.session.seen_at + hub.settings.session_idle_max <= now;
}

/// The session and who it is, if it still holds.
struct LiveSession {
  store::StoredSession stored;
  model::Principal principal;
};

std::optional<LiveSession> find_live(const Hub& hub, db::Connection& connection,
                                     const crypto::TokenHash& hash, base::UtcTime now) {
  auto stored = store::find_session(connection, hash);
  if (!stored || is_over(hub, *stored, now)) return std::nullopt;
  auto principal = store::find_principal(connection, stored->account);
  if (!principal) return std::nullopt;
  return LiveSession{*stored, std::move(*principal)};
}

}  // namespace

base::Result<SignedIn> accept_invitation(Hub& hub, const std::string& code,
                                         const base::Sensitive<std::string>& password) {
  const auto code_hash = crypto::hash_of_token(code);
  const auto invited = hub.database.read(
      [&](db::Connection& connection) { return find_invited(hub, connection, code_hash); });
  if (!invited) return no_invitation();
  if (auto checked = check_password(password, invited->account.name); !checked)
    return base::pass_on(checked);
  auto hash = hash_in_turn(password, hub.settings.password_cost);
  if (!hash) return base::pass_on(hash);
  return hub.database.write(
      [&](db::Connection& connection) { return take_up(hub, connection, code_hash, *hash); });
}

base::Result<SignedIn> sign_in(Hub& hub, const std::string& name,
                               const base::Sensitive<std::string>& password,
                               const Attempt& attempt) {
  const auto subjects = subjects_of(hub, name, attempt);
  if (auto counted = count_attempts(hub, subjects); !counted) return base::pass_on(counted);
  const auto stored = hub.database.read([&](db::Connection& connection) {
    return store::find_account_by_name(connection, hub.keys, name);
  });
  const auto hash = stored ? stored->password : std::string();
  const bool matches = matches_in_turn(hash, password, hub.settings.password_cost);
  if (!matches || !stored || stored->account.state != AccountState::active) {
    record_failure(hub, stored);
    return wrong_credentials();
  }
  return hub.database.write([&](db::Connection& connection) -> base::Result<SignedIn> {
    const auto now = store::find_account(connection, hub.keys, stored->account.id);
    if (!now || now->password != hash || now->account.state != AccountState::active)
      return wrong_credentials();
    forget_attempts(connection, subjects);
    return open_session(hub, connection, *now);
  });
}

base::Result<SignedIn> principal_of_session(Hub& hub, std::string_view token) {
  const auto hash = crypto::hash_of_token(token);
  const auto now = hub.clock.now();
  auto live = hub.database.read(
      [&](db::Connection& connection) { return find_live(hub, connection, hash, now); });
  if (!live) return no_session();
  if (live->stored.session.seen_at + seen_precision <= now)
    hub.database.write(
        [&](db::Connection& connection) { store::mark_session_seen(connection, hash, now); });
  SignedIn signed_in;
  signed_in.principal = std::move(live->principal);
  signed_in.token = token;
  signed_in.csrf = csrf_of(token);
  signed_in.expires_at = live->stored.session.expires_at;
  return signed_in;
}

base::Result<void> sign_out(Hub& hub, std::string_view token) {
  auto signed_in = principal_of_session(hub, token);
  if (!signed_in) return base::pass_on(signed_in);
  hub.database.write([&](db::Connection& connection) {
    const auto stored = store::find_session(connection, crypto::hash_of_token(token));
    if (!stored) return;
    store::remove_session(connection, stored->account, stored->session.id);
    record(
        hub, connection, signed_in->principal,
        {.action = "account.sign_out", .object_kind = "account", .object = stored->account.bytes});
  });
  return {};
}

base::Result<std::vector<Session>> list_sessions(Hub& hub, const model::Principal& principal,
                                                 std::string_view token) {
  if (principal.kind != model::Principal::Kind::person) return no_session();
  const auto hash = crypto::hash_of_token(token);
  return hub.database.read([&](db::Connection& connection) {
    const auto this_one = store::find_session(connection, hash);
    auto sessions = store::list_sessions(connection, principal.account);
    for (auto& session : sessions)
      session.is_this_one = this_one && session.id == this_one->session.id;
    return sessions;
  });
}

base::Result<void> end_session(Hub& hub, const model::Principal& principal, base::Id<Session> id) {
  if (principal.kind != model::Principal::Kind::person) return no_session();
  return hub.database.write([&](db::Connection& connection) -> base::Result<void> {
    if (!store::remove_session(connection, principal.account, id)) return no_such("session");
    record(hub, connection, principal,
           {.action = "account.sign_out",
            .object_kind = "account",
            .object = principal.account.bytes});
    return {};
  });
}

base::Result<model::Me> who_am_i(Hub& hub, const model::Principal& principal) {
  if (principal.account.is_nil()) return no_session();
  return hub.database.read([&](db::Connection& connection) -> base::Result<model::Me> {
    const auto stored = store::find_account(connection, hub.keys, principal.account);
    const auto organisation = store::find_organisation(connection, principal.organisation);
    if (!stored || !organisation) return no_session();
    return model::Me{stored->account, *organisation};
  });
}

void forget_expired(Hub& hub) {
  const auto now = hub.clock.now();
  hub.database.write([&](db::Connection& connection) {
    store::remove_expired_sessions(connection, now);
    store::remove_old_attempts(connection, now - attempt_window);
    store::forget_replays(connection, now - replays_kept);
  });
}

}  // namespace workflow
