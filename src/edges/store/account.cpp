#include "edges/store/account.h"

#include <algorithm>

#include <fmt/format.h>

#include "edges/codec/json.h"
#include "edges/store/organisation.h"
#include "edges/store/organisation_key.h"
#include "edges/store/row_key.h"

namespace store {
namespace {

using model::Account;
using model::Organisation;
using model::Principal;
using model::Role;

constexpr auto insert_account =
    "INSERT INTO account (id, org_id, name, state, roles, password, generation, revision, body,"
    " wrapped_key, salt) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
constexpr auto update_account_row =
    "UPDATE account SET state = $4, roles = $5, password = $6, generation = $7, revision = $8,"
    " body = $9 WHERE id = $1 AND org_id = $2 AND name = $3 AND revision = $8 - 1";
constexpr std::string_view select_account =
    "SELECT id, org_id, name, state, roles, password, generation, revision, body, wrapped_key,"
    " salt FROM account";
constexpr auto select_key_of_account = "SELECT wrapped_key, salt FROM account WHERE id = $1";
constexpr auto select_principal =
    "SELECT id, org_id, name, roles FROM account WHERE id = $1 AND state = 'active'";
constexpr auto insert_invitation =
    "INSERT INTO invitation (code_hash, account_id, made_by, made_at, expires_at)"
    " VALUES ($1, $2, $3, $4, $5)";
constexpr auto select_invitation =
    "SELECT account_id, made_by, made_at, expires_at FROM invitation WHERE code_hash = $1";
constexpr auto delete_invitations = "DELETE FROM invitation WHERE account_id = $1";

crypto::Place account_body(base::BytesView id) {
  return {"account", "body", id};
}

/// The first eight columns, which with the opened body are what a commitment covers.
db::Parameters open_columns_of(const StoredAccount& stored) {
  const auto& account = stored.account;
  return {account.id,        account.organisation,    account.name,
          account.state,     words_of(account.roles), stored.password,
          stored.generation, account.revision};
}

base::Bytes commitment_of(const RowKey& key, const StoredAccount& stored, const std::string& body) {
  auto columns = open_columns_of(stored);
  columns.add(body);
  return commitment_to_columns(key.salt, columns);
}

RowKey open_key(db::Connection& connection, const Keys& keys, const db::Row& row) {
  return open_row_key(get_organisation_key(connection, keys, row.id<Organisation>(1)), row.uuid(0),
                      row.bytes(9), row.bytes(10));
}

StoredAccount read_account(db::Connection& connection, const Keys& keys, const db::Row& row) {
  const auto key = open_key(connection, keys, row);
  const auto body = open_column(key, account_body(row.bytes(0)), row.bytes(8));
  auto account = codec::decode<Account>(base::as_text(body), codec::trusted_limits());
  if (!account) throw base::OutsideFailure("an account does not read back");
  account->state = row.word<model::AccountState>(3);
  account->roles = parse_words(row.text(4));
  account->revision = row.integer(7);
  return {std::move(*account), row.text(5), row.integer(6)};
}

std::optional<StoredAccount> find_one_account(db::Connection& connection, const Keys& keys,
                                              std::string_view condition,
                                              const db::Parameters& parameters) {
  const auto row =
      db::find_row(connection, fmt::format("{} WHERE {}", select_account, condition), parameters);
  if (!row) return std::nullopt;
  return read_account(connection, keys, *row);
}

CommittedContent content_of_account(db::Connection& connection, const Keys& keys,
                                    const db::Row& row) {
  CommittedContent content{.object_kind = "account", .object = row.uuid(0)};
  try {
    const auto key = open_key(connection, keys, row);
    db::Parameters columns;
    for (std::size_t column = 0; column < 8; ++column)
      columns.add(row.value(column));
    columns.add(base::to_text(open_column(key, account_body(row.bytes(0)), row.bytes(8))));
    content.commitment = commitment_to_columns(key.salt, columns);
  } catch (const base::OutsideFailure& failure) {
    content.problem = failure.what();
  }
  return content;
}

}  // namespace

base::Bytes add_account(db::Connection& connection, const Keys& keys, StoredAccount& stored) {
  auto& account = stored.account;
  account.revision = 1;
  const auto key =
      make_row_key(get_organisation_key(connection, keys, account.organisation), account.id.bytes);
  const auto body = codec::encode(account);
  auto columns = open_columns_of(stored);
  columns.add(crypto::seal(key.key, base::as_bytes(body), account_body(account.id.bytes)))
      .add(key.wrapped)
      .add(key.salt);
  connection.execute(insert_account, columns);
  return commitment_of(key, stored, body);
}

base::Result<base::Bytes> update_account(db::Connection& connection, const Keys& keys,
                                         StoredAccount& stored) {
  auto& account = stored.account;
  const auto row = db::get_row(connection, select_key_of_account, {account.id});
  const auto key = open_row_key(get_organisation_key(connection, keys, account.organisation),
                                account.id.bytes, row.bytes(0), row.bytes(1));
  account.revision += 1;
  const auto body = codec::encode(account);
  auto columns = open_columns_of(stored);
  columns.add(crypto::seal(key.key, base::as_bytes(body), account_body(account.id.bytes)));
  if (connection.execute(update_account_row, columns) == 0)
    return base::fail(base::ErrorKind::precondition_failed, "", "the account has changed since",
                      "read it again and repeat the change");
  return commitment_of(key, stored, body);
}

std::optional<StoredAccount> find_account(db::Connection& connection, const Keys& keys,
                                          base::Id<Account> id) {
  return find_one_account(connection, keys, "id = $1", {id});
}

std::optional<StoredAccount> find_account_by_name(db::Connection& connection, const Keys& keys,
                                                  std::string_view name) {
  return find_one_account(connection, keys, "name = $1", {name});
}

model::Page<Account> list_accounts(db::Connection& connection, const Keys& keys,
                                   const std::optional<base::Id<Organisation>>& organisation,
                                   const model::PageRequest& page) {
  db::Parameters parameters{page.after, page.limit + 1};
  if (organisation) parameters.add(*organisation);
  const auto sql = fmt::format("{} WHERE name > $1{} ORDER BY name LIMIT $2", select_account,
                               organisation ? " AND org_id = $3" : "");
  model::Page<Account> found;
  for (const auto& row : connection.query(sql, parameters)) {
    if (found.items.size() == page.limit)
      found.next = found.items.back().name;
    else
      found.items.push_back(read_account(connection, keys, row).account);
  }
  return found;
}

std::vector<Account> list_accounts_with_role(db::Connection& connection, const Keys& keys,
                                             base::Id<Organisation> organisation, Role role) {
  std::vector<Account> accounts;
  const auto sql =
      fmt::format("{} WHERE org_id = $1 AND state = 'active' ORDER BY name", select_account);
  for (const auto& row : connection.query(sql, {organisation})) {
    const auto roles = parse_words(row.text(4));
    if (std::find(roles.begin(), roles.end(), role) != roles.end())
      accounts.push_back(read_account(connection, keys, row).account);
  }
  return accounts;
}

std::optional<Principal> find_principal(db::Connection& connection, base::Id<Account> id) {
  const auto row = db::find_row(connection, select_principal, {id});
  if (!row) return std::nullopt;
  Principal principal;
  principal.kind = Principal::Kind::person;
  principal.account = row->id<Account>(0);
  principal.organisation = row->id<Organisation>(1);
  principal.name = row->text(2);
  principal.roles = parse_words(row->text(3));
  const auto organisation = find_organisation(connection, principal.organisation);
  if (!organisation) return std::nullopt;
  principal.organisation_kind = organisation->kind;
  principal.organisation_key = organisation->key;
  principal.territory = organisation->territory;
  return principal;
}

std::string words_of(const std::vector<Role>& roles) {
  std::string words;
  for (const auto role : roles)
    words += (words.empty() ? "" : ",") + std::string(base::word_of(role));
  return words;
}

std::vector<Role> parse_words(std::string_view words) {
  std::vector<Role> roles;
  while (!words.empty()) {
    const auto end = std::min(words.find(','), words.size());
    const auto role = base::find_word<Role>(words.substr(0, end));
    if (!role) throw base::OutsideFailure("a role of an account is none of ours");
    roles.push_back(*role);
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return roles;
}

void add_invitation(db::Connection& connection, base::BytesView code_hash,
                    const Invitation& invitation) {
  remove_invitations(connection, invitation.account);
  connection.execute(insert_invitation, {code_hash, invitation.account, invitation.made_by,
                                         invitation.made_at, invitation.expires_at});
}

std::optional<Invitation> find_invitation(db::Connection& connection, base::BytesView code_hash) {
  const auto row = db::find_row(connection, select_invitation, {code_hash});
  if (!row) return std::nullopt;
  return Invitation{row->id<Account>(0), row->text(1), row->time(2), row->time(3)};
}

void remove_invitations(db::Connection& connection, base::Id<Account> account) {
  connection.execute(delete_invitations, {account});
}

ContentSource account_content() {
  return {
      {"account"}, {}, [](db::Connection& connection, const Keys& keys, const TakeContent& take) {
        for (const auto& row : connection.query(select_account))
          take(content_of_account(connection, keys, row));
      }};
}

}  // namespace store
