#pragma once

#include <vector>

#include "ground/model/knowledge.h"
#include "ground/model/word_weights.h"

namespace cli {

/// The tables that the program carries, decoded. Our bug if they cannot be: tests hold them.
[[nodiscard]] model::IndicatorTable shipped_indicators();
[[nodiscard]] std::vector<model::Technology> shipped_technologies();
[[nodiscard]] model::WordWeights shipped_weights();
[[nodiscard]] std::vector<model::PublicCase> shipped_cases();

}  // namespace cli
