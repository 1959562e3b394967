#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ground/model/reading.h"

namespace codec {

/// kizuki.reading/1 (docs/schemas/reading-1.schema.json). `advice` are the rendered sentences, in
/// the order of reading.advice. `id_json`, where it is not empty, is the id of the line that was
/// read, a JSON text or number, and comes first.
[[nodiscard]] std::string encode_reading(const model::Reading& reading,
                                         const std::vector<std::string>& advice,
                                         std::string_view id_json = "");

}  // namespace codec
