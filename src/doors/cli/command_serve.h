#pragma once

#include "doors/cli/command.h"

namespace cli {

/// `kizuki serve`: the server, with its pages and its jobs.
[[nodiscard]] Command command_serve();

}  // namespace cli
