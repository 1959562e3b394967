#pragma once

#include <cstdint>

#include "work/workflow/hub.h"

namespace workflow {

/// How many personas are kept in comparable form, over all reports: a number, no content.
[[nodiscard]] std::int64_t count_personas(Hub& hub);

}  // namespace workflow
