#pragma once

#include "doors/cli/command.h"

namespace cli {

/// `kizuki move`: a store from its file into PostgreSQL, or back.
[[nodiscard]] Command command_move();

}  // namespace cli
