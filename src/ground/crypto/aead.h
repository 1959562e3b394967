#pragma once

#include "ground/base/bytes.h"
#include "ground/base/result.h"
#include "ground/crypto/keys.h"

namespace crypto {

/// XChaCha20-Poly1305 (libsodium) under the other headers here: nonce, ciphertext and tag.
/// `bound` is checked but not contained.
[[nodiscard]] base::Bytes encrypt(const Key32& key, base::BytesView plaintext,
                                  base::BytesView bound);

/// Fails with `refused`; says nothing of what was wrong, since nothing can be known.
[[nodiscard]] base::Result<base::Bytes> decrypt(const Key32& key, base::BytesView encrypted,
                                                base::BytesView bound);

[[nodiscard]] std::unexpected<base::Error> cannot_be_opened();

}  // namespace crypto
