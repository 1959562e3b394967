#include "steps/outreach/firms_at_risk.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <set>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

namespace outreach {
namespace {

using model::Organisation;
using model::Reason;

// Judgement, in one place. A field of work is why a firm is of interest at all: in invented
// campaigns by people who saw nothing of this, nineteen of twenty next firms were of the field of
// the last, and two of three in the same municipality.
constexpr double technology_weight = 5, sector_weight = 2.5, near_weight = 4, near_firm_weight = 3,
                 ward_weight = 2.5, region_weight = 2.5, script_weight = 1, acts_weight = 0.5;
constexpr double near_km_max = 5, near_km_scale = 3, region_km_max = 100, region_km_scale = 60;
constexpr double rest_share = 0.25;  // of what the second and further cases add
constexpr std::size_t shared_acts_min = 3;

Reason reason(std::string code, std::vector<std::string> parameters, double effect) {
  return {std::move(code), std::move(parameters), effect, std::nullopt, std::nullopt};
}

std::size_t depth(std::string_view code) {
  return 1 + static_cast<std::size_t>(std::ranges::count(code, '.'));
}

std::size_t shared_depth(std::string_view left, std::string_view right) {
  std::size_t parts = 0;
  std::size_t at = 0;
  while (at < left.size() && at < right.size()) {
    auto left_end = std::min(left.find('.', at), left.size());
    auto right_end = std::min(right.find('.', at), right.size());
    if (left.substr(at, left_end - at) != right.substr(at, right_end - at)) break;
    ++parts;
    at = left_end + 1;
  }
  return parts;
}

// 1 when one is the other or a finer form of it, a share of the longer path otherwise.
double likeness(std::string_view left, std::string_view right) {
  if (left.empty() || right.empty()) return 0;
  auto shared = shared_depth(left, right);
  auto shorter = std::min(depth(left), depth(right));
  if (shared == shorter) return 1;
  return static_cast<double>(shared) / static_cast<double>(std::max(depth(left), depth(right)));
}

// Families that nearly every firm has tell little: 1 for a unique one, falling to 0.3.
class Rarity {
 public:
  explicit Rarity(std::span<const Organisation> firms) : firms_(firms.size()) {
    for (const auto& firm : firms) {
      std::set<std::string> prefixes;
      for (const auto& code : firm.technologies)
        for (auto at = code.find('.'); at != code.npos; at = code.find('.', at + 1))
          prefixes.insert(code.substr(0, at));
      prefixes.insert(firm.technologies.begin(), firm.technologies.end());
      for (const auto& prefix : prefixes)
        ++holders_[prefix];
    }
  }
  [[nodiscard]] double of(const std::string& code) const {
    constexpr double floor = 0.3;
    auto found = holders_.find(code);
    if (found == holders_.end() || firms_ < 2) return 1;
    auto share =
        std::log(static_cast<double>(found->second)) / std::log(static_cast<double>(firms_));
    return floor + (1 - floor) * (1 - share);
  }

