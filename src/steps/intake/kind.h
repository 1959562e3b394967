#pragma once

#include <string>
#include <vector>

#include "ground/model/reading.h"

namespace intake {

/// What a text is about, by the topics it touches.
struct Topics {
  bool contact = false, insider = false, cyber = false, rumour = false, colleague = false,
       origin = false;
};

/// What the hits of a text amount to, as far as its kind depends on it.
struct HitSummary {
  int approach_count = 0;       ///< indicators of an approach from outside, without pressure
  int pressure_count = 0;       ///< CO1 to CO3
  bool home_or_past = false;    ///< CO1 or CO2: a threat in itself
  bool strong_request = false;  ///< cash, secrets, concealment: whoever asks, it is a case
  bool lure_file = false;       ///< CY1
  bool is_protected = false;    ///< OK8
};

[[nodiscard]] HitSummary summarise(const std::vector<model::IndicatorHit>& indicators,
                                   const std::vector<model::IndicatorHit>& counters);

/// The order of the questions matters and is the rule:
/// 1. a protected contact (press, union, counsel ...) without a strong request: protected
/// 2. what a colleague did with data, and nobody from outside: insider
/// 3. a threat with hardly any history: threat
/// 4. a lure file or phishing and no personal approach: cyber
/// 5. a feeling or hearsay about a colleague or somebody's origin, no act: rumour
/// 6. any act of an approach, or somebody from outside turned up: contact
/// 7. otherwise: other
[[nodiscard]] model::ReportKind kind_of(const Topics& topics, const HitSummary& hits);

}  // namespace intake
