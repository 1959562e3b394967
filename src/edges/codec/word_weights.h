#pragma once

#include <string>
#include <string_view>

#include "ground/base/result.h"
#include "ground/model/word_weights.h"

namespace codec {

/// data/reading_weights.tsv: lines of fields parted by tabs.
///   targets, then a name each; biases, then a number each;
///   then a feature a line: its words, then TARGET=WEIGHT each, TARGET counted from 0.
/// Refused with the line: unequal counts, a target that is not there, a number that is none or
/// not finite, features out of order or twice. At most 200 targets and 200,000 features.
[[nodiscard]] base::Result<model::WordWeights> parse_word_weights(std::string_view tsv);

/// The same table as text; weights with two digits after the point.
[[nodiscard]] std::string encode_word_weights(const model::WordWeights& weights);

}  // namespace codec
