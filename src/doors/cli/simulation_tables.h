#pragma once

#include "work/simulate/words.h"

namespace cli {

/// The shipped tables of data/simulation, decoded. Our bug if they cannot be: tests hold them.
[[nodiscard]] simulate::Words shipped_simulation();

}  // namespace cli
