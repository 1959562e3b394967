#include "ground/crypto/random.h"

#include <sodium.h>

#include "ground/crypto/sodium_ready.h"

namespace crypto {

void fill_random(std::span<std::uint8_t> bytes) {
  need_sodium();
  if (!bytes.empty()) randombytes_buf(bytes.data(), bytes.size());
}

base::Bytes random_bytes(std::size_t count) {
  base::Bytes bytes(count);
  fill_random(bytes);
  return bytes;
}

}  // namespace crypto
