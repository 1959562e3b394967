#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ground/model/reading.h"

namespace codec {

/// kizuki.reading/1 (docs/schemas/reading-1.schema.json). `advice` are the rendered sentences, in
/// the order of reading.advice. `id`, where it is not empty, is that of the line that was read and
/// comes first.
[[nodiscard]] std::string encode_reading(const model::Reading& reading,
                                         const std::vector<std::string>& advice,
                                         std::string_view id = "");

}  // namespace codec
