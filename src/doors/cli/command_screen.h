#pragma once

#include "doors/cli/command.h"

namespace cli {

/// `kizuki screen`: rows of a firm's own logs against a watch list.
[[nodiscard]] Command command_screen();

}  // namespace cli
