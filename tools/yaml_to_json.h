#pragma once

#include <string>

namespace tools {

/// A YAML document as JSON: quoted scalars are texts, plain ones are read by the core schema of
/// YAML 1.2 (null, true, false, numbers, else text). Throws std::runtime_error when it is broken.
[[nodiscard]] std::string yaml_to_json(const std::string& yaml);

}  // namespace tools
