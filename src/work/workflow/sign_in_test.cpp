#include "work/workflow/sign_in.h"

#include <chrono>

#include <gtest/gtest.h>

#include "work/workflow/contacts.h"
#include "work/workflow/invite.h"
#include "work/workflow/test_hub.h"
#include "work/workflow/test_reports.h"
#include "work/workflow/tokens.h"

namespace workflow {
namespace {

using base::ErrorKind;
using model::Role;
using Secret = base::Sensitive<std::string>;

const Secret good_password("four fictional words together");

Invited invite_hanako(TestHub& test, std::vector<Role> roles = {Role::analyst}) {
  model::Account account;
  account.name = "hanako";
  account.display = "架空 花子";
  account.organisation = test.bureau.id;
  account.roles = std::move(roles);
  return invite(test.hub, test.administrator(), account).value();
}

model::SignedIn sign_in_hanako(TestHub& test, std::vector<Role> roles = {Role::analyst}) {
  const auto invited = invite_hanako(test, std::move(roles));
  return accept_invitation(test.hub, invited.code, good_password).value();
}

TEST(first_administrator, comes_in_by_invitation_alone) {
  TestHub test;
  const auto row = test.row(
      "SELECT state, password FROM account WHERE name = "
      "'first-administrator'");
  EXPECT_EQ(row.text(0), "invited");
  EXPECT_EQ(row.text(1), "");
  EXPECT_EQ(for_tests::error_kind_of(sign_in(test.hub, "first-administrator", Secret(""))),
            ErrorKind::unauthenticated);
}

TEST(accept_invitation, signs_in_once_and_the_code_is_gone) {
  TestHub test;
  const auto invited = invite_hanako(test);
  const auto signed_in = accept_invitation(test.hub, invited.code, good_password);
  ASSERT_TRUE(signed_in) << signed_in.error().text();
  EXPECT_EQ(signed_in->principal.name, "hanako");
  EXPECT_EQ(signed_in->principal.organisation_key, "bureau");
  EXPECT_EQ(for_tests::error_kind_of(accept_invitation(test.hub, invited.code, good_password)),
            ErrorKind::not_found);
}

TEST(accept_invitation, refuses_a_wrong_or_expired_code) {
  TestHub test;
  const auto invited = invite_hanako(test);
  EXPECT_EQ(for_tests::error_kind_of(accept_invitation(test.hub, "kizuki_x", good_password)),
            ErrorKind::not_found);
  test.clock.set(invited.expires_at);
  EXPECT_EQ(for_tests::error_kind_of(accept_invitation(test.hub, invited.code, good_password)),
            ErrorKind::not_found);
}

TEST(accept_invitation, refuses_a_weak_password_and_keeps_the_code) {
  TestHub test;
  const auto invited = invite_hanako(test);
  for (const auto* weak :
       {"", "elevenchars", "hanakohanako", "aaaaaaaaaaaaaaaa", "１２３４５６７８９０あ"}) {
    const auto refused = accept_invitation(test.hub, invited.code, Secret(weak));
    ASSERT_EQ(for_tests::error_kind_of(refused), ErrorKind::refused) << weak;
    EXPECT_EQ(refused.error().issues.front().pointer, "/password");
  }
  EXPECT_TRUE(accept_invitation(test.hub, invited.code, good_password));
}

TEST(sign_in, opens_a_session_that_says_who_asks) {
  TestHub test;
  sign_in_hanako(test);
  const auto signed_in = sign_in(test.hub, "hanako", good_password);
  ASSERT_TRUE(signed_in) << signed_in.error().text();
  const auto asked = principal_of_session(test.hub, signed_in->token);
  ASSERT_TRUE(asked);
  EXPECT_EQ(asked->principal.name, "hanako");
  EXPECT_EQ(asked->csrf, signed_in->csrf);
  EXPECT_NE(asked->csrf, signed_in->token);
  const auto me = who_am_i(test.hub, asked->principal);
  ASSERT_TRUE(me);
  EXPECT_EQ(me->account.display, "架空 花子");
  EXPECT_EQ(me->organisation.key, "bureau");
  EXPECT_EQ(test.recorded_actions().back(), "account.sign_in");
}

TEST(sign_in, keeps_no_token_and_no_password) {
  TestHub test;
  const auto signed_in = sign_in_hanako(test);
  const auto hash = test.row("SELECT token_hash FROM session").bytes(0);
  EXPECT_EQ(base::as_text(hash).find(signed_in.token), std::string_view::npos);
  const auto password = test.row("SELECT password FROM account WHERE name = 'hanako'").text(0);
  EXPECT_EQ(password.substr(0, 10), "$argon2id$");
}

TEST(sign_in, answers_alike_whatever_was_wrong) {
  TestHub test;
  sign_in_hanako(test);
  const auto wrong_password = sign_in(test.hub, "hanako", Secret("wrong"));
  const auto wrong_name = sign_in(test.hub, "nobody", good_password);
  ASSERT_EQ(for_tests::error_kind_of(wrong_password), ErrorKind::unauthenticated);
  EXPECT_EQ(wrong_password.error().text(), wrong_name.error().text());
  EXPECT_EQ(test.recorded_actions().back(), "account.sign_in.refused");
}

TEST(sign_in, is_limited_before_the_password_is_looked_at) {
  TestHub test;
  sign_in_hanako(test);
  for (int attempt = 0; attempt < 10; ++attempt)
    EXPECT_EQ(for_tests::error_kind_of(sign_in(test.hub, "hanako", Secret("wrong"), {"192.0.2.1"})),
              ErrorKind::unauthenticated);
  EXPECT_EQ(for_tests::error_kind_of(sign_in(test.hub, "hanako", good_password, {"192.0.2.1"})),
            ErrorKind::rate_limited);
  EXPECT_TRUE(sign_in(test.hub, "hanako", good_password, {"192.0.2.2"}));
  for (int attempt = 0; attempt < 10; ++attempt)
    EXPECT_FALSE(sign_in(test.hub, "hanako", Secret("wrong"), {"192.0.2.1"}));
  test.clock.advance(std::chrono::minutes(16));
  EXPECT_TRUE(sign_in(test.hub, "hanako", good_password, {"192.0.2.1"}));
}

TEST(session, ends_when_idle_when_old_and_when_signed_out) {
  TestHub test;
  const auto token = sign_in_hanako(test).token;
  for (int hours = 0; hours < 21; hours += 7) {
    test.clock.advance(std::chrono::hours(7));
    EXPECT_TRUE(principal_of_session(test.hub, token)) << hours;
  }
  test.clock.advance(std::chrono::hours(3));
  EXPECT_EQ(for_tests::error_kind_of(principal_of_session(test.hub, token)),
            ErrorKind::unauthenticated);
  const auto idle = sign_in(test.hub, "hanako", good_password)->token;
  test.clock.advance(std::chrono::hours(8));
  EXPECT_FALSE(principal_of_session(test.hub, idle));
  const auto left = sign_in(test.hub, "hanako", good_password)->token;
  EXPECT_TRUE(sign_out(test.hub, left));
  EXPECT_FALSE(principal_of_session(test.hub, left));
  EXPECT_FALSE(principal_of_session(test.hub, ""));
}

TEST(session, is_listed_and_ended_by_its_owner_alone) {
  TestHub test;
  const auto first = sign_in_hanako(test);
  const auto second = sign_in(test.hub, "hanako", good_password);
  const auto sessions = list_sessions(test.hub, first.principal, first.token);
  ASSERT_TRUE(sessions);
  ASSERT_EQ(sessions->size(), 2U);
  EXPECT_TRUE(sessions->front().is_this_one);
  EXPECT_FALSE(sessions->back().is_this_one);
  EXPECT_EQ(for_tests::error_kind_of(end_session(test.hub, test.analyst(), sessions->back().id)),
            ErrorKind::not_found);
  EXPECT_TRUE(end_session(test.hub, first.principal, sessions->back().id));
  EXPECT_FALSE(principal_of_session(test.hub, second->token));
  EXPECT_TRUE(principal_of_session(test.hub, first.token));
}

TEST(invite, is_for_administrators_and_for_roles_that_fit) {
  TestHub test;
  model::Account account;
  account.name = "taro";
  account.organisation = test.firm_a.id;
  account.roles = {Role::employee};
  EXPECT_EQ(for_tests::error_kind_of(invite(test.hub, test.analyst(), account)),
            ErrorKind::forbidden);
  EXPECT_TRUE(invite(test.hub, test.administrator(), account));
  EXPECT_EQ(for_tests::error_kind_of(invite(test.hub, test.administrator(), account)),
            ErrorKind::conflict);
  account.name = "jiro";
  account.roles = {Role::analyst};
  const auto refused = invite(test.hub, test.administrator(), account);
  ASSERT_EQ(for_tests::error_kind_of(refused), ErrorKind::refused);
  EXPECT_EQ(refused.error().issues.front().pointer, "/roles/0");
  account.roles = {};
  EXPECT_EQ(for_tests::error_kind_of(invite(test.hub, test.administrator(), account)),
            ErrorKind::invalid_input);
}

TEST(invite, who_speaks_for_a_firm_was_called_back_there_first) {
  TestHub test;
  model::Contact contact;
  contact.name = "架空 太郎";
  contact.email = "taro@firm-a.example";
  const auto added = add_contact(test.hub, test.station_officer_a(), test.firm_a.id, contact);
  ASSERT_TRUE(added) << added.error().text();
  model::Account account;
  account.name = "taro";
  account.organisation = test.firm_a.id;
  account.roles = {Role::company_officer};
  account.email = contact.email;
  const auto early = invite(test.hub, test.administrator(), account);
  ASSERT_EQ(for_tests::error_kind_of(early), ErrorKind::refused);
  EXPECT_EQ(early.error().issues.front().pointer, "/email");
  ASSERT_TRUE(verify_contact(test.hub, test.station_officer_a(), added->id, "called the firm"));
  EXPECT_TRUE(invite(test.hub, test.administrator(), account));
}

TEST(invite, repeated_with_one_key_gives_another_code_for_the_same_account) {
  TestHub test;
  model::Account account;
  account.name = "taro";
  account.organisation = test.firm_a.id;
  account.roles = {Role::employee};
  const auto administrator = test.administrator();
  const auto first = invite(test.hub, administrator, account, {"key-1", "hash"});
  const auto second = invite(test.hub, administrator, account, {"key-1", "hash"});
  ASSERT_TRUE(second) << second.error().text();
  EXPECT_EQ(first->account.id, second->account.id);
  EXPECT_EQ(for_tests::error_kind_of(accept_invitation(test.hub, first->code, good_password)),
            ErrorKind::not_found);
  EXPECT_TRUE(accept_invitation(test.hub, second->code, good_password));
  EXPECT_EQ(for_tests::error_kind_of(invite(test.hub, administrator, account, {"key-1", "hash"})),
            ErrorKind::conflict);
}

TEST(invite_again, replaces_a_forgotten_password_and_ends_old_sessions) {
  TestHub test;
  const auto old = sign_in_hanako(test);
  const auto again = invite_again(test.hub, test.administrator(), old.principal.account);
  ASSERT_TRUE(again);
  EXPECT_TRUE(principal_of_session(test.hub, old.token));
  const Secret next("another fictional sentence");
  EXPECT_TRUE(accept_invitation(test.hub, again->code, next));
  EXPECT_FALSE(principal_of_session(test.hub, old.token));
  EXPECT_FALSE(sign_in(test.hub, "hanako", good_password));
  EXPECT_TRUE(sign_in(test.hub, "hanako", next));
}

TEST(disable_account, ends_sessions_tokens_and_invitations) {
  TestHub test;
  const auto signed_in = sign_in_hanako(test);
  const auto token = make_token(test.hub, signed_in.principal, "import", 30);
  const auto code = invite_again(test.hub, test.administrator(), signed_in.principal.account);
  ASSERT_TRUE(disable_account(test.hub, test.administrator(), signed_in.principal.account));
  EXPECT_FALSE(principal_of_session(test.hub, signed_in.token));
  EXPECT_FALSE(principal_of_token(test.hub, token->value));
  EXPECT_FALSE(accept_invitation(test.hub, code->code, good_password));
  EXPECT_EQ(for_tests::error_kind_of(sign_in(test.hub, "hanako", good_password)),
            ErrorKind::unauthenticated);
  EXPECT_EQ(for_tests::error_kind_of(
                invite_again(test.hub, test.administrator(), signed_in.principal.account)),
            ErrorKind::refused);
  const auto administrator = test.administrator();
  EXPECT_EQ(
      for_tests::error_kind_of(disable_account(test.hub, administrator, administrator.account)),
      ErrorKind::refused);
}

TEST(change_roles, ends_sessions_that_had_the_old_ones) {
  TestHub test;
  const auto signed_in = sign_in_hanako(test);
  const auto changed =
      change_roles(test.hub, test.administrator(), signed_in.principal.account, 2, {Role::auditor});
  ASSERT_TRUE(changed) << changed.error().text();
  EXPECT_FALSE(principal_of_session(test.hub, signed_in.token));
  EXPECT_TRUE(sign_in(test.hub, "hanako", good_password)->principal.has(Role::auditor));
  EXPECT_EQ(for_tests::error_kind_of(change_roles(test.hub, test.administrator(),
                                                  signed_in.principal.account, 2, {Role::analyst})),
            ErrorKind::precondition_failed);
}

TEST(list_accounts, shows_all_to_an_administrator_and_to_others_their_own) {
  TestHub test;
  const auto analyst = test.analyst();
  EXPECT_EQ(list_accounts(test.hub, analyst, {})->items.size(), 1U);
  EXPECT_GE(list_accounts(test.hub, test.administrator(), {})->items.size(), 3U);
  EXPECT_EQ(for_tests::error_kind_of(list_accounts(test.hub, TestHub::anonymous(), {})),
            ErrorKind::unauthenticated);
}

TEST(token, stands_for_its_account_as_a_program_until_it_ends) {
  TestHub test;
  const auto signed_in = sign_in_hanako(test, {Role::analyst, Role::auditor});
  const auto made =
      make_token(test.hub, signed_in.principal, "nightly import", 30, {Role::analyst});
  ASSERT_TRUE(made) << made.error().text();
  const auto program = principal_of_token(test.hub, made->value);
  ASSERT_TRUE(program);
  EXPECT_EQ(program->kind, model::Principal::Kind::program);
  EXPECT_EQ(program->roles, std::vector{Role::analyst});
  EXPECT_EQ(list_tokens(test.hub, signed_in.principal)->front().used_on,
            base::tokyo_day(test.clock.now()));
  EXPECT_EQ(for_tests::error_kind_of(make_token(test.hub, *program, "more", 1)),
            ErrorKind::forbidden);
  test.clock.advance(std::chrono::days(30));
  EXPECT_EQ(for_tests::error_kind_of(principal_of_token(test.hub, made->value)),
            ErrorKind::unauthenticated);
}

TEST(token, is_revoked_by_its_owner_alone) {
  TestHub test;
  const auto analyst = test.analyst();
  const auto made = make_token(test.hub, analyst, "import", 1);
  EXPECT_EQ(for_tests::error_kind_of(revoke_token(test.hub, test.analyst_2(), made->token.id)),
            ErrorKind::not_found);
  EXPECT_TRUE(revoke_token(test.hub, analyst, made->token.id));
  EXPECT_EQ(for_tests::error_kind_of(principal_of_token(test.hub, made->value)),
            ErrorKind::unauthenticated);
  EXPECT_TRUE(list_tokens(test.hub, analyst)->empty());
}

TEST(token, asked_for_again_under_one_key_is_one_with_a_new_value) {
  TestHub test;
  const auto analyst = test.analyst();
  const RequestKey key{"k-1", "hash"};
  const auto first = make_token(test.hub, analyst, "import", 1, {}, key).value();
  const auto again = make_token(test.hub, analyst, "import", 1, {}, key).value();
  EXPECT_EQ(again.token.id, first.token.id);
  EXPECT_EQ(list_tokens(test.hub, analyst)->size(), 1U);
  EXPECT_FALSE(principal_of_token(test.hub, first.value));
  EXPECT_TRUE(principal_of_token(test.hub, again.value));
}

TEST(token, is_refused_with_the_field_that_is_wrong) {
  TestHub test;
  const auto analyst = test.analyst();
  EXPECT_EQ(make_token(test.hub, analyst, "", 1).error().issues.front().pointer, "/label");
  EXPECT_EQ(make_token(test.hub, analyst, "x", 366).error().issues.front().pointer, "/days");
  EXPECT_EQ(make_token(test.hub, analyst, "x", 1, {Role::auditor}).error().issues.front().pointer,
            "/roles");
  EXPECT_EQ(for_tests::error_kind_of(make_token(test.hub, test.employee_a(), "x", 1)),
            ErrorKind::forbidden);
}

TEST(forget_expired, removes_only_what_is_over) {
  TestHub test;
  const auto signed_in = sign_in_hanako(test);
  static_cast<void>(sign_in(test.hub, "hanako", Secret("wrong")));
  forget_expired(test.hub);
  EXPECT_TRUE(principal_of_session(test.hub, signed_in.token));
  EXPECT_GT(test.row("SELECT COUNT(*) FROM sign_in_attempt").integer(0), 0);
  test.clock.advance(std::chrono::hours(25));
  forget_expired(test.hub);
  EXPECT_EQ(test.row("SELECT COUNT(*) FROM session").integer(0), 0);
  EXPECT_EQ(test.row("SELECT COUNT(*) FROM sign_in_attempt").integer(0), 0);
}

}  // namespace
}  // namespace workflow
