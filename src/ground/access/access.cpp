#include "ground/access/access.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace rights {
namespace {

using base::ErrorKind;
using model::Principal;
using model::Role;

constexpr std::size_t role_count = static_cast<std::size_t>(Role::administrator) + 1;

/// One line of the table: who reaches how far. Columns: the anonymous door, the ten roles in the
/// order of model::Role, and the system (jobs, and the operator at the machine).
struct Row {
  Action action;
  Reach anonymous;
  std::array<Reach, role_count> roles;
  Reach system;
};

constexpr auto N = Reach::none;
constexpr auto S = Reach::self;
constexpr auto D = Reach::addressed;
constexpr auto O = Reach::own;
constexpr auto T = Reach::territory;
constexpr auto A = Reach::all;

// clang-format off
constexpr std::array<Row, action_count> table = {{
    //                          anonym  empl firm stat anal appr inve liai cust audi admi  system
    {Action::report_submit,      A,   { A,   A,   A,   A,   N,   A,   N,   N,   N,   N},   A},
    {Action::report_correct,     N,   { S,   O,   O,   O,   N,   N,   N,   N,   N,   N},   N},
    {Action::report_read_held,   N,   { S,   O,   N,   N,   N,   N,   N,   N,   N,   N},   A},
    {Action::report_read,        N,   { S,   O,   T,   A,   D,   D,   N,   N,   N,   N},   A},
    {Action::report_preview,     N,   { N,   O,   N,   N,   N,   N,   N,   N,   N,   N},   N},
    {Action::report_release,     N,   { N,   O,   N,   N,   N,   N,   N,   N,   N,   N},   N},
    {Action::report_withdraw,    N,   { S,   O,   N,   N,   N,   N,   N,   N,   N,   N},   N},
    {Action::report_set_aside,   N,   { N,   N,   T,   A,   N,   N,   N,   N,   N,   N},   N},
    {Action::report_keep,        N,   { N,   N,   T,   A,   N,   N,   N,   N,   N,   N},   N},
    {Action::report_purge,       N,   { N,   N,   N,   N,   A,   N,   N,   N,   N,   N},   N},
    {Action::vet_behaviour,      N,   { N,   N,   T,   A,   N,   N,   N,   N,   N,   N},   N},
    {Action::vet_context,        N,   { N,   N,   N,   A,   N,   N,   N,   N,   N,   N},   N},
    {Action::second_read,        N,   { N,   N,   N,   A,   N,   N,   N,   N,   N,   N},   N},
    {Action::link_read,          N,   { N,   N,   T,   A,   D,   D,   N,   N,   A,   N},   A},
    {Action::link_judge,         N,   { N,   N,   N,   A,   N,   N,   N,   N,   N,   N},   N},
    {Action::dossier_read,       N,   { N,   N,   N,   A,   D,   O,   N,   N,   N,   N},   A},
    {Action::dossier_propose,    N,   { N,   N,   N,   A,   N,   N,   N,   N,   N,   N},   N},
    {Action::dossier_confirm,    N,   { N,   N,   N,   A,   N,   N,   N,   N,   N,   N},   N},
    {Action::dossier_edit,       N,   { N,   N,   N,   A,   N,   N,   N,   N,   N,   N},   N},
    {Action::alert_read,         D,   { D,   D,   T,   A,   A,   O,   D,   N,   A,   N},   A},
    {Action::alert_draft,        N,   { N,   N,   N,   A,   N,   N,   N,   N,   N,   N},   N},
    {Action::alert_submit,       N,   { N,   N,   N,   A,   N,   N,   N,   N,   N,   N},   N},
    {Action::alert_approve,      N,   { N,   N,   N,   N,   A,   N,   N,   N,   N,   N},   N},
    {Action::alert_send_back,    N,   { N,   N,   N,   N,   A,   N,   N,   N,   N,   N},   N},
    {Action::alert_dissent,      N,   { N,   N,   N,   N,   A,   N,   N,   N,   N,   N},   N},
    {Action::alert_ask_hold,     N,   { N,   N,   N,   N,   A,   N,   N,   N,   N,   N},   N},
    {Action::hold_place,         N,   { N,   N,   N,   N,   N,   O,   N,   N,   N,   N},   N},
    {Action::hold_release,       N,   { N,   N,   N,   N,   N,   O,   N,   N,   N,   N},   N},
    {Action::alert_send,         N,   { N,   N,   N,   A,   A,   N,   N,   N,   N,   N},   A},
    {Action::alert_correct,      N,   { N,   N,   N,   A,   A,   N,   N,   N,   N,   N},   A},
    {Action::inbox_read,         N,   { N,   O,   T,   A,   A,   N,   N,   N,   N,   N},   A},
    {Action::acknowledge,        N,   { N,   O,   T,   N,   N,   N,   N,   N,   N,   N},   N},
    {Action::hand_over,          N,   { N,   N,   T,   N,   N,   N,   N,   N,   N,   N},   N},
    {Action::follow_up,          N,   { N,   O,   T,   A,   N,   N,   N,   N,   N,   N},   A},
    {Action::queue_read,         N,   { N,   O,   T,   A,   A,   O,   O,   O,   A,   N},   A},
    {Action::task_take,          N,   { N,   O,   T,   A,   A,   O,   O,   O,   N,   N},   N},
    {Action::feedback_give,      N,   { N,   N,   T,   A,   N,   N,   N,   N,   N,   N},   A},
    {Action::mailbox_read,       A,   { A,   A,   A,   A,   A,   A,   A,   A,   A,   A},   A},
    {Action::search,             N,   { N,   O,   T,   A,   N,   N,   N,   N,   N,   N},   A},
    {Action::organisation_read,  N,   { O,   O,   T,   A,   A,   A,   A,   N,   A,   A},   A},
    {Action::organisation_edit,  N,   { N,   N,   T,   A,   N,   N,   N,   N,   N,   A},   A},
    {Action::organisation_found, N,   { N,   N,   N,   N,   N,   N,   N,   N,   N,   A},   A},
    {Action::contact_read,       N,   { N,   O,   T,   A,   N,   N,   N,   N,   N,   N},   A},
    {Action::contact_edit,       N,   { N,   O,   T,   A,   N,   N,   N,   N,   N,   N},   A},
    {Action::contact_verify,     N,   { N,   N,   T,   A,   N,   N,   N,   N,   N,   N},   N},
    {Action::account_read,       N,   { S,   S,   S,   S,   S,   S,   S,   S,   A,   A},   A},
    {Action::account_invite,     N,   { N,   N,   N,   N,   N,   N,   N,   N,   N,   A},   A},
    {Action::account_disable,    N,   { N,   N,   N,   N,   N,   N,   N,   N,   N,   A},   A},
    {Action::token_make,         N,   { N,   S,   S,   S,   S,   S,   S,   N,   S,   S},   A},
    {Action::custodian_register, N,   { N,   N,   N,   N,   N,   N,   N,   S,   N,   N},   N},
    {Action::reporter_request,   N,   { N,   N,   N,   A,   N,   O,   N,   A,   N,   N},   N},
    {Action::reporter_consent,   N,   { N,   N,   N,   N,   A,   N,   N,   A,   N,   N},   N},
    {Action::reporter_open,      N,   { N,   N,   N,   N,   N,   N,   N,   A,   N,   N},   N},
    {Action::audit_read,         N,   { N,   N,   N,   N,   N,   N,   N,   N,   A,   N},   A},
    {Action::audit_verify,       N,   { N,   N,   N,   N,   N,   N,   N,   N,   A,   A},   A},
    {Action::partner_read,       N,   { N,   A,   A,   A,   A,   A,   A,   N,   A,   A},   A},
    {Action::partner_edit,       N,   { N,   N,   N,   N,   N,   N,   N,   N,   N,   A},   A},
    {Action::bundle_make,        N,   { N,   O,   O,   O,   N,   N,   O,   N,   N,   N},   A},
    {Action::bundle_apply,       N,   { N,   O,   O,   O,   N,   N,   O,   N,   N,   N},   A},
    {Action::visit_read,         N,   { N,   N,   T,   A,   A,   N,   N,   N,   A,   N},   A},
    {Action::visit_log,          N,   { N,   N,   T,   A,   N,   N,   N,   N,   N,   N},   N},
    {Action::visit_promise,      N,   { N,   N,   T,   A,   N,   N,   N,   N,   N,   N},   N},
    {Action::consultation_read,  N,   { N,   N,   T,   A,   N,   D,   N,   N,   A,   N},   A},
    {Action::consultation_take,  N,   { N,   N,   T,   A,   N,   N,   N,   N,   N,   N},   N},
    {Action::consultation_outcome, N, { N,   N,   N,   N,   N,   D,   N,   N,   N,   N},   N},
    {Action::lesson_read,        N,   { N,   N,   A,   A,   A,   A,   A,   N,   A,   N},   A},
    {Action::lesson_write,       N,   { N,   N,   N,   A,   N,   A,   N,   N,   N,   N},   N},
    {Action::lesson_approve,     N,   { N,   N,   N,   N,   A,   N,   N,   N,   N,   N},   N},
    {Action::meeting_read,       N,   { N,   N,   O,   A,   A,   O,   O,   N,   A,   N},   A},
    {Action::meeting_write,      N,   { N,   N,   N,   A,   N,   N,   N,   N,   N,   N},   N},
    {Action::meeting_answer,     N,   { N,   N,   O,   A,   O,   O,   O,   N,   N,   N},   N},
    {Action::digest_read,        N,   { N,   N,   A,   A,   A,   N,   A,   N,   A,   N},   A},
    {Action::fact_note,          N,   { N,   N,   T,   A,   N,   N,   N,   N,   N,   N},   N},
    {Action::fact_read,          N,   { N,   N,   T,   A,   N,   N,   N,   N,   N,   N},   N},
}};
// clang-format on

constexpr bool is_in_order() {
  for (std::size_t index = 0; index < table.size(); ++index)
    if (table[index].action != static_cast<Action>(index)) return false;
  return true;
}
static_assert(is_in_order(), "the table has one row an action, in the order of Action");

constexpr std::array second_person_actions = {Action::vet_context,   Action::dossier_confirm,
                                              Action::alert_approve, Action::reporter_consent,
                                              Action::reporter_open, Action::lesson_approve};

constexpr std::array person_actions = {
    Action::report_release,   Action::report_set_aside,   Action::vet_behaviour,
    Action::vet_context,      Action::second_read,        Action::link_judge,
    Action::dossier_propose,  Action::dossier_confirm,    Action::dossier_edit,
    Action::alert_submit,     Action::alert_approve,      Action::alert_send_back,
    Action::alert_dissent,    Action::alert_ask_hold,     Action::hold_place,
    Action::hold_release,     Action::acknowledge,        Action::hand_over,
    Action::contact_verify,   Action::account_invite,     Action::account_disable,
    Action::token_make,       Action::custodian_register, Action::reporter_request,
    Action::reporter_consent, Action::reporter_open,      Action::partner_edit,
    Action::lesson_approve,   Action::report_keep,        Action::report_purge,
    Action::fact_note,        Action::fact_read};

const Row& row_of(Action action) {
  return table[static_cast<std::size_t>(action)];
}

bool is_person_missing(const Principal& principal, Action action) {
  return needs_person(action) && principal.kind == Principal::Kind::program;
}

/// Every reach that the principal has for the action, strongest or not.
std::vector<Reach> reaches(const Principal& principal, Action action) {
  const Row& row = row_of(action);
  std::vector<Reach> found;
  switch (principal.kind) {
    case Principal::Kind::anonymous:
      found.push_back(row.anonymous);
      break;
    case Principal::Kind::system:
      found.push_back(row.system);
      break;
    case Principal::Kind::person:
    case Principal::Kind::program:
      for (const Role role : principal.roles)
        found.push_back(row.roles[static_cast<std::size_t>(role)]);
      break;
  }
  std::erase(found, Reach::none);
  return found;
}

bool is_own(const Principal& principal, const Facts& facts) {
  return !facts.owner.is_nil() && facts.owner == principal.organisation;
}

bool touches_territory(const Principal& principal, const Facts& facts) {
  return std::any_of(facts.areas.begin(), facts.areas.end(), [&](const std::string& area) {
    return is_in_territory(area, principal.territory);
  });
}

bool covers(Reach reach, const Principal& principal, const Facts& facts) {
  switch (reach) {
    case Reach::none:
      return false;
    case Reach::self:
      return !facts.made_by.is_nil() && facts.made_by == principal.account;
    case Reach::addressed:
      return facts.addressed;
    case Reach::own:
      return facts.addressed || is_own(principal, facts);
    case Reach::territory:
      return facts.addressed || is_own(principal, facts) || touches_territory(principal, facts);
    case Reach::all:
      return true;
  }
  return false;
}

/// A held report is its firm's alone, whatever a table line says about reports in general; its
/// reporter may still look into the mailbox.
bool is_shut(const Principal& principal, Action action, const Facts& facts) {
  if (!facts.held || action == Action::report_submit || action == Action::mailbox_read)
    return false;
  if (action == Action::report_read) return true;
  return principal.kind != Principal::Kind::system && !is_own(principal, facts);
}

}  // namespace

