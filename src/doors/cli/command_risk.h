#pragma once

#include "doors/cli/command.h"

namespace cli {

/// `kizuki risk`: which firms may be approached next, by a file of reports. See --help.
[[nodiscard]] Command command_risk();

}  // namespace cli
