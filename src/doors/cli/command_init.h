#pragma once

#include "doors/cli/command.h"

namespace cli {

/// `kizuki init`: makes a store, its keys and the first invitation.
[[nodiscard]] Command command_init();

}  // namespace cli
