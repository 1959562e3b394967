#pragma once

#include <vector>

#include "work/workflow/run_jobs.h"

namespace jobs {

/// Every kind of job that the program knows, from all slices. For one hub: steps may keep what
/// they have counted in it.
[[nodiscard]] std::vector<workflow::JobStep> all_steps();

}  // namespace jobs