base::Result<void> may_try(const Principal& principal, Action action) {
  if (!is_person_missing(principal, action) && !reaches(principal, action).empty()) return {};
  if (principal.kind == Principal::Kind::anonymous)
    return base::fail(ErrorKind::unauthenticated, "", "nobody is signed in", "sign in first");
  if (is_person_missing(principal, action))
    return base::fail(ErrorKind::forbidden, "", "a program cannot decide this",
                      "let a person do it after signing in");
  return base::fail(ErrorKind::forbidden, "", "your role does not include this",
                    "ask an administrator which role does");
}

Facts facts_of_own(const Principal& principal) {
  Facts facts;
  facts.owner = principal.organisation;
  facts.made_by = principal.account;
  return facts;
}

base::Result<void> decide(const Principal& principal, Action action, const Facts& facts) {
  if (auto tried = may_try(principal, action); !tried) return tried;
  const auto rights = reaches(principal, action);
  const bool covered = std::any_of(rights.begin(), rights.end(),
                                   [&](Reach reach) { return covers(reach, principal, facts); });
  if (!covered || is_shut(principal, action, facts))
    return base::fail(ErrorKind::not_found, "", "no such thing, or not for you",
                      "check the id and whether it lies in your area");
  const bool did_it_before =
      std::find(facts.not_by.begin(), facts.not_by.end(), principal.name) != facts.not_by.end();
  if (did_it_before || (needs_second_person(action) && facts.not_by.empty()))
    return base::fail(ErrorKind::forbidden, "", "this needs another person than the step before",
                      "ask a colleague with the same role");
  return {};
}

