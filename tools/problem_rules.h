#pragma once

#include <vector>

#include "layer_rules.h"
#include "problem_table.h"

namespace tools {

/// Everything that keeps a problem from being told in Japanese: a sentence of `files` that the
/// table lacks, a call whose words cannot be read off it, and a sentence of the table that nothing
/// says any more. Empty = in order.
[[nodiscard]] std::vector<Finding> judge_problems(const std::vector<SourceFile>& files,
                                                  const ProblemTable& table);

}  // namespace tools