 private:
  std::size_t firms_;
  std::map<std::string, std::size_t> holders_;
};

std::optional<Reason> by_technology(const KnownCase& known, const Organisation& firm,
                                    const Rarity& rarity) {
  std::optional<Reason> best;
  for (const auto& wanted : known.technologies) {
    for (const auto& own : firm.technologies) {
      auto effect = technology_weight * likeness(wanted, own) * rarity.of(own);
      if (effect > 0 && (!best || effect > best->effect))
        best = reason("risk_technology", {own}, effect);
    }
  }
  return best;
}

/// Kilometres from the nearest place of that sort to the firm's nearest site.
std::optional<double> nearest_km(const KnownCase& known, const Organisation& firm, bool to_site) {
  std::optional<double> nearest;
  for (const auto& spot : known.spots) {
    if (spot.is_site != to_site || !spot.lat || !spot.lon) continue;
    for (const auto& site : firm.sites) {
      if (!site.lat || !site.lon) continue;
      const auto away = distance_km(*spot.lat, *spot.lon, *site.lat, *site.lon);
      if (!nearest || away < *nearest) nearest = away;
    }
  }
  return nearest;
}

Reason at_distance(std::string code, double kilometres, double weight, double scale) {
  const auto shown = std::max(1, static_cast<int>(std::ceil(kilometres)));
  return reason(std::move(code), {std::to_string(shown)}, weight * std::exp(-kilometres / scale));
}

std::optional<Reason> by_distance(const KnownCase& known, const Organisation& firm) {
  const auto place = nearest_km(known, firm, false), site = nearest_km(known, firm, true);
  if (place && *place <= near_km_max)
    return at_distance("risk_near", *place, near_weight, near_km_scale);
  if (site && *site <= near_km_max)
    return at_distance("risk_near_firm", *site, near_firm_weight, near_km_scale);
  const auto nearer = place && site ? std::min(*place, *site) : place.value_or(site.value_or(1e9));
  if (nearer <= region_km_max)
    return at_distance("risk_region", nearer, region_weight, region_km_scale);
  return std::nullopt;
}

std::optional<Reason> by_ward(const KnownCase& known, const Organisation& firm) {
  for (const auto& spot : known.spots)
    for (const auto& site : firm.sites)
      if (!spot.is_site && !spot.area.empty() && spot.area == site.area)
        return reason("risk_same_ward", {site.area}, ward_weight);
  return std::nullopt;
}

/// The stronger of distance and municipality: one place tells once.
std::optional<Reason> by_place(const KnownCase& known, const Organisation& firm) {
  auto near = by_distance(known, firm), ward = by_ward(known, firm);
  return near && (!ward || near->effect >= ward->effect || near->code == "risk_near") ? near : ward;
}

std::optional<Reason> by_sector(const KnownCase& known, const Organisation& firm) {
  if (known.sector.empty() || known.sector != firm.sector) return std::nullopt;
  return reason("risk_sector", {firm.sector}, sector_weight);
}

using Histories = std::unordered_map<std::string, std::vector<const KnownCase*>>;  // by firm

Histories histories_of(std::span<const KnownCase> earlier) {
  Histories histories;
  for (const auto& known : earlier)
    if (!known.playbook.empty() || !known.indicators.empty())
      histories[known.organisation_key].push_back(&known);
  return histories;
}

std::optional<Reason> by_history(const KnownCase& known, const Organisation& firm,
                                 const Histories& histories) {
  const auto own = histories.find(firm.key);
  if (own == histories.end()) return std::nullopt;
  std::optional<Reason> best;
  for (const auto* other : own->second) {
    if (!known.playbook.empty() && known.playbook == other->playbook)
      return reason("risk_same_script", {known.playbook}, script_weight);
    std::vector<std::string> shared;
    for (const auto& id : known.indicators)
      if (std::ranges::count(other->indicators, id)) shared.push_back(id);
    if (shared.size() >= shared_acts_min) best = reason("risk_shared_acts", shared, acts_weight);
  }
  return best;
}

// The strongest case counts whole, each further one a share: five reports from one gate should
// not bury a firm that fits in every other way.
void gather(std::vector<Reason>& reasons, std::optional<Reason> found, double weight) {
  if (!found) return;
  found->effect *= weight;
  auto same = std::ranges::find(reasons, found->code, &Reason::code);
  if (same == reasons.end()) {
    reasons.push_back(std::move(*found));
    return;
  }
  auto rest = std::min(same->effect, found->effect) * rest_share;
  if (found->effect > same->effect) *same = std::move(*found);
  same->effect += rest;
}

bool reported(std::span<const KnownCase> cases, const std::string& key) {
  return std::ranges::any_of(cases,
                             [&](const KnownCase& known) { return known.organisation_key == key; });
}

std::optional<FirmAtRisk> judge(const Organisation& firm, std::span<const KnownCase> cases,
                                const Histories& histories, const Rarity& rarity) {
  FirmAtRisk risk{firm.key, firm.id, 0, {}};
  for (const auto& known : cases) {
    gather(risk.reasons, by_technology(known, firm, rarity), known.weight);
    gather(risk.reasons, by_place(known, firm), known.weight);
    gather(risk.reasons, by_sector(known, firm), known.weight);
    gather(risk.reasons, by_history(known, firm, histories), known.weight);
  }
  if (std::ranges::all_of(risk.reasons,
                          [](const Reason& one) { return one.code == "risk_region"; }))
    return std::nullopt;
  std::ranges::stable_sort(risk.reasons, std::ranges::greater{}, &Reason::effect);
  for (const auto& one : risk.reasons)
    risk.score += one.effect;
  return risk;
}

}  // namespace

KnownCase known_case(const model::Report& report,
                     const std::optional<model::Assessment>& assessment,
                     const model::Organisation* firm) {
  KnownCase known;
  known.organisation_key = firm ? firm->key : report.from.organisation;
  if (firm) known.sector = firm->sector;
  std::set<std::string> technologies, indicators;
  for (const auto& encounter : report.encounters) {
    technologies.insert(encounter.technologies.begin(), encounter.technologies.end());
    indicators.insert(encounter.behaviours.begin(), encounter.behaviours.end());
    const auto& place = encounter.place;
    if (!place.area.empty() || place.lat)
      known.spots.push_back({place.area, place.lat, place.lon, false});
  }
  if (firm && technologies.empty())
    technologies.insert(firm->technologies.begin(), firm->technologies.end());
  const bool has_place = !known.spots.empty();
  if (firm)
    for (const auto& site : firm->sites)
      known.spots.push_back({site.area, site.lat, site.lon, has_place});
  known.technologies.assign(technologies.begin(), technologies.end());
  known.indicators.assign(indicators.begin(), indicators.end());
  if (assessment && !assessment->playbooks.empty())
    known.playbook = assessment->playbooks.front().id;
  return known;
}

std::vector<FirmAtRisk> firms_at_risk(std::span<const KnownCase> cases,
                                      std::span<const Organisation> firms,
                                      std::span<const KnownCase> earlier) {
  const Rarity rarity(firms);
  const auto histories = histories_of(earlier);
  std::vector<FirmAtRisk> ranked;
  for (const auto& firm : firms) {
    if (firm.kind != model::OrganisationKind::company || reported(cases, firm.key)) continue;
    if (auto risk = judge(firm, cases, histories, rarity)) ranked.push_back(std::move(*risk));
  }
  std::ranges::sort(ranked, [](const FirmAtRisk& left, const FirmAtRisk& right) {
    return left.score != right.score ? left.score > right.score
                                     : left.organisation_key < right.organisation_key;
  });
  return ranked;
}

std::vector<FirmAtRisk> firms_contacted(std::span<const KnownCase> cases,
                                        std::span<const Organisation> firms) {
  std::vector<FirmAtRisk> contacted;
  for (const auto& firm : firms)
    if (firm.kind == model::OrganisationKind::company && reported(cases, firm.key))
      contacted.push_back({firm.key, firm.id, 1, {reason("own_staff", {}, 1)}});
  return contacted;
}

double distance_km(double lat_a, double lon_a, double lat_b, double lon_b) {
  constexpr double earth_radius_km = 6371;
  constexpr double radians = std::numbers::pi / 180;
  auto half_lat = std::sin((lat_b - lat_a) * radians / 2);
  auto half_lon = std::sin((lon_b - lon_a) * radians / 2);
  auto share = half_lat * half_lat +
               std::cos(lat_a * radians) * std::cos(lat_b * radians) * half_lon * half_lon;
  return 2 * earth_radius_km * std::asin(std::min(1.0, std::sqrt(share)));
}

}  // namespace outreach
