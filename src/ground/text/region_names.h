#pragma once

#include <string>
#include <vector>

namespace text {

/// Names of countries and of languages, in Japanese and in English, folded as fold_text() folds.
/// Source: Unicode CLDR, as ICU carries it. For hiding who somebody is, never for telling it.
struct RegionNames {
  std::vector<std::u32string> countries;  ///< "フランス", "france"
  std::vector<std::u32string> languages;  ///< "フランス語", "french"
};

[[nodiscard]] const RegionNames& region_names();

}  // namespace text
