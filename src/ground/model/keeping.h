#pragma once

#include <cstdint>
#include <string>

#include "ground/base/time.h"
#include "ground/base/vocabulary.h"

namespace model {

/// Why a report has the end that it has.
enum class KeepingRule {
  note,      ///< nothing rests on it and nobody took it for more: half a year
  reviewed,  ///< somebody still needs it: a year from then
  in_use,    ///< five years, a review each year
  hold       ///< no end while the hold stands
};
constexpr auto vocabulary(KeepingRule) {
  return base::make_vocabulary<KeepingRule>("note", "reviewed", "in_use", "hold");
}

/// What a person says about keeping one report.
enum class KeepingDecision {
  keep,  ///< still needed: looked at again in a year
  hold,  ///< must not go, whatever the clock says
  lift   ///< the hold ends
};
constexpr auto vocabulary(KeepingDecision) {
  return base::make_vocabulary<KeepingDecision>("keep", "hold", "lift");
}

/// How long one report is kept and who decided so.
struct Keeping {
  KeepingRule rule = KeepingRule::note;
  base::UtcTime until;     ///< content goes on the day after; without meaning on hold
  bool on_hold = false;    ///< somebody asked that it stay
  std::string decided_by;  ///< account name; "" = nobody yet, the clock alone
  base::UtcTime decided_at;
  std::string reason;
  std::int64_t revision = 0;  ///< ETag; 0 = nobody decided yet
};

}  // namespace model
