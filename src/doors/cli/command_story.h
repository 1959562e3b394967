#pragma once

#include "doors/cli/command.h"

namespace cli {

/// `kizuki story`: plays scenario texts and says which expectation failed.
[[nodiscard]] Command command_story();

}  // namespace cli
