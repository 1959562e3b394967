#pragma once

#include "ground/base/bytes.h"
#include "ground/crypto/chain.h"

namespace crypto {

/// BLAKE2b-256 of some bytes, without a key: to tell equal from unequal, never to hide.
[[nodiscard]] Hash32 digest(base::BytesView bytes);

}  // namespace crypto
