#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tools {

/// One file of src/. `path` is from the top of the repository: "src/steps/intake/form.cpp".
struct SourceFile {
  std::string path;
  std::string text;
};

/// One broken rule: where, which rule, and what to do about it. `line` counts from 1.
struct Finding {
  std::string path;
  std::size_t line = 1;
  std::string rule;
  std::string mend;
};

/// Judges all files of src/ against the rules of the house and returns every breach in order of
/// path and line; an empty answer means the house is in order.
///
/// The rules: includes between folders follow `layers_text` (the contents of src/layers.txt),
/// which itself may name only what stands above; no cycle of folders; SQL statements, socket
/// headers, the JSON header and database headers only in their folders, but that a test may hold
/// SQL; steps ask no clock; a file has at most 500 lines.
[[nodiscard]] std::vector<Finding> judge(const std::vector<SourceFile>& files,
                                         std::string_view layers_text);

}  // namespace tools
