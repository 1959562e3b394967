#pragma once

#include "doors/cli/command.h"

namespace cli {

/// `kizuki simulate`: an invented stream of reports, the truth apart. See --help.
[[nodiscard]] Command command_simulate();

}  // namespace cli
