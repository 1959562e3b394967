#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "ground/base/id.h"
#include "ground/model/organisation.h"

namespace model {

enum class Role {
  employee,
  company_officer,
  station_officer,
  analyst,
  approver,
  investigator,
  liaison,
  custodian,
  auditor,
  administrator
};
constexpr auto vocabulary(Role) {
  return base::make_vocabulary<Role>("employee", "company_officer", "station_officer", "analyst",
                                     "approver", "investigator", "liaison", "custodian", "auditor",
                                     "administrator");
}

enum class AccountState { invited, active, disabled };
constexpr auto vocabulary(AccountState) {
  return base::make_vocabulary<AccountState>("invited", "active", "disabled");
}

/// Somebody who can sign in. Password hashes and tokens live in the store only.
struct Account {
  base::Id<Account> id;
  base::Id<Organisation> organisation;
  std::string name;     ///< sign-in name, unique in a hub
  std::string display;  ///< as shown
  std::string email;    ///< for notices without content; may be empty
  std::vector<Role> roles;
  AccountState state = AccountState::invited;
  std::string language = "ja";
  std::int64_t revision = 0;
  bool operator==(const Account&) const = default;
};

/// Who asks. Every workflow function takes one first; there is no call without it.
struct Principal {
  enum class Kind { anonymous, person, program, system };
  Kind kind = Kind::anonymous;
  base::Id<Account> account;            ///< nil for anonymous and system
  std::string name;                     ///< account name, or "system:jobs", "operator:root"
  base::Id<Organisation> organisation;  ///< nil for anonymous and system
  OrganisationKind organisation_kind = OrganisationKind::company;
  std::string organisation_key;
  std::vector<Role> roles;
  std::vector<std::string> territory;  ///< of the organisation
  std::string caused_by;               ///< a job: who caused it

  [[nodiscard]] bool has(Role role) const {
    return std::find(roles.begin(), roles.end(), role) != roles.end();
  }
};
constexpr auto vocabulary(Principal::Kind) {
  return base::make_vocabulary<Principal::Kind>("anonymous", "person", "program", "system");
}

}  // namespace model
