#include "steps/intake/kind.h"

#include <algorithm>

namespace intake {

using model::ReportKind;

HitSummary summarise(const std::vector<model::IndicatorHit>& indicators,
                     const std::vector<model::IndicatorHit>& counters) {
  HitSummary summary;
  for (const auto& hit : indicators) {
    const std::string_view id = hit.id;
    if (id.starts_with("CO")) {
      ++summary.pressure_count;
      summary.home_or_past = summary.home_or_past || id == "CO1" || id == "CO2";
    } else if (id == "CY1") {
      summary.lure_file = true;
    } else {
      ++summary.approach_count;
    }
    summary.strong_request = summary.strong_request || id == "TA1" || id == "TA3" || id == "TA4" ||
                             id == "DV5" || id.starts_with("HA") || id.starts_with("CO");
  }
  summary.is_protected =
      std::ranges::any_of(counters, [](const auto& hit) { return hit.id == "OK8"; });
  return summary;
}

ReportKind kind_of(const Topics& topics, const HitSummary& hits) {
  constexpr int history_few = 2;
  if (hits.is_protected && !hits.strong_request) return ReportKind::protected_;
  const bool is_threat = hits.home_or_past && hits.approach_count <= history_few;
  if (topics.insider && !topics.contact && !is_threat && hits.approach_count <= history_few)
    return ReportKind::insider;
  if (is_threat) return ReportKind::threat;
  const int acts = hits.approach_count + hits.pressure_count;
  if ((topics.cyber || hits.lure_file) && acts == 0) return ReportKind::cyber;
  if (acts == 0 && !hits.lure_file &&
      (topics.origin || (topics.rumour && (topics.colleague || !topics.contact))))
    return ReportKind::rumour;
  if (acts > 0 || hits.lure_file || topics.contact) return ReportKind::contact;
  return ReportKind::other;
}

}  // namespace intake
