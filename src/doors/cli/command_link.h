#pragma once

#include "doors/cli/command.h"

namespace cli {

/// `kizuki link`: which rows of CSV files are one party.
[[nodiscard]] Command command_link();

}  // namespace cli
