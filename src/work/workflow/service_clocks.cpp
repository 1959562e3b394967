#include "work/workflow/service_clocks.h"

#include "ground/base/working_days.h"

namespace workflow {

base::UtcTime human_look_due(base::UtcTime start, model::Stage stage, bool threat) {
  if (threat || stage == model::Stage::coerce) return start + std::chrono::hours(1);
  if (stage == model::Stage::task || stage == model::Stage::run)
    return start + std::chrono::hours(24);
  return base::working_days_after(start, 1);
}

}  // namespace workflow
