#pragma once

#include "doors/cli/command.h"

namespace cli {

/// `kizuki partner`: the other hubs that bundles are exchanged with.
[[nodiscard]] Command command_partner();

}  // namespace cli
