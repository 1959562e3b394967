#pragma once

#include <string>

#include "doors/cli/data_folder.h"
#include "ground/model/audit.h"

namespace cli {

/// Checks a whole store; damage that keeps the check itself from reading is a finding, too.
[[nodiscard]] model::Verification verify(OpenStore& store);

[[nodiscard]] std::string text_of(const model::Verification& found);
[[nodiscard]] std::string json_of(const model::Verification& found);

}  // namespace cli
