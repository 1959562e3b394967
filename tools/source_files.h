#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "layer_rules.h"

namespace tools {

/// The bytes of a file; empty where there is none.
[[nodiscard]] std::string text_of(const std::filesystem::path& path);

/// All .h and .cpp files of src/, in order of path.
[[nodiscard]] std::vector<SourceFile> sources_below(const std::filesystem::path& repository);

}  // namespace tools
