#pragma once

#include <cstdint>

#include "ground/base/result.h"
#include "ground/model/alert_view.h"
#include "work/workflow/hub.h"

namespace workflow {

/// Changes a draft: text, contrary evidence, confidence, marking, expiry, and firm by firm who
/// gets it. A firm that is taken out stays on the list with the reason; one that is added has the
/// reason added_by_person.
///
/// Errors: conflict unless it is a draft; invalid_input at "/include/<n>" or "/exclude/<n>" for an
/// organisation that is no firm or not on the list; precondition_failed for another revision.
[[nodiscard]] base::Result<model::Alert> edit_alert(Hub& hub, const model::Principal& principal,
                                                    base::Id<model::Alert> id,
                                                    std::int64_t revision, model::AlertEdit edit);

}  // namespace workflow
