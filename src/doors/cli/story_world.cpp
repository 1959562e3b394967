#include "doors/cli/story_world.h"

#include <array>

#include <fmt/format.h>

#include "ground/base/ensure.h"
#include "work/workflow/contacts.h"
#include "work/workflow/invite.h"
#include "work/workflow/organisations.h"
#include "work/workflow/set_up_hub.h"
#include "work/workflow/sign_in.h"

namespace cli {
namespace {

using model::Organisation;
using model::OrganisationKind;
using model::Role;

struct Founder {
  std::string_view name;
  Role role;
  std::string_view organisation;
};

/// Everybody whom a story may name without introducing him.
constexpr std::array<Founder, 13> founders{{
    {"officer-gate", Role::station_officer, "gate-ps"},
    {"officer-bay", Role::station_officer, "bay-ps"},
    {"analyst-1", Role::analyst, "hq"},
    {"analyst-2", Role::analyst, "hq"},
    {"approver-1", Role::approver, "hq"},
    {"approver-2", Role::approver, "hq"},
    {"investigator-1", Role::investigator, "hq"},
    {"liaison-1", Role::liaison, "hq"},
    {"custodian-1", Role::custodian, "hq"},
    {"custodian-2", Role::custodian, "hq"},
    {"auditor-1", Role::auditor, "hq"},
    {"administrator-1", Role::administrator, "hq"},
    {"approver-body", Role::approver, "body"},
}};

Organisation fictional(OrganisationKind kind, const std::string& key, const std::string& ja,
                       const std::string& en, const std::string& area) {
  Organisation made;
  made.kind = kind;
  made.key = key;
  made.name = {ja + "（架空）", en + " (fictional)"};
  made.fictional = true;
  if (!area.empty()) made.territory = {area};
  return made;
}

model::Principal the_operator() {
  return workflow::operator_principal("story");
}

template <class Map>
auto find_named(const Map& map, const StoryStatement& line, std::string_view name,
                std::string_view kind) -> base::Result<typename Map::mapped_type> {
  const auto found = map.find(without_colon(name));
  if (found == map.end())
    return story_fault(line, fmt::format("there is no {} called '{}'", kind, without_colon(name)),
                       "name it in a line above");
  return found->second;
}

}  // namespace

std::unexpected<base::Error> story_fault(const StoryStatement& line, std::string problem,
                                         std::string next_step) {
  if (next_step.empty()) next_step = "see docs/SCENARIOS.md";
  return base::fail(base::ErrorKind::invalid_input, fmt::format("line {}", line.line),
                    std::move(problem), std::move(next_step));
}

bool is_story_fault(const base::Error& error) {
  return error.issues.front().pointer.starts_with("line ");
}

std::string_view without_colon(std::string_view word) {
  if (word.ends_with(':')) word.remove_suffix(1);
  return word;
}

model::Organisation story_bureau() {
  return fictional(OrganisationKind::bureau, "hq", "首都警察 外事課",
                   "Capital Police, Foreign Affairs", "13");
}

base::UtcTime story_start() {
  return base::parse_utc("2026-06-01T03:00:00Z").value();
}

StoryWorld::StoryWorld(workflow::Hub& hub, base::SetClock& clock, Passwords passwords)
    : hub_(hub), clock_(clock), passwords_(std::move(passwords)) {}

base::Result<void> StoryWorld::found(const Organisation& home) {
  if (auto added = add_police(home); !added) return added;
  for (const auto& founder : founders) {
    const auto added = add_person(std::string(founder.name), founder.role,
                                  organisations_.find(founder.organisation)->second);
    if (!added) return added;
  }
  return {};
}

base::Result<void> StoryWorld::add_police(const Organisation& home) {
  organisations_[home.key] = home;
  const std::array made{
      fictional(OrganisationKind::station, "gate-ps", "門前警察署", "Gate Police Station", "13109"),
      fictional(OrganisationKind::station, "bay-ps", "湾岸警察署", "Bay Police Station", "13103"),
      fictional(OrganisationKind::industry_body, "body", "先端技術産業協会",
                "Advanced Industry Association", ""),
  };
  for (const auto& organisation : made)
    if (auto added = add_organisation(organisation); !added) return base::pass_on(added);
  return {};
}

base::Result<Organisation> StoryWorld::add_organisation(Organisation made) {
  auto added = workflow::add_organisation(hub_, the_operator(), std::move(made));
  if (added) organisations_[added->key] = *added;
  return added;
}

base::Result<void> StoryWorld::add_person(const std::string& name, Role role,
                                          const Organisation& organisation) {
  model::Account account;
  account.name = name;
  account.display = name + "（架空）";
  account.email = name + "@" + organisation.key + ".example";
  account.organisation = organisation.id;
  account.roles = {role};
  const auto invited = workflow::invite(hub_, the_operator(), account);
  if (!invited) return std::unexpected(invited.error());
  const auto password = passwords_(name);
  auto taken = workflow::accept_invitation(hub_, invited->code, base::Sensitive(password));
  if (!taken) return base::pass_on(taken);
  people_[name] = {std::move(taken->principal), password, organisation};
  return {};
}

base::Result<void> StoryWorld::add_firm(Organisation firm, Staff staff) {
  firm.kind = OrganisationKind::company;
  firm.fictional = true;
  const auto added = add_organisation(std::move(firm));
  if (!added) return std::unexpected(added.error());
  const auto& key = added->key;
  if (staff == Staff::none) return {};
  if (auto made = add_person("officer-" + key, Role::company_officer, *added); !made) return made;
  if (auto made = add_person("employee-" + key, Role::employee, *added); !made) return made;
  return add_verified_contact(*added);
}

base::Result<void> StoryWorld::add_verified_contact(const Organisation& firm) {
  model::Contact contact;
  contact.name = "Fictional Security Officer";
  contact.role = "security";
  contact.email = "security@" + firm.key + ".example";
  contact.takes_alerts = true;
  auto written = workflow::add_contact(hub_, the_operator(), firm.id, contact);
  if (!written) return base::pass_on(written);
  const auto verified =
      workflow::verify_contact(hub_, people_.find("analyst-1")->second.principal, written->id,
                               "called the switchboard number of the company register");
  return verified ? base::Result<void>() : std::unexpected(verified.error());
}

base::Result<model::Principal> StoryWorld::person(const Line& line, std::string_view name) const {
  if (without_colon(name) == "anonymous") return model::Principal{};
  const auto found = find_named(people_, line, name, "person");
  if (!found) return std::unexpected(found.error());
  return found->principal;
}

base::Result<Organisation> StoryWorld::organisation(const Line& line, std::string_view name) const {
  return find_named(organisations_, line, name, "organisation");
}

base::Result<StoryReport> StoryWorld::report(const Line& line, std::string_view name) const {
  return find_named(reports_, line, name, "report");
}

base::Result<base::Id<model::Dossier>> StoryWorld::dossier(const Line& line,
                                                           std::string_view name) const {
  return find_named(dossiers_, line, name, "dossier");
}

base::Result<base::Id<model::Alert>> StoryWorld::alert(const Line& line,
                                                       std::string_view name) const {
  return find_named(alerts_, line, name, "alert");
}

base::Result<model::Principal> StoryWorld::doer(const Line& line) const {
  const auto name = line.after("by");
  if (name.empty()) return story_fault(line, "nobody does it", "end with 'by NAME'");
  return person(line, name);
}

bool StoryWorld::has_report(std::string_view name) const {
  return reports_.contains(name);
}

bool StoryWorld::has_dossier(std::string_view name) const {
  return dossiers_.contains(name);
}

bool StoryWorld::has_alert(std::string_view name) const {
  return alerts_.contains(name);
}

const model::Principal& StoryWorld::reader() const {
  const auto found = people_.find("analyst-1");
  base::ensure(found != people_.end(), "a story has an analyst");
  return found->second.principal;
}

}  // namespace cli
