#pragma once

#include "doors/cli/command.h"

namespace cli {

/// `kizuki import`: reports from files into a store.
[[nodiscard]] Command command_import();

}  // namespace cli
