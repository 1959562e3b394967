#include "ground/crypto/blind.h"

#include <algorithm>
#include <span>

#include <sodium.h>

#include "ground/base/bytes.h"
#include "ground/crypto/canonical.h"
#include "ground/crypto/sodium_ready.h"

namespace crypto {
namespace {

/// The use keeps keys, sketches and tokens apart: none is the beginning of another.
void hash(std::span<std::uint8_t> out, const Key32& key, std::string_view use,
          std::string_view domain, std::string_view value) {
  need_sodium();
  CanonicalBytes input;
  input.add(use).add(domain).add(value);
  std::array<std::uint8_t, crypto_generichash_BYTES> whole{};
  crypto_generichash(whole.data(), whole.size(), input.view().data(), input.view().size(),
                     key.reveal().data(), key.reveal().size());
  std::copy_n(whole.begin(), out.size(), out.begin());
}

}  // namespace

BlindKey BlindKeyer::key(std::string_view domain, std::string_view value) const {
  BlindKey key{};
  hash(key, key_, "key", domain, value);
  return key;
}

BlindSketch BlindKeyer::sketch(std::string_view domain, std::string_view value) const {
  BlindSketch sketch{};
  hash(sketch, key_, "sketch", domain, value);
  return sketch;
}

std::string BlindKeyer::token(std::string_view domain, std::string_view value) const {
  std::array<std::uint8_t, 8> token{};
  hash(token, key_, "token", domain, value);
  return base::hex(token);
}

}  // namespace crypto
