#include "edges/store/session.h"

#include <fmt/format.h>

#include "edges/store/account.h"

namespace store {
namespace {

using model::Account;
using model::ApiToken;
using model::Session;

constexpr auto insert_session =
    "INSERT INTO session (token_hash, id, account_id, generation, made_at, seen_at, expires_at)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7)";
constexpr std::string_view select_session =
    "SELECT id, account_id, generation, made_at, seen_at, expires_at FROM session";
constexpr auto select_current_session =
    "SELECT s.id, s.account_id, s.generation, s.made_at, s.seen_at, s.expires_at FROM session s"
    " JOIN account a ON a.id = s.account_id AND a.generation = s.generation"
    " WHERE s.token_hash = $1";
constexpr auto update_seen = "UPDATE session SET seen_at = $2 WHERE token_hash = $1";
constexpr auto delete_session = "DELETE FROM session WHERE account_id = $1 AND id = $2";
constexpr auto delete_sessions = "DELETE FROM session WHERE account_id = $1";
constexpr auto delete_expired_sessions = "DELETE FROM session WHERE expires_at <= $1";

constexpr auto insert_token =
    "INSERT INTO api_token (token_hash, id, account_id, label, roles, made_at, expires_at)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7)";
constexpr std::string_view select_token =
    "SELECT id, account_id, label, roles, made_at, expires_at, used_on FROM api_token";
constexpr auto update_used = "UPDATE api_token SET used_on = $2 WHERE token_hash = $1";
constexpr auto delete_token = "DELETE FROM api_token WHERE account_id = $1 AND id = $2";
constexpr auto delete_tokens_of_session = "DELETE FROM api_token WHERE account_id = $1";

constexpr auto upsert_attempt =
    "INSERT INTO sign_in_attempt (subject, window_start, count) VALUES ($1, $2, 1)"
    " ON CONFLICT (subject) DO UPDATE SET"
    " count = CASE WHEN sign_in_attempt.window_start < $3 THEN 1"
    " ELSE sign_in_attempt.count + 1 END,"
    " window_start = CASE WHEN sign_in_attempt.window_start < $3 THEN $2"
    " ELSE sign_in_attempt.window_start END"
    " RETURNING count";
constexpr auto delete_attempt = "DELETE FROM sign_in_attempt WHERE subject = $1";
constexpr auto delete_old_attempts = "DELETE FROM sign_in_attempt WHERE window_start < $1";

StoredSession read_session(const db::Row& row) {
  return {{row.id<Session>(0), row.time(3), row.time(4), row.time(5), false},
          row.id<Account>(1),
          row.integer(2)};
}

StoredToken read_token(const db::Row& row) {
  return {{row.id<ApiToken>(0), row.text(2), parse_words(row.text(3)), row.time(4), row.time(5),
           row.find_day(6)},
          row.id<Account>(1)};
}

}  // namespace

void add_session(db::Connection& connection, base::BytesView token_hash,
                 const StoredSession& stored) {
  const auto& session = stored.session;
  connection.execute(insert_session, {token_hash, session.id, stored.account, stored.generation,
                                      session.made_at, session.seen_at, session.expires_at});
}

std::optional<StoredSession> find_session(db::Connection& connection, base::BytesView token_hash) {
  const auto row = db::find_row(connection, select_current_session, {token_hash});
  if (!row) return std::nullopt;
  return read_session(*row);
}

std::vector<Session> list_sessions(db::Connection& connection, base::Id<Account> account) {
  std::vector<Session> sessions;
  for (const auto& row : connection.query(
           fmt::format("{} WHERE account_id = $1 ORDER BY made_at, id", select_session), {account}))
    sessions.push_back(read_session(row).session);
  return sessions;
}

void mark_session_seen(db::Connection& connection, base::BytesView token_hash, base::UtcTime at) {
  connection.execute(update_seen, {token_hash, at});
}

bool remove_session(db::Connection& connection, base::Id<Account> account, base::Id<Session> id) {
  return connection.execute(delete_session, {account, id}) == 1;
}

void remove_sessions(db::Connection& connection, base::Id<Account> account) {
  connection.execute(delete_sessions, {account});
}

std::int64_t remove_expired_sessions(db::Connection& connection, base::UtcTime now) {
  return connection.execute(delete_expired_sessions, {now});
}

void add_token(db::Connection& connection, base::BytesView token_hash, const StoredToken& stored) {
  const auto& token = stored.token;
  connection.execute(insert_token, {token_hash, token.id, stored.account, token.label,
                                    words_of(token.roles), token.made_at, token.expires_at});
}

std::optional<StoredToken> find_token(db::Connection& connection, base::BytesView token_hash) {
  const auto row =
      db::find_row(connection, fmt::format("{} WHERE token_hash = $1", select_token), {token_hash});
  if (!row) return std::nullopt;
  return read_token(*row);
}

std::vector<ApiToken> list_tokens(db::Connection& connection, base::Id<Account> account) {
  std::vector<ApiToken> tokens;
  for (const auto& row : connection.query(
           fmt::format("{} WHERE account_id = $1 ORDER BY made_at, id", select_token), {account}))
    tokens.push_back(read_token(row).token);
  return tokens;
}

void mark_token_used(db::Connection& connection, base::BytesView token_hash, base::Day day) {
  connection.execute(update_used, {token_hash, day});
}

bool remove_token(db::Connection& connection, base::Id<Account> account, base::Id<ApiToken> id) {
  return connection.execute(delete_token, {account, id}) == 1;
}

void remove_tokens(db::Connection& connection, base::Id<Account> account) {
  connection.execute(delete_tokens_of_session, {account});
}

std::int64_t count_attempt(db::Connection& connection, base::BytesView subject, base::UtcTime now,
                           base::UtcTime window_start_min) {
  return db::get_row(connection, upsert_attempt, {subject, now, window_start_min}).integer(0);
}

void forget_attempts(db::Connection& connection, base::BytesView subject) {
  connection.execute(delete_attempt, {subject});
}

std::int64_t remove_old_attempts(db::Connection& connection, base::UtcTime before) {
  return connection.execute(delete_old_attempts, {before});
}

}  // namespace store
