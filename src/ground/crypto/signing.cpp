#include "ground/crypto/signing.h"

#include <sodium.h>

#include "ground/crypto/canonical.h"
#include "ground/crypto/sodium_ready.h"

namespace crypto {
namespace {

static_assert(crypto_sign_SEEDBYTES == key_bytes);
static_assert(crypto_sign_PUBLICKEYBYTES == sizeof(VerifyingKey::bytes));
static_assert(crypto_sign_BYTES == sizeof(Signature));

/// libsodium's 64-byte secret form, wiped when it goes.
class Expanded {
 public:
  explicit Expanded(const Key32& seed) {
    need_sodium();
    crypto_sign_seed_keypair(open_half_.bytes.data(), secret_.data(), seed.reveal().data());
  }
  Expanded(const Expanded&) = delete;
  Expanded& operator=(const Expanded&) = delete;
  ~Expanded() { sodium_memzero(secret_.data(), secret_.size()); }

  [[nodiscard]] const VerifyingKey& open_half() const { return open_half_; }
  [[nodiscard]] const std::uint8_t* secret() const { return secret_.data(); }

 private:
  VerifyingKey open_half_;
  std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> secret_{};
};

base::Bytes with_purpose(std::string_view purpose, base::BytesView message) {
  CanonicalBytes bytes;
  bytes.add(purpose).add(message);
  return bytes.take();
}

}  // namespace

VerifyingKey SigningKey::verifying_key() const {
  return Expanded(seed_).open_half();
}

Signature SigningKey::sign(std::string_view purpose, base::BytesView message) const {
  const Expanded key(seed_);
  const auto bytes = with_purpose(purpose, message);
  Signature signature{};
  crypto_sign_detached(signature.data(), nullptr, bytes.data(), bytes.size(), key.secret());
  return signature;
}

bool is_signed(const VerifyingKey& key, std::string_view purpose, base::BytesView message,
               const Signature& signature) {
  need_sodium();
  const auto bytes = with_purpose(purpose, message);
  return crypto_sign_verify_detached(signature.data(), bytes.data(), bytes.size(),
                                     key.bytes.data()) == 0;
}

}  // namespace crypto
