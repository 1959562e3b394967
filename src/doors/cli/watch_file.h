#pragma once

#include <string>
#include <vector>

#include "ground/base/result.h"
#include "ground/model/watch.h"

namespace cli {

/// Reads a watch list whatever its form: an alert (JSON), personas (JSON Lines) or CSV in any
/// encoding that is recognised. "-" is standard input. Fails with invalid_input where it is none of
/// these or names nobody, with too_large over 64 MiB.
[[nodiscard]] base::Result<std::vector<model::WatchedParty>> read_watch_file(
    const std::string& path);

}  // namespace cli
