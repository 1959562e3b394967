#include "ground/crypto/envelope.h"

#include <sodium.h>

#include "ground/crypto/aead.h"
#include "ground/crypto/canonical.h"

namespace crypto {
namespace {

constexpr std::uint8_t envelope_version = 1;

base::Bytes bound_to(const Place& place) {
  CanonicalBytes bytes;
  bytes.add_number(envelope_version).add(place.table).add(place.column).add(place.row);
  return bytes.take();
}

Place key_place(base::BytesView owner) {
  return {"wrapped key", "key", owner};
}

}  // namespace

base::Bytes seal(const Key32& key, base::BytesView plaintext, const Place& place) {
  auto sealed = encrypt(key, plaintext, bound_to(place));
  sealed.insert(sealed.begin(), envelope_version);
  return sealed;
}

base::Result<base::Bytes> open(const Key32& key, base::BytesView sealed, const Place& place) {
  if (sealed.empty() || sealed.front() != envelope_version) return cannot_be_opened();
  return decrypt(key, sealed.subspan(1), bound_to(place));
}

base::Bytes wrap_key(const Key32& wrapping, const Key32& key, base::BytesView owner) {
  return seal(wrapping, key.reveal(), key_place(owner));
}

base::Result<Key32> unwrap_key(const Key32& wrapping, base::BytesView wrapped,
                               base::BytesView owner) {
  auto bytes = open(wrapping, wrapped, key_place(owner));
  if (!bytes) return pass_on(bytes);
  auto key = key_from(*bytes);
  sodium_memzero(bytes->data(), bytes->size());
  return key;
}

}  // namespace crypto
