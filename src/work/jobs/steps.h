#pragma once

#include <span>

#include "work/workflow/run_jobs.h"

namespace jobs {

/// Every kind of job that the program knows, from all slices.
[[nodiscard]] std::span<const workflow::JobStep> all_steps();

}  // namespace jobs
