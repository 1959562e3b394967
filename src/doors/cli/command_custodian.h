#pragma once

#include "doors/cli/command.h"

namespace cli {

/// `kizuki custodian`: keys to which the names of reporters are sealed.
[[nodiscard]] Command command_custodian();

}  // namespace cli
