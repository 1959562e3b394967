#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "edges/db/connection.h"
#include "ground/base/bytes.h"
#include "ground/base/time.h"
#include "ground/model/session.h"

/// Signed-in browsers and programs' tokens, found by the hash of a secret that is not kept, and
/// the counting of failed sign-ins.
namespace store {

struct StoredSession {
  model::Session session;
  base::Id<model::Account> account;
  std::int64_t generation = 0;
};

void add_session(db::Connection& connection, base::BytesView token_hash,
                 const StoredSession& stored);
/// Only a session of the account's present generation.
[[nodiscard]] std::optional<StoredSession> find_session(db::Connection& connection,
                                                        base::BytesView token_hash);
/// Oldest first.
[[nodiscard]] std::vector<model::Session> list_sessions(db::Connection& connection,
                                                        base::Id<model::Account> account);
void mark_session_seen(db::Connection& connection, base::BytesView token_hash, base::UtcTime at);
/// False: there was none. Only the account's own.
bool remove_session(db::Connection& connection, base::Id<model::Account> account,
                    base::Id<model::Session> id);
void remove_sessions(db::Connection& connection, base::Id<model::Account> account);
std::int64_t remove_expired_sessions(db::Connection& connection, base::UtcTime now);

struct StoredToken {
  model::ApiToken token;
  base::Id<model::Account> account;
};

void add_token(db::Connection& connection, base::BytesView token_hash, const StoredToken& stored);
[[nodiscard]] std::optional<StoredToken> find_token(db::Connection& connection,
                                                    base::BytesView token_hash);
/// Oldest first.
[[nodiscard]] std::vector<model::ApiToken> list_tokens(db::Connection& connection,
                                                       base::Id<model::Account> account);
void mark_token_used(db::Connection& connection, base::BytesView token_hash, base::Day day);
bool remove_token(db::Connection& connection, base::Id<model::Account> account,
                  base::Id<model::ApiToken> id);
void remove_tokens(db::Connection& connection, base::Id<model::Account> account);

/// Counts one more attempt of a subject (a keyed hash) and returns how many there were since its
/// window began, with this one. A window that began before `window_start_min` begins anew.
[[nodiscard]] std::int64_t count_attempt(db::Connection& connection, base::BytesView subject,
                                         base::UtcTime now, base::UtcTime window_start_min);
void forget_attempts(db::Connection& connection, base::BytesView subject);
std::int64_t remove_old_attempts(db::Connection& connection, base::UtcTime before);

}  // namespace store
