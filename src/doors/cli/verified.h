#pragma once

#include <string>

#include "doors/cli/data_folder.h"
#include "edges/render/words.h"
#include "ground/model/audit.h"

namespace cli {

/// Checks a whole store; damage that keeps the check itself from reading is a finding, too.
[[nodiscard]] model::Verification verify(OpenStore& store);

/// For a person; what is broken is told in the language.
[[nodiscard]] std::string text_of(const model::Verification& found, render::Locale locale);
[[nodiscard]] std::string json_of(const model::Verification& found);

}  // namespace cli
