#include "ground/crypto/commitment.h"

#include <sodium.h>

#include "ground/crypto/random.h"
#include "ground/crypto/sodium_ready.h"

namespace crypto {

Salt random_salt() {
  return random_array<std::tuple_size_v<Salt>>();
}

Commitment commit_to(const Salt& salt, base::BytesView canonical) {
  need_sodium();
  Commitment commitment{};
  crypto_generichash_state state;
  crypto_generichash_init(&state, nullptr, 0, commitment.size());
  crypto_generichash_update(&state, salt.data(), salt.size());
  crypto_generichash_update(&state, canonical.data(), canonical.size());
  crypto_generichash_final(&state, commitment.data(), commitment.size());
  return commitment;
}

}  // namespace crypto
