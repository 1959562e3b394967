#include "ground/access/access.h"

#include <map>
#include <set>

#include <gtest/gtest.h>

namespace rights {
namespace {

using base::ErrorKind;
using model::OrganisationKind;
using model::Principal;
using model::Role;

base::Id<model::Organisation> organisation(std::uint8_t number) {
  base::Id<model::Organisation> id;
  id.bytes[15] = number;
  return id;
}
base::Id<model::Account> account(std::uint8_t number) {
  base::Id<model::Account> id;
  id.bytes[15] = number;
  return id;
}

Principal person(std::vector<Role> roles) {
  Principal principal;
  principal.kind = Principal::Kind::person;
  principal.account = account(1);
  principal.name = "hanako";
  principal.organisation = organisation(1);
  principal.roles = std::move(roles);
  principal.territory = {"13109", "131"};
  return principal;
}

std::vector<Role> every_role() {
  std::vector<Role> roles;
  for (std::size_t index = 0; index < model::vocabulary(Role{}).words.size(); ++index)
    roles.push_back(static_cast<Role>(index));
  return roles;
}
std::vector<Action> every_action() {
  std::vector<Action> actions;
  for (std::size_t index = 0; index < action_count; ++index)
    actions.push_back(static_cast<Action>(index));
  return actions;
}

/// Where the thing lies as seen by the principal.
enum class Where { elsewhere, near, own_row, sent_here, made_here };
constexpr std::array everywhere = {Where::elsewhere, Where::near, Where::own_row, Where::sent_here,
                                   Where::made_here};

Facts facts_of(Where where) {
  Facts facts;
  facts.owner = organisation(2);
  facts.made_by = account(2);
  facts.areas = {"27100"};
  facts.not_by = {"taro"};
  if (where == Where::near) facts.areas.push_back("13109");
  if (where == Where::own_row) facts.owner = organisation(1);
  if (where == Where::sent_here) facts.addressed = true;
  if (where == Where::made_here) facts.made_by = account(1);
  return facts;
}

/// Written apart from covers() in access.cpp: the meaning of each reach, place by place.
bool expected(Reach reach, Where where) {
  static const std::map<Reach, std::vector<Where>> allowed = {
      {Reach::none, {}},
      {Reach::self, {Where::made_here}},
      {Reach::addressed, {Where::sent_here}},
      {Reach::own, {Where::own_row, Where::sent_here}},
      {Reach::territory, {Where::own_row, Where::sent_here, Where::near}},
      {Reach::all, {everywhere.begin(), everywhere.end()}}};
  const auto& places = allowed.at(reach);
  return std::find(places.begin(), places.end(), where) != places.end();
}

/// The columns of roles, one letter a role: - none, s self, d addressed, o own,
/// t territory, a all. Employee, firm, station, analyst, approver, investigator, liaison,
/// custodian, auditor, administrator.
const std::map<std::string, std::string> expected_rights = {{"report.submit", "aaaa-a----"},
                                                            {"report.correct", "sooo------"},
                                                            {"report.read_held", "so--------"},
                                                            {"report.read", "sotadd----"},
                                                            {"report.preview", "-o--------"},
                                                            {"report.release", "-o--------"},
                                                            {"report.withdraw", "so--------"},
                                                            {"report.set_aside", "--ta------"},
                                                            {"report.keep", "--ta------"},
                                                            {"report.purge", "----a-----"},
                                                            {"report.vet_behaviour", "--ta------"},
                                                            {"report.vet_context", "---a------"},
                                                            {"report.second_read", "---a------"},
                                                            {"link.read", "--tadd--a-"},
                                                            {"link.judge", "---a------"},
                                                            {"dossier.read", "---ado----"},
                                                            {"dossier.propose", "---a------"},
                                                            {"dossier.confirm", "---a------"},
                                                            {"dossier.edit", "---a------"},
                                                            {"alert.read", "ddtaaod-a-"},
                                                            {"alert.draft", "---a------"},
                                                            {"alert.submit", "---a------"},
                                                            {"alert.approve", "----a-----"},
                                                            {"alert.send_back", "----a-----"},
                                                            {"alert.dissent", "----a-----"},
                                                            {"alert.ask_hold", "----a-----"},
                                                            {"alert.hold", "-----o----"},
                                                            {"alert.hold_release", "-----o----"},
                                                            {"alert.send", "---aa-----"},
                                                            {"alert.correct", "---aa-----"},
                                                            {"inbox.read", "-otaa-----"},
                                                            {"delivery.acknowledge", "-ot-------"},
                                                            {"delivery.hand_over", "--t-------"},
                                                            {"delivery.follow_up", "-ota------"},
                                                            {"queue.read", "-otaaoooa-"},
                                                            {"task.take", "-otaaooo--"},
                                                            {"feedback.give", "--ta------"},
                                                            {"mailbox.read", "aaaaaaaaaa"},
                                                            {"search", "-ota------"},
                                                            {"organisation.read", "ootaaaa-aa"},
                                                            {"organisation.edit", "--ta-----a"},
                                                            {"organisation.found", "---------a"},
                                                            {"contact.read", "-ota------"},
                                                            {"contact.edit", "-ota------"},
                                                            {"contact.verify", "--ta------"},
                                                            {"account.read", "ssssssssaa"},
                                                            {"account.invite", "---------a"},
                                                            {"account.disable", "---------a"},
                                                            {"token.make", "-ssssss-ss"},
                                                            {"custodian.register", "-------s--"},
                                                            {"reporter.request", "---a-o-a--"},
                                                            {"reporter.consent", "----a--a--"},
                                                            {"reporter.open", "-------a--"},
                                                            {"audit.read", "--------a-"},
                                                            {"audit.verify", "--------aa"},
                                                            {"partner.read", "-aaaaaa-aa"},
                                                            {"partner.edit", "---------a"},
                                                            {"bundle.make", "-ooo--o---"},
                                                            {"bundle.apply", "-ooo--o---"},
                                                            {"visit.read", "--taa---a-"},
                                                            {"visit.log", "--ta------"},
                                                            {"visit.promise", "--ta------"},
                                                            {"consultation.read", "--ta-d--a-"},
                                                            {"consultation.take", "--ta------"},
                                                            {"consultation.outcome", "-----d----"},
                                                            {"lesson.read", "--aaaaa-a-"},
                                                            {"lesson.write", "---a-a----"},
                                                            {"lesson.approve", "----a-----"},
                                                            {"meeting.read", "--oaaoo-a-"},
                                                            {"meeting.write", "---a------"},
                                                            {"meeting.answer", "--oaooo---"},
                                                            {"digest.read", "--aaa-a-a-"},
                                                            {"fact.note", "--ta------"},
                                                            {"fact.read", "--ta------"}};

char letter(Reach reach) {
  return "-sdota"[static_cast<int>(reach)];
}

TEST(rights, of_every_role_stand_in_the_table) {
  ASSERT_EQ(expected_rights.size(), action_count);
  for (const Action action : every_action()) {
    std::string found;
    for (const Role role : every_role())
      found += letter(reach_of(role, action));
    EXPECT_EQ(found, expected_rights.at(std::string(base::word_of(action))))
        << base::word_of(action);
  }
}

TEST(rights, every_role_and_action_is_decided_by_its_reach_for_things_here_and_elsewhere) {
  for (const Role role : every_role())
    for (const Action action : every_action())
      for (const Where where : everywhere) {
        const Reach reach = reach_of(role, action);
        const auto decided = decide(person({role}), action, facts_of(where));
        EXPECT_EQ(decided.has_value(), expected(reach, where))
            << base::word_of(role) << " " << base::word_of(action) << " "
            << static_cast<int>(where);
        if (decided) continue;
        EXPECT_EQ(decided.error().kind,
                  reach == Reach::none ? ErrorKind::forbidden : ErrorKind::not_found);
      }
}

TEST(rights, no_role_means_nothing) {
  for (const Action action : every_action()) {
    EXPECT_FALSE(decide(person({}), action, facts_of(Where::made_here)));
    EXPECT_TRUE(scope_of(person({}), action).is_none());
  }
}

TEST(rights, the_anonymous_door_takes_reports_and_opens_mailboxes_and_no_more) {
  for (const Action action : every_action()) {
    const bool open = action == Action::report_submit || action == Action::mailbox_read;
    const auto decided = decide(Principal{}, action, facts_of(Where::elsewhere));
    EXPECT_EQ(decided.has_value(), open) << base::word_of(action);
    if (decided || action == Action::alert_read) continue;
    EXPECT_EQ(decided.error().kind, ErrorKind::unauthenticated);
  }
  EXPECT_TRUE(decide(Principal{}, Action::alert_read, facts_of(Where::sent_here)));
}

TEST(rights, nil_ids_never_count_as_ones_own) {
  Principal stranger = person({Role::company_officer, Role::employee});
  stranger.account = {};
  stranger.organisation = {};
  Facts nobodys;
  EXPECT_FALSE(decide(stranger, Action::report_read, nobodys));
  EXPECT_FALSE(scope_of(stranger, Action::report_read).own);
  EXPECT_FALSE(scope_of(stranger, Action::report_read).self);
}

TEST(rights, of_a_program_with_every_role_are_these_and_no_more) {
  const std::set<std::string_view> allowed = {"report.submit",
                                              "report.correct",
                                              "report.read_held",
                                              "report.read",
                                              "report.preview",
                                              "report.withdraw",
                                              "link.read",
                                              "dossier.read",
                                              "alert.read",
                                              "alert.draft",
                                              "alert.send",
                                              "alert.correct",
                                              "inbox.read",
                                              "delivery.follow_up",
                                              "queue.read",
                                              "task.take",
                                              "feedback.give",
                                              "mailbox.read",
                                              "search",
                                              "organisation.read",
                                              "organisation.edit",
                                              "organisation.found",
                                              "contact.read",
                                              "contact.edit",
                                              "account.read",
                                              "audit.read",
                                              "audit.verify",
                                              "partner.read",
                                              "bundle.make",
                                              "bundle.apply",
                                              "visit.read",
                                              "visit.log",
                                              "visit.promise",
                                              "consultation.read",
                                              "consultation.take",
                                              "consultation.outcome",
                                              "lesson.read",
                                              "lesson.write",
                                              "meeting.read",
                                              "meeting.write",
                                              "meeting.answer",
                                              "digest.read"};
  Principal program = person(every_role());
  program.kind = Principal::Kind::program;
  for (const Action action : every_action())
    EXPECT_EQ(may_try(program, action).has_value(), allowed.contains(base::word_of(action)))
        << base::word_of(action);
}

/// What only people do and the operator at the machine, who is in the system's column, does too.
const std::set<std::string_view> operator_actions = {"account.invite", "account.disable",
                                                     "token.make", "partner.edit"};

TEST(rights, a_program_and_a_job_cannot_decide_for_a_person) {
  for (const Action action : every_action()) {
    if (!needs_person(action)) continue;
    Principal program = person(every_role());
    program.kind = Principal::Kind::program;
    const auto decided = decide(program, action, facts_of(Where::own_row));
    ASSERT_FALSE(decided) << base::word_of(action);
    EXPECT_EQ(decided.error().kind, ErrorKind::forbidden);
    Principal job;
    job.kind = Principal::Kind::system;
    job.name = "system:jobs";
    EXPECT_EQ(decide(job, action, facts_of(Where::elsewhere)).has_value(),
              operator_actions.contains(base::word_of(action)))
        << base::word_of(action);
  }
  for (const Action action : {Action::alert_approve, Action::vet_behaviour, Action::vet_context,
                              Action::link_judge, Action::dossier_confirm, Action::acknowledge,
                              Action::reporter_consent, Action::reporter_open})
    EXPECT_TRUE(needs_person(action)) << base::word_of(action);
}

TEST(four_eyes, who_did_the_earlier_part_is_refused) {
  for (const Action action : every_action()) {
    Principal everybody = person(every_role());
    Facts facts = facts_of(Where::own_row);
    facts.made_by = account(1);
    facts.addressed = true;
    facts.not_by = {"taro", "hanako"};
    const auto decided = decide(everybody, action, facts);
    ASSERT_FALSE(decided) << base::word_of(action);
    EXPECT_EQ(decided.error().kind, ErrorKind::forbidden);
  }
}

TEST(four_eyes, nobody_known_before_is_refused_where_a_second_person_must_decide) {
  for (const Action action : {Action::vet_context, Action::dossier_confirm, Action::alert_approve,
                              Action::reporter_consent, Action::reporter_open}) {
    EXPECT_TRUE(needs_second_person(action));
    EXPECT_FALSE(decide(person(every_role()), action, {.owner = organisation(1)}));
  }
  EXPECT_TRUE(decide(person({Role::analyst}), Action::vet_behaviour, {.owner = organisation(1)}));
}

TEST(held_report, is_its_firms_alone) {
  Facts held = facts_of(Where::own_row);
  held.held = true;
  EXPECT_TRUE(decide(person({Role::company_officer}), Action::report_read_held, held));
  EXPECT_TRUE(decide(person({Role::company_officer}), Action::report_release, held));
  held.owner = organisation(2);
  held.areas = {"13109"};
  held.addressed = true;
  for (const Role role : every_role())
    for (const Action action : every_action()) {
      if (action == Action::report_submit || action == Action::mailbox_read) continue;
      EXPECT_FALSE(decide(person({role}), action, held))
          << base::word_of(role) << " " << base::word_of(action);
    }
}

TEST(held_report, is_never_read_as_a_released_one) {
  Facts held = facts_of(Where::own_row);
  held.held = true;
  EXPECT_FALSE(decide(person({Role::company_officer}), Action::report_read, held));
  Principal job;
  job.kind = Principal::Kind::system;
  EXPECT_FALSE(decide(job, Action::report_read, held));
  EXPECT_TRUE(decide(job, Action::report_read_held, held));
}

TEST(scope, says_which_rows_a_list_may_show) {
  const auto station = scope_of(person({Role::station_officer}), Action::report_read);
  EXPECT_FALSE(station.all);
  EXPECT_TRUE(station.own);
  EXPECT_EQ(station.areas, (std::vector<std::string>{"13109", "131"}));
  const auto firm = scope_of(person({Role::company_officer}), Action::report_read);
  EXPECT_TRUE(firm.own);
  EXPECT_TRUE(firm.areas.empty());
  EXPECT_EQ(firm.organisation, organisation(1));
  EXPECT_TRUE(scope_of(person({Role::analyst}), Action::report_read).all);
  const auto employee = scope_of(person({Role::employee}), Action::report_read);
  EXPECT_TRUE(employee.self);
  EXPECT_FALSE(employee.own);
  EXPECT_TRUE(scope_of(person({Role::administrator}), Action::report_read).is_none());
}

TEST(scope, of_several_roles_is_their_union) {
  const auto both = scope_of(person({Role::employee, Role::station_officer}), Action::report_read);
  EXPECT_TRUE(both.self);
  EXPECT_TRUE(both.own);
  EXPECT_FALSE(both.areas.empty());
}

TEST(territory, is_matched_by_prefix_and_an_empty_prefix_matches_nothing) {
  EXPECT_TRUE(is_in_territory("13109", {"13"}));
  EXPECT_TRUE(is_in_territory("13109", {"27", "13109"}));
  EXPECT_FALSE(is_in_territory("13", {"13109"}));
  EXPECT_FALSE(is_in_territory("13109", {""}));
  EXPECT_FALSE(is_in_territory("13109", {}));
  EXPECT_FALSE(is_in_territory("", {"13"}));
}

TEST(roles, fit_the_kind_of_organisation_unless_it_runs_the_hub) {
  EXPECT_TRUE(role_fits(OrganisationKind::company, Role::company_officer));
  EXPECT_FALSE(role_fits(OrganisationKind::company, Role::analyst));
  EXPECT_FALSE(role_fits(OrganisationKind::company, Role::administrator));
  EXPECT_TRUE(role_fits(OrganisationKind::company, Role::analyst, true));
  EXPECT_TRUE(role_fits(OrganisationKind::station, Role::station_officer));
  EXPECT_FALSE(role_fits(OrganisationKind::station, Role::approver));
  EXPECT_FALSE(role_fits(OrganisationKind::bureau, Role::station_officer));
  EXPECT_TRUE(role_fits(OrganisationKind::bureau, Role::custodian));
  EXPECT_TRUE(role_fits(OrganisationKind::industry_body, Role::analyst));
}

}  // namespace
}  // namespace rights
