#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ground/base/id.h"
#include "ground/base/time.h"
#include "ground/base/vocabulary.h"
#include "ground/model/knowledge.h"

namespace model {

enum class OrganisationKind { company, station, bureau, prefecture, national_desk, industry_body };
constexpr auto vocabulary(OrganisationKind) {
  return base::make_vocabulary<OrganisationKind>("company", "station", "bureau", "prefecture",
                                                 "national_desk", "industry_body");
}
[[nodiscard]] constexpr bool is_police(OrganisationKind kind) {
  return kind == OrganisationKind::station || kind == OrganisationKind::bureau ||
         kind == OrganisationKind::prefecture || kind == OrganisationKind::national_desk;
}

/// A place where an organisation works.
struct Site {
  std::string name;
  std::string area;  ///< municipality code (JIS X 0402, 5 digits); "" = unknown
  std::string address;
  std::optional<double> lat, lon;  ///< degrees, WGS 84; both or neither
  bool operator==(const Site&) const = default;
};

/// A firm, a station, a bureau, ...: everything that can own reports or receive alerts.
struct Organisation {
  base::Id<Organisation> id;
  std::string key;  ///< public, unique in a hub: "org-semi-a"; what `from.organisation` names
  OrganisationKind kind = OrganisationKind::company;
  Bilingual name;
  std::string sector;                     ///< free word, e.g. "semiconductor"
  std::vector<std::string> technologies;  ///< dotted codes
  std::vector<Site> sites;
  std::vector<std::string> territory;  ///< police: municipality codes or their prefixes ("13")
  std::string station;                 ///< a firm: key of the station that looks after it
  bool reports_held = true;            ///< a firm: its officer sees reports first
  bool fictional = false;              ///< demonstration and tests; shown wherever it is named
  std::int64_t revision = 0;           ///< ETag: grows with every change
  bool operator==(const Organisation&) const = default;
};

/// Somebody at an organisation who may be called or written to.
struct Contact {
  base::Id<Contact> id;
  base::Id<Organisation> organisation;
  std::string name, role, email, phone;
  bool takes_alerts = false;  ///< gets the notice that an alert waits behind sign-in

  /// How the contact was verified: a call to a number found independently (InfraGard 2022).
  struct Verified {
    std::string how;  ///< e.g. "called the switchboard number of the company register"
    std::string by;   ///< account name
    base::UtcTime at;
    bool operator==(const Verified&) const = default;
  };
  std::optional<Verified> verified;
  std::int64_t revision = 0;
  bool operator==(const Contact&) const = default;
};

}  // namespace model
