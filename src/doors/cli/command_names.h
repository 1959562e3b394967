#pragma once

#include "doors/cli/command.h"

namespace cli {

/// `names compare`, `names find`: docs/NAMES.md.
[[nodiscard]] Command command_names();

}  // namespace cli
