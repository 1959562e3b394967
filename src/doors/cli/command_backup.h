#pragma once

#include "doors/cli/command.h"

namespace cli {

/// `kizuki backup`: a consistent copy of a store, also while it serves.
[[nodiscard]] Command command_backup();

}  // namespace cli
