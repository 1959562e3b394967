#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "edges/db/connection.h"
#include "edges/store/committed_content.h"
#include "edges/store/keys.h"
#include "ground/base/bytes.h"
#include "ground/base/result.h"
#include "ground/base/time.h"
#include "ground/model/page.h"
#include "ground/model/principal.h"

/// People who sign in, and the one-time codes that invite them. Every change of an account gives
/// the commitment that its audit row records; it covers the roles and the password's hash.
namespace store {

struct StoredAccount {
  model::Account account;
  std::string password;         ///< Argon2id text; "" until the invitation was taken up
  std::int64_t generation = 0;  ///< sessions of an earlier one have ended
};

/// A name that is taken is a db::ConstraintViolation: look first.
[[nodiscard]] base::Bytes add_account(db::Connection& connection, const Keys& keys,
                                      StoredAccount& stored);

/// Precondition_failed when `stored.account.revision` is not what the table holds.
[[nodiscard]] base::Result<base::Bytes> update_account(db::Connection& connection, const Keys& keys,
                                                       StoredAccount& stored);

[[nodiscard]] std::optional<StoredAccount> find_account(db::Connection& connection,
                                                        const Keys& keys,
                                                        base::Id<model::Account> id);
[[nodiscard]] std::optional<StoredAccount> find_account_by_name(db::Connection& connection,
                                                                const Keys& keys,
                                                                std::string_view name);

/// In the order of their names; of one organisation, or of all.
[[nodiscard]] model::Page<model::Account> list_accounts(
    db::Connection& connection, const Keys& keys,
    const std::optional<base::Id<model::Organisation>>& organisation,
    const model::PageRequest& page);

/// Active accounts of an organisation that have the role.
[[nodiscard]] std::vector<model::Account> list_accounts_with_role(
    db::Connection& connection, const Keys& keys, base::Id<model::Organisation> organisation,
    model::Role role);

/// Who an account acts as now; nothing unless it is active. Opens nothing that is sealed.
[[nodiscard]] std::optional<model::Principal> find_principal(db::Connection& connection,
                                                             base::Id<model::Account> id);

/// Written with commas between the words; the order is kept.
[[nodiscard]] std::string words_of(const std::vector<model::Role>& roles);
[[nodiscard]] std::vector<model::Role> parse_words(std::string_view words);

struct Invitation {
  base::Id<model::Account> account;
  std::string made_by;
  base::UtcTime made_at, expires_at;
};
/// Replaces any earlier invitation of the account.
void add_invitation(db::Connection& connection, base::BytesView code_hash,
                    const Invitation& invitation);
[[nodiscard]] std::optional<Invitation> find_invitation(db::Connection& connection,
                                                        base::BytesView code_hash);
void remove_invitations(db::Connection& connection, base::Id<model::Account> account);

/// Accounts for the check of the record.
[[nodiscard]] ContentSource account_content();

}  // namespace store
