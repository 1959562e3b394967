#pragma once

#include <array>
#include <cstdint>

#include "ground/base/bytes.h"

namespace crypto {

using Salt = std::array<std::uint8_t, 32>;
using Commitment = std::array<std::uint8_t, 32>;

[[nodiscard]] Salt random_salt();

/// BLAKE2b-256(salt, canonical plaintext): proves later what the content was, and says nothing
/// about it once the salt is destroyed, however short the content.
[[nodiscard]] Commitment commit_to(const Salt& salt, base::BytesView canonical);

}  // namespace crypto
