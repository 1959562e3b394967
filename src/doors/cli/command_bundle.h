#pragma once

#include "doors/cli/command.h"

namespace cli {

/// `kizuki bundle`: hands over what waits for another hub, as a signed and sealed file.
[[nodiscard]] Command command_bundle();

}  // namespace cli
