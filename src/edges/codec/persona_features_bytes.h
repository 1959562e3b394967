#pragma once

#include "ground/base/bytes.h"
#include "ground/base/result.h"
#include "ground/model/link.h"

/// PersonaFeatures <-> bytes: a length-prefixed little-endian form without names, because link
/// candidates are read by the hundred and must not cost a JSON parse each.
///
/// The bytes begin with PersonaFeatures::version_now as 4 bytes. Texts and lists are a 4-byte
/// count and their items; whole numbers are 4 bytes; degrees are IEEE 754 single precision.
namespace codec {

[[nodiscard]] base::Bytes persona_features_to_bytes(const model::PersonaFeatures& features);

/// Fails with invalid_input for another version, a count beyond the bytes, or bytes left over.
[[nodiscard]] base::Result<model::PersonaFeatures> parse_persona_features(base::BytesView bytes);

}  // namespace codec
