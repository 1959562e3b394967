#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "ground/base/time.h"
#include "ground/model/assessment.h"
#include "ground/model/organisation.h"
#include "ground/model/visit.h"

namespace outreach {

/// What is counted of one firm before anybody decides whom to visit. Behaviour of contacts and
/// the firm's own work only; nothing of who works there.
struct FirmToVisit {
  base::Id<model::Organisation> firm;
  std::int64_t unanswered = 0;  ///< sent alerts without acknowledgement
  std::optional<base::UtcTime> unanswered_since;
  std::int64_t promises_late = 0;
  std::int64_t contacts_near = 0;   ///< vetted reports in its municipality, in contact_days
  std::int64_t contacts_alike = 0;  ///< the same from other firms with one of its technologies
  std::optional<base::UtcTime> visited_at;
  std::int64_t methods_told = 0;  ///< method cards shown so far
  std::int64_t lessons_told = 0;  ///< of those that may be told to firms now
  std::int64_t technologies = 0;
  std::int64_t areas = 0;  ///< municipalities it has sites in
};

/// Reports count for so long.
inline constexpr std::chrono::days contact_days{180};

/// What a plan is made against.
struct PlanFacts {
  base::UtcTime now;
  std::int64_t methods = 0;  ///< method cards that there are
  std::int64_t lessons = 0;  ///< lessons that may be told to firms
};

/// The place of a firm in `firms` and what speaks for a visit, in points.
struct RankedFirm {
  std::size_t index = 0;
  double score = 0;
};

/// The `limit` firms most worth a visit, highest first; equal ones in the order given. The score
/// is the sum of the effects of its reasons.
[[nodiscard]] std::vector<RankedFirm> rank_visits(std::span<const FirmToVisit> firms,
                                                  const PlanFacts& facts, std::size_t limit);

/// Why, strongest first; what speaks against comes last with a negative effect. Codes for
/// edges/render; weights are judgement, not statistics:
///   visit_unanswered {count, days}  alerts wait for its acknowledgement, the oldest so long
///   visit_promise_late {count}      something promised there is overdue
///   visit_near {count}              contacts in its municipality
///   visit_alike {count}             contacts with firms of the same technology
///   visit_never                     nobody was there yet
///   visit_long_ago {days}           the last visit lies more than half a year back
///   visit_untold {count, all}       method cards it has not seen
///   visit_lessons {count, all}      lessons it has not been told
///   visit_technology {code...}      its technologies
///   visit_sites {count}             works in several municipalities
///   visit_recent {days}             was visited in the last 60 days
[[nodiscard]] std::vector<model::Reason> reasons_to_visit(const FirmToVisit& firm,
                                                          const std::vector<std::string>& codes,
                                                          const PlanFacts& facts);

/// A place on the map, in degrees (WGS 84).
struct MapPoint {
  double lat = 0, lon = 0;
};

/// The first site whose place is known.
[[nodiscard]] std::optional<MapPoint> place_of(const model::Organisation& organisation);

/// The stops in the order of a day: always the nearest one next, from `start` or else from the
/// first stop. Stops of unknown place come last in the order given.
[[nodiscard]] std::vector<model::RouteStop> day_route(
    std::optional<MapPoint> start, std::span<const std::optional<MapPoint>> stops);

}  // namespace outreach
