#pragma once

#include <cstdint>
#include <functional>
#include <set>

#include "edges/store/digest.h"
#include "ground/model/alert.h"
#include "steps/outreach/days_taken.h"
#include "work/workflow/hub.h"

namespace workflow {

/// What firms did with their copies of alerts, for digests and the loop, and which firms stand
/// behind each count.
struct Answers {
  std::set<base::Id<model::Organisation>> firms, answering, silent, prompt, late;
  std::int64_t warned = 0, answered = 0;
  std::int64_t in_time = 0;  ///< of those answered, within three working days
  outreach::DaysTaken days;  ///< until the answer

  void add(const model::Delivery& copy);
  /// Whether it may be told how many answered, and how many of them in time.
  [[nodiscard]] bool may_tell_answered() const;
  [[nodiscard]] bool may_tell_late() const;
};

/// Copies of alerts (no corrections) that firms received in the period, opened.
void for_each_alert_copy(const Hub& hub, db::Connection& connection, const store::Period& period,
                         const std::function<void(const model::Delivery&)>& take);

}  // namespace workflow
