#include "edges/store/account.h"

#include <gtest/gtest.h>

#include "edges/store/session.h"
#include "edges/store/test_store.h"

namespace store {
namespace {

using model::AccountState;
using model::Role;

StoredAccount make_account(TestStore& store, const std::string& name, std::vector<Role> roles) {
  StoredAccount stored;
  stored.account.id = store.ids.make<model::Account>(store.now);
  stored.account.organisation = store.firm.id;
  stored.account.name = name;
  stored.account.email = name + "@example.jp";
  stored.account.roles = std::move(roles);
  stored.account.state = AccountState::active;
  stored.password = "$argon2id$fictional";
  static_cast<void>(add_account(store.connection, store.keys, stored));
  return stored;
}

TEST(account_store, gives_back_what_was_written_and_keeps_the_address_sealed) {
  TestStore store;
  const auto made = make_account(store, "hanako", {Role::analyst, Role::approver});
  for (const auto& found : {find_account(store.connection, store.keys, made.account.id),
                            find_account_by_name(store.connection, store.keys, "hanako")}) {
    ASSERT_TRUE(found);
    EXPECT_EQ(found->account, made.account);
    EXPECT_EQ(found->password, made.password);
  }
  const auto body = db::get_row(store.connection, "SELECT body FROM account").bytes(0);
  EXPECT_EQ(base::to_text(body).find("example.jp"), std::string::npos);
}

TEST(account_store, takes_a_name_once) {
  TestStore store;
  make_account(store, "hanako", {Role::employee});
  EXPECT_THROW(make_account(store, "hanako", {Role::employee}), db::ConstraintViolation);
}

TEST(account_store, changes_only_what_was_read_last) {
  TestStore store;
  auto stored = make_account(store, "hanako", {Role::analyst});
  auto stale = stored;
  stored.account.roles = {Role::auditor};
  EXPECT_TRUE(update_account(store.connection, store.keys, stored));
  EXPECT_EQ(find_account(store.connection, store.keys, stored.account.id)->account.roles,
            std::vector{Role::auditor});
  EXPECT_EQ(update_account(store.connection, store.keys, stale).error().kind,
            base::ErrorKind::precondition_failed);
}

TEST(account_store, makes_a_principal_of_an_active_account_alone) {
  TestStore store;
  auto stored = make_account(store, "hanako", {Role::company_officer});
  const auto principal = find_principal(store.connection, stored.account.id);
  ASSERT_TRUE(principal);
  EXPECT_EQ(principal->name, "hanako");
  EXPECT_EQ(principal->organisation, store.firm.id);
  EXPECT_EQ(principal->organisation_key, "org-semi-a");
  EXPECT_TRUE(principal->has(Role::company_officer));
  stored.account.state = AccountState::disabled;
  EXPECT_TRUE(update_account(store.connection, store.keys, stored));
  EXPECT_FALSE(find_principal(store.connection, stored.account.id));
}

TEST(account_store, lists_by_name_by_organisation_and_by_role) {
  TestStore store;
  make_account(store, "taro", {Role::company_officer});
  make_account(store, "hanako", {Role::employee});
  const auto page = list_accounts(store.connection, store.keys, {}, {.after = "", .limit = 1});
  ASSERT_EQ(page.items.size(), 1U);
  EXPECT_EQ(page.items.front().name, "hanako");
  EXPECT_EQ(list_accounts(store.connection, store.keys, {}, {.after = page.next}).items.size(), 1U);
  const auto other = store.add_firm("org-b");
  EXPECT_TRUE(list_accounts(store.connection, store.keys, other.id, {}).items.empty());
  const auto officers =
      list_accounts_with_role(store.connection, store.keys, store.firm.id, Role::company_officer);
  ASSERT_EQ(officers.size(), 1U);
  EXPECT_EQ(officers.front().name, "taro");
}

TEST(account_store, keeps_one_invitation_an_account) {
  TestStore store;
  const auto account = make_account(store, "hanako", {Role::employee}).account.id;
  const base::Bytes first(32, 1), second(32, 2);
  add_invitation(store.connection, first, {account, "root", store.now, store.now});
  add_invitation(store.connection, second, {account, "root", store.now, store.now});
  EXPECT_FALSE(find_invitation(store.connection, first));
  EXPECT_EQ(find_invitation(store.connection, second)->account, account);
  remove_invitations(store.connection, account);
  EXPECT_FALSE(find_invitation(store.connection, second));
}

TEST(roles, are_kept_as_words_in_order) {
  const std::vector roles = {Role::approver, Role::analyst};
  EXPECT_EQ(words_of(roles), "approver,analyst");
  EXPECT_EQ(parse_words(words_of(roles)), roles);
  EXPECT_TRUE(parse_words("").empty());
  EXPECT_THROW(static_cast<void>(parse_words("analyst,king")), base::OutsideFailure);
}

TEST(session_store, finds_lists_and_ends_sessions) {
  TestStore store;
  const auto account = make_account(store, "hanako", {Role::employee}).account.id;
  const base::Bytes hash(32, 5);
  StoredSession stored{{store.ids.make<model::Session>(store.now), store.now, store.now,
                        store.now + std::chrono::hours(24), false},
                       account,
                       0};
  add_session(store.connection, hash, stored);
  EXPECT_EQ(find_session(store.connection, hash)->account, account);
  EXPECT_FALSE(find_session(store.connection, base::Bytes(32, 6)));
  mark_session_seen(store.connection, hash, store.now + std::chrono::minutes(5));
  EXPECT_EQ(list_sessions(store.connection, account).front().seen_at,
            store.now + std::chrono::minutes(5));
  EXPECT_FALSE(remove_session(store.connection, {}, stored.session.id));
  EXPECT_TRUE(remove_session(store.connection, account, stored.session.id));
  EXPECT_FALSE(find_session(store.connection, hash));
}

TEST(session_store, finds_no_session_of_an_earlier_generation) {
  TestStore store;
  auto stored = make_account(store, "hanako", {Role::employee});
  const base::Bytes hash(32, 5);
  add_session(store.connection, hash,
              {{store.ids.make<model::Session>(store.now), store.now, store.now, store.now, false},
               stored.account.id,
               0});
  EXPECT_TRUE(find_session(store.connection, hash));
  stored.generation = 1;
  EXPECT_TRUE(update_account(store.connection, store.keys, stored));
  EXPECT_FALSE(find_session(store.connection, hash));
}

TEST(session_store, forgets_expired_sessions_only) {
  TestStore store;
  const auto account = make_account(store, "hanako", {Role::employee}).account.id;
  for (const int hours : {1, 2, 3})
    add_session(store.connection, base::Bytes(32, static_cast<std::uint8_t>(hours)),
                {{store.ids.make<model::Session>(store.now), store.now, store.now,
                  store.now + std::chrono::hours(hours), false},
                 account,
                 0});
  EXPECT_EQ(remove_expired_sessions(store.connection, store.now + std::chrono::hours(2)), 2);
  EXPECT_EQ(list_sessions(store.connection, account).size(), 1U);
}

TEST(token_store, finds_lists_and_revokes_tokens) {
  TestStore store;
  const auto account = make_account(store, "hanako", {Role::analyst}).account.id;
  const base::Bytes hash(32, 5);
  model::ApiToken token{store.ids.make<model::ApiToken>(store.now),
                        "nightly import",
                        {Role::analyst},
                        store.now,
                        store.now + std::chrono::hours(24),
                        {}};
  add_token(store.connection, hash, {token, account});
  const auto day = base::tokyo_day(store.now);
  mark_token_used(store.connection, hash, day);
  const auto found = find_token(store.connection, hash);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->token.label, "nightly import");
  EXPECT_EQ(found->token.roles, std::vector{Role::analyst});
  EXPECT_EQ(found->token.used_on, day);
  EXPECT_TRUE(remove_token(store.connection, account, token.id));
  EXPECT_TRUE(list_tokens(store.connection, account).empty());
}

TEST(sign_in_attempts, are_counted_in_windows) {
  TestStore store;
  const base::Bytes subject(16, 1);
  const auto window = std::chrono::minutes(15);
  EXPECT_EQ(count_attempt(store.connection, subject, store.now, store.now - window), 1);
  EXPECT_EQ(count_attempt(store.connection, subject, store.now, store.now - window), 2);
  EXPECT_EQ(count_attempt(store.connection, base::Bytes(16, 2), store.now, store.now - window), 1);
  const auto later = store.now + window + std::chrono::seconds(1);
  EXPECT_EQ(count_attempt(store.connection, subject, later, later - window), 1);
  forget_attempts(store.connection, subject);
  EXPECT_EQ(count_attempt(store.connection, subject, later, later - window), 1);
  EXPECT_EQ(remove_old_attempts(store.connection, later), 1);
}

}  // namespace
}  // namespace store
