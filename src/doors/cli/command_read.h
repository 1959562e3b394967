#pragma once

#include "doors/cli/command.h"

namespace cli {

/// `kizuki read`: narratives to readings (kizuki.reading/1); stores nothing.
[[nodiscard]] Command command_read();

}  // namespace cli
