#pragma once

#include "steps/resolve/name_score.h"

namespace resolve {

/// Two parts of names alone: everything of a NamePart but its place. Symmetric.

[[nodiscard]] NamePart match_tokens(const model::NameToken& left, const model::NameToken& right,
                                    const LetterCosts& costs);

}  // namespace resolve
