#pragma once

#include "doors/cli/command.h"

namespace cli {

/// `kizuki user`: accounts, from the machine itself.
[[nodiscard]] Command command_user();

}  // namespace cli
