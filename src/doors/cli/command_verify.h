#pragma once

#include "doors/cli/command.h"

namespace cli {

/// `kizuki verify`: proves the record and the content against it.
[[nodiscard]] Command command_verify();

}  // namespace cli
