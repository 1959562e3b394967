#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ground/model/alert.h"
#include "ground/model/report.h"

namespace outreach {

/// What one report tells of where the same party may turn next.
struct KnownCase {
  struct Spot {
    std::string area;                ///< municipality code or ""
    std::optional<double> lat, lon;  ///< degrees, WGS 84
    bool is_site = false;            ///< of the firm that reported, beside a place of contact
  };
  std::string organisation_key;  ///< who reported; "" = unknown
  std::string sector;            ///< of who reported; "" = unknown
  std::vector<Spot> spots;       ///< of its encounters
  std::vector<std::string> technologies;
  std::vector<std::string> indicators;
  std::string playbook;  ///< best fitting; "" = none
  double weight = 1;     ///< 0..1: how surely it is of the same party, and how fresh
};

/// Collects a case from a report: the places of its encounters and the firm's sites. Without
/// technologies in its encounters those of the firm count; without any place its sites count
/// as the place.
[[nodiscard]] KnownCase known_case(const model::Report& report,
                                   const std::optional<model::Assessment>& assessment,
                                   const model::Organisation* firm);

struct FirmAtRisk {
  std::string organisation_key;
  base::Id<model::Organisation> organisation;
  double score = 0;
  std::vector<model::Reason> reasons;  ///< strongest first, at least one
};

/// Ranks companies that may be approached next, highest first, equal ones by key. A firm is
/// listed for at least one reason; each has a code for edges/render:
///   risk_technology {code}    its field is one that was asked about, or the reporter's
///   risk_near {kilometres}    a site lies within 5 km of an encounter (rounded up)
///   risk_near_firm {kilometres}  a site lies within 5 km of one of a firm that reported
///   risk_region {kilometres}  a site lies within 100 km of either; never the only reason
///   risk_same_ward {area}     a site lies in the same municipality
///   risk_sector {sector}      same sector as a firm that reported
///   risk_same_script {playbook}  an earlier report of the firm shows the same script
///   risk_shared_acts {id...}  an earlier report of the firm shares three or more indicators
/// A technology that few firms work on weighs more than a common one, and what several cases
/// show weighs more than what one does. Weights are judgement, not statistics. The reporting
/// firms of `cases` are left out.
/// `cases`: the reports behind the alert. `earlier`: other reports of the hub.
[[nodiscard]] std::vector<FirmAtRisk> firms_at_risk(std::span<const KnownCase> cases,
                                                    std::span<const model::Organisation> firms,
                                                    std::span<const KnownCase> earlier = {});

/// Who gets a caution: the firms whose own staff were contacted, each once, with reason
/// own_staff.
[[nodiscard]] std::vector<FirmAtRisk> firms_contacted(std::span<const KnownCase> cases,
                                                      std::span<const model::Organisation> firms);

/// Kilometres on a sphere of 6371 km (haversine).
[[nodiscard]] double distance_km(double lat_a, double lon_a, double lat_b, double lon_b);

}  // namespace outreach
