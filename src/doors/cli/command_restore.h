#pragma once

#include "doors/cli/command.h"

namespace cli {

/// `kizuki restore`: a store from a copy, verified before it is used.
[[nodiscard]] Command command_restore();

}  // namespace cli
