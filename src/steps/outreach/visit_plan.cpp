#include "steps/outreach/visit_plan.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include "steps/outreach/firms_at_risk.h"

namespace outreach {
namespace {

using model::Reason;

// Judgement, in one place: an unanswered alert outweighs everything, an overdue promise all but
// that, then contacts close by, then neglect.
constexpr double unanswered_weight = 5, waiting_weight = 2, promise_weight = 4, contact_weight = 3,
                 never_weight = 2.5, long_ago_weight = 2, untold_weight = 1.5, lessons_weight = 1.5,
                 own_technology_weight = 1, sites_weight = 0.5, recent_weight = -3;
constexpr double waiting_days_full = 14, contacts_half = 3;
constexpr std::int64_t long_ago_days = 180, neglect_days = 730, recent_days = 60;

std::int64_t days_between(base::UtcTime from, base::UtcTime to) {
  return std::chrono::duration_cast<std::chrono::days>(to - from).count();
}

// Ten contacts say little more than five: the first ones count most.
double saturating(std::int64_t count) {
  return contact_weight * (1 - std::exp2(-static_cast<double>(count) / contacts_half));
}

double waiting_effect(std::int64_t days) {
  const auto share = std::clamp(static_cast<double>(days) / waiting_days_full, 0.0, 1.0);
  return unanswered_weight + waiting_weight * share;
}

double neglect_effect(std::int64_t days) {
  const auto span = static_cast<double>(neglect_days - long_ago_days);
  return long_ago_weight * std::min(1.0, static_cast<double>(days - long_ago_days) / span);
}

double sites_effect(std::int64_t areas) {
  constexpr double most = 3;
  return sites_weight * std::min(most, std::log2(static_cast<double>(areas)));
}

/// Calls take(code, effect, counts) for all that speaks for or against a visit.
template <class Take>
void weigh_last_visit(const FirmToVisit& firm, const PlanFacts& facts, const Take& take) {
  if (!firm.visited_at) return take("visit_never", never_weight);
  const auto days = days_between(*firm.visited_at, facts.now);
  if (days > long_ago_days) return take("visit_long_ago", neglect_effect(days), days);
  if (days < recent_days) take("visit_recent", recent_weight, days);
}

template <class Take>
void weigh(const FirmToVisit& firm, const PlanFacts& facts, const Take& take) {
  if (firm.unanswered > 0) {
    const auto days = firm.unanswered_since ? days_between(*firm.unanswered_since, facts.now) : 0;
    take("visit_unanswered", waiting_effect(days), firm.unanswered, days);
  }
  if (firm.promises_late > 0) take("visit_promise_late", promise_weight, firm.promises_late);
  if (firm.contacts_near > 0)
    take("visit_near", saturating(firm.contacts_near), firm.contacts_near);
  if (firm.contacts_alike > 0)
    take("visit_alike", saturating(firm.contacts_alike), firm.contacts_alike);
  weigh_last_visit(firm, facts, take);
  const auto untold = facts.methods - firm.methods_told;
  if (untold > 0)
    take("visit_untold",
         untold_weight * static_cast<double>(untold) / static_cast<double>(facts.methods), untold,
         facts.methods);
  const auto lessons = facts.lessons - firm.lessons_told;
  if (lessons > 0)
    take("visit_lessons",
         lessons_weight * static_cast<double>(lessons) / static_cast<double>(facts.lessons),
         lessons, facts.lessons);
  if (firm.technologies > 0) take("visit_technology", own_technology_weight);
  if (firm.areas > 1) take("visit_sites", sites_effect(firm.areas), firm.areas);
}

double score_of(const FirmToVisit& firm, const PlanFacts& facts) {
  double score = 0;
  weigh(firm, facts, [&](const char*, double effect, auto...) { score += effect; });
  return score;
}

std::size_t nearest(MapPoint from, std::span<const std::optional<MapPoint>> stops,
                    const std::vector<bool>& was_taken, double& km) {
  auto best = stops.size();
  km = std::numeric_limits<double>::infinity();
  for (std::size_t at = 0; at < stops.size(); ++at) {
    if (!stops[at] || was_taken[at]) continue;
    const auto away = distance_km(from.lat, from.lon, stops[at]->lat, stops[at]->lon);
    if (away >= km) continue;
    km = away;
    best = at;
  }
  return best;
}

}  // namespace

std::vector<RankedFirm> rank_visits(std::span<const FirmToVisit> firms, const PlanFacts& facts,
                                    std::size_t limit) {
  std::vector<RankedFirm> ranked(firms.size());
  for (std::size_t at = 0; at < firms.size(); ++at)
    ranked[at] = {at, score_of(firms[at], facts)};
  const auto middle = ranked.begin() + static_cast<std::ptrdiff_t>(std::min(limit, ranked.size()));
  std::ranges::partial_sort(ranked, middle, [](const RankedFirm& left, const RankedFirm& right) {
    return left.score != right.score ? left.score > right.score : left.index < right.index;
  });
  ranked.erase(middle, ranked.end());
  return ranked;
}

std::vector<Reason> reasons_to_visit(const FirmToVisit& firm, const std::vector<std::string>& codes,
                                     const PlanFacts& facts) {
  std::vector<Reason> reasons;
  weigh(firm, facts, [&](const std::string& code, double effect, auto... counts) {
    std::vector<std::string> parameters{std::to_string(counts)...};
    if (code == "visit_technology") parameters = codes;
    reasons.push_back({code, std::move(parameters), effect, std::nullopt, std::nullopt});
  });
  std::ranges::stable_sort(reasons, std::ranges::greater{}, &Reason::effect);
  return reasons;
}

std::optional<MapPoint> place_of(const model::Organisation& organisation) {
  for (const auto& site : organisation.sites)
    if (site.lat && site.lon) return MapPoint{*site.lat, *site.lon};
  return std::nullopt;
}

std::vector<model::RouteStop> day_route(std::optional<MapPoint> start,
                                        std::span<const std::optional<MapPoint>> stops) {
  std::vector<model::RouteStop> route;
  std::vector<bool> was_taken(stops.size(), false);
  auto here = start;
  for (std::size_t at = 0; at < stops.size() && !here; ++at)
    here = stops[at];
  double km = 0;
  while (here) {
    const auto next = nearest(*here, stops, was_taken, km);
    if (next == stops.size()) break;
    was_taken[next] = true;
    route.push_back({next, km});
    here = stops[next];
  }
  for (std::size_t at = 0; at < stops.size(); ++at)
    if (!was_taken[at]) route.push_back({at, std::nullopt});
  return route;
}

}  // namespace outreach
