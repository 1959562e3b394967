#pragma once

#include <cstdint>

#include "ground/base/result.h"
#include "ground/model/alert.h"
#include "work/workflow/hub.h"

namespace workflow {

/// The author asks for an approval: refused with every problem that alert::problems_of finds
/// (contrary evidence first), else a task for an approver who did not write it, due in one
/// working day.
[[nodiscard]] base::Result<model::Alert> submit_alert(Hub& hub, const model::Principal& principal,
                                                      base::Id<model::Alert> id,
                                                      std::int64_t revision);

}  // namespace workflow
