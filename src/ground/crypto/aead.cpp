#include "ground/crypto/aead.h"

#include <sodium.h>

#include "ground/base/ensure.h"
#include "ground/crypto/random.h"
#include "ground/crypto/sodium_ready.h"

namespace crypto {
namespace {

constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(crypto_aead_xchacha20poly1305_ietf_KEYBYTES == key_bytes);

}  // namespace

base::Bytes encrypt(const Key32& key, base::BytesView plaintext, base::BytesView bound) {
  need_sodium();
  base::Bytes encrypted(nonce_bytes + plaintext.size() + tag_bytes);
  fill_random(std::span(encrypted).first(nonce_bytes));
  const int failed = crypto_aead_xchacha20poly1305_ietf_encrypt(
      encrypted.data() + nonce_bytes, nullptr, plaintext.data(), plaintext.size(), bound.data(),
      bound.size(), nullptr, encrypted.data(), key.reveal().data());
  base::ensure(failed == 0, "encryption does not fail");
  return encrypted;
}

base::Result<base::Bytes> decrypt(const Key32& key, base::BytesView encrypted,
                                  base::BytesView bound) {
  need_sodium();
  if (encrypted.size() < nonce_bytes + tag_bytes) return cannot_be_opened();
  const auto nonce = encrypted.first(nonce_bytes);
  const auto body = encrypted.subspan(nonce_bytes);
  base::Bytes plaintext(body.size() - tag_bytes);
  const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(
      plaintext.data(), nullptr, nullptr, body.data(), body.size(), bound.data(), bound.size(),
      nonce.data(), key.reveal().data());
  if (failed != 0) return cannot_be_opened();
  return plaintext;
}

std::unexpected<base::Error> cannot_be_opened() {
  return base::fail(base::ErrorKind::refused, "", "sealed content cannot be opened",
                    "it was altered or belongs to another key; run: kizuki verify");
}

}  // namespace crypto