Scope scope_of(const Principal& principal, Action action) {
  Scope scope;
  if (!may_try(principal, action)) return scope;
  scope.organisation = principal.organisation;
  scope.account = principal.account;
  const bool has_organisation = !principal.organisation.is_nil();
  for (const Reach reach : reaches(principal, action)) {
    scope.all = scope.all || reach == Reach::all;
    scope.self = scope.self || (reach == Reach::self && !principal.account.is_nil());
    scope.addressed = scope.addressed || reach == Reach::addressed || reach == Reach::own ||
                      reach == Reach::territory;
    scope.own =
        scope.own || (has_organisation && (reach == Reach::own || reach == Reach::territory));
    if (reach == Reach::territory) scope.areas = principal.territory;
  }
  std::erase(scope.areas, "");
  return scope;
}

Reach reach_of(Role role, Action action) {
  return row_of(action).roles[static_cast<std::size_t>(role)];
}

bool needs_person(Action action) {
  return std::find(person_actions.begin(), person_actions.end(), action) != person_actions.end();
}

bool needs_second_person(Action action) {
  return std::find(second_person_actions.begin(), second_person_actions.end(), action) !=
         second_person_actions.end();
}

bool role_fits(model::OrganisationKind kind, Role role, bool home) {
  using Kind = model::OrganisationKind;
  if (home) return true;
  switch (role) {
    case Role::employee:
      return true;
    case Role::company_officer:
      return kind == Kind::company || kind == Kind::industry_body;
    case Role::station_officer:
      return kind == Kind::station;
    case Role::analyst:
    case Role::approver:
    case Role::investigator:
    case Role::liaison:
    case Role::custodian:
    case Role::auditor:
    case Role::administrator:
      return kind != Kind::company && kind != Kind::station;
  }
  return false;
}

bool is_in_territory(std::string_view area, const std::vector<std::string>& territory) {
  return std::any_of(territory.begin(), territory.end(), [&](const std::string& prefix) {
    return !prefix.empty() && area.starts_with(prefix);
  });
}

}  // namespace rights
