#pragma once

#include <string>
#include <vector>

#include "work/engine/knowledge.h"

namespace reading {

/// The text with every country, people, language, faith, place of worship, school and common name
/// in it exchanged for others of its kind, in several ways; texts that hold none give nothing.
[[nodiscard]] std::vector<std::string> swapped(const std::string& text);

/// True if band, score, stage, indicators, counter-indicators and kind are the same in both.
[[nodiscard]] bool reads_the_same(const std::string& left, const std::string& right,
                                  const engine::Knowledge& knowledge);

}  // namespace reading
