#pragma once

#include <vector>

#include "work/workflow/run_jobs.h"

namespace workflow {

/// What the program does by itself with alerts: notices, reminders, follow-ups, expiry.
[[nodiscard]] std::vector<JobStep> alert_steps();

}  // namespace workflow
