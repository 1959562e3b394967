#include "ground/crypto/sodium_ready.h"

#include <sodium.h>

#include "ground/base/ensure.h"

namespace crypto {

void need_sodium() {
  static const bool ready = sodium_init() >= 0;
  base::ensure(ready, "the cryptographic library starts");
}

}  // namespace crypto
