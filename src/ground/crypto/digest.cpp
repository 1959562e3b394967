#include "ground/crypto/digest.h"

#include <sodium.h>

namespace crypto {

Hash32 digest(base::BytesView bytes) {
  Hash32 hash{};
  crypto_generichash(hash.data(), hash.size(), bytes.data(), bytes.size(), nullptr, 0);
  return hash;
}

}  // namespace crypto
