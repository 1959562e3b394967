#pragma once

#include "steps/resolve/record_model.h"

namespace resolve {

/// Shares of levels as common experience has them, before a table has said anything: of pairs that
/// are one party, and of strangers. Our own estimates from the tables of persons we know; a table
/// of some thousand pairs overrules them.
[[nodiscard]] const LevelShares& usual_same();
[[nodiscard]] const LevelShares& usual_strangers();

}  // namespace resolve
