#pragma once

#include "doors/cli/command.h"

namespace cli {

/// `kizuki match`: one stream of reports to the links that the server would propose; stores
/// nothing.
[[nodiscard]] Command command_match();

}  // namespace cli
