#pragma once

#include <string_view>

#include "ground/base/bytes.h"
#include "ground/base/result.h"
#include "ground/crypto/keys.h"

namespace crypto {

/// Where a sealed field stands. It is bound to the ciphertext, so that a field which was moved
/// to another row, column or table no longer opens.
struct Place {
  std::string_view table;
  std::string_view column;
  base::BytesView row;  ///< the row's id, or whatever its key is
};

/// Field encryption: XChaCha20-Poly1305 with a random 24-byte nonce. 41 bytes longer than the
/// plaintext; the same plaintext never gives the same bytes twice.
/// Layout: version (1 byte, now 1), nonce, ciphertext and tag.
[[nodiscard]] base::Bytes seal(const Key32& key, base::BytesView plaintext, const Place& place);

/// Fails with `refused` when the bytes were altered or moved, or the key is another one.
[[nodiscard]] base::Result<base::Bytes> open(const Key32& key, base::BytesView sealed,
                                             const Place& place);

/// Keys are kept wrapped by the key above them: the data key of a record by its organisation's
/// key, and that by the master key. Destroying a wrapped key makes unreadable whatever it opened.
/// `owner` is the id of the thing that the wrapped key is for.
[[nodiscard]] base::Bytes wrap_key(const Key32& wrapping, const Key32& key, base::BytesView owner);
[[nodiscard]] base::Result<Key32> unwrap_key(const Key32& wrapping, base::BytesView wrapped,
                                             base::BytesView owner);

}  // namespace crypto
