#pragma once

#include <string>

#include "steps/resolve/name_score.h"

namespace resolve {

/// Why two names count as they do, for a reader in English and in Japanese: the parts and what was
/// found of each, then for a low score the strongest contradiction. Bits are not named in parts,
/// because the sum is calibrated as a whole.
struct NameWords {
  std::string en, ja;
};
[[nodiscard]] NameWords name_words(const NameScore& score);

}  // namespace resolve
