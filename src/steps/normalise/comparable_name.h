#pragma once

#include <string_view>

#include "steps/normalise/name_tables.h"

namespace normalise {

/// A name in the form that resolve::name_bits compares: every likely way to part it (kanji, kana
/// and hangul are written without blanks) and every likely sound of each part. Empty, broken, very
/// long input: what can be read of the first kilobyte; no parses where that is nothing.
[[nodiscard]] model::ComparableName comparable_name(std::string_view field,
                                                    const NameTables& tables);

}  // namespace normalise
