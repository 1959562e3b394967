#pragma once

#include "work/workflow/hub.h"

namespace workflow {

/// Whether the database answers. Throws base::OutsideFailure when it does not.
void check_health(Hub& hub);

}  // namespace workflow
