#pragma once

#include "doors/cli/command.h"

namespace cli {

/// `kizuki migrate`: brings the schema of a store up to this program.
[[nodiscard]] Command command_migrate();

}  // namespace cli
