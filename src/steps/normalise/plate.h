#pragma once

#include <string>
#include <string_view>

namespace normalise {

/// The number plate in what is told of a vehicle, or "". Japanese: office, class, kana and serial
/// without blanks and hyphens ("品川 300 あ 12-34" -> "品川300あ1234"), leading dots of a short
/// serial dropped; also 外-1234 and the like. Foreign: letters and digits of a text that is nothing
/// but a plate ("AB-123 CD" -> "ab123cd"). A description ("white van") is no plate, a partly read
/// one neither.
[[nodiscard]] std::string plate_of(std::string_view vehicle);

}  // namespace normalise
