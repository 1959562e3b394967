#include "ground/crypto/sealed.h"

#include <algorithm>
#include <optional>

#include <sodium.h>

#include "ground/base/ensure.h"
#include "ground/crypto/aead.h"
#include "ground/crypto/canonical.h"
#include "ground/crypto/letters.h"
#include "ground/crypto/sodium_ready.h"

namespace crypto {
namespace {

using base::ErrorKind;

static_assert(crypto_box_PUBLICKEYBYTES == sizeof(PublicKey::bytes));
static_assert(crypto_box_SECRETKEYBYTES == key_bytes);

// Layout: version, number of recipients, then for each its public key and its box, then
// content.
constexpr std::uint8_t sealed_version = 1;
constexpr std::size_t opening_bytes = 2;
constexpr std::size_t public_bytes = crypto_box_PUBLICKEYBYTES;
constexpr std::size_t box_bytes = crypto_box_SEALBYTES + key_bytes;
constexpr std::size_t slot_bytes = public_bytes + box_bytes;

base::Bytes bound_to(base::BytesView header, base::BytesView context) {
  CanonicalBytes bound;
  bound.add(header).add(context);
  return bound.take();
}

void add_slot(base::Bytes& header, const PublicKey& recipient, const Key32& content_key) {
  header.insert(header.end(), recipient.bytes.begin(), recipient.bytes.end());
  const auto place = header.size();
  header.resize(place + box_bytes);
  const int failed = crypto_box_seal(header.data() + place, content_key.reveal().data(), key_bytes,
                                     recipient.bytes.data());
  base::ensure(failed == 0, "a recipient's public key is a point of the curve");
}

std::optional<base::BytesView> header_of(base::BytesView sealed) {
  if (sealed.size() < opening_bytes || sealed[0] != sealed_version) return std::nullopt;
  const auto size = opening_bytes + sealed[1] * slot_bytes;
  if (sealed.size() < size) return std::nullopt;
  return sealed.first(size);
}

std::optional<base::BytesView> find_box(base::BytesView header, const PublicKey& recipient) {
  for (auto slots = header.subspan(opening_bytes); !slots.empty();
       slots = slots.subspan(slot_bytes)) {
    if (std::ranges::equal(slots.first(public_bytes), recipient.bytes))
      return slots.subspan(public_bytes, box_bytes);
  }
  return std::nullopt;
}

}  // namespace

KeyPair make_keypair() {
  return keypair_of(random_key());
}

KeyPair keypair_of(const Key32& secret) {
  need_sodium();
  PublicKey open_half;
  crypto_scalarmult_base(open_half.bytes.data(), secret.reveal().data());
  return {open_half, secret};
}

std::string write_public_key(const PublicKey& key) {
  return base::base64url(key.bytes);
}

base::Result<PublicKey> public_key_from(base::BytesView bytes, std::string_view pointer) {
  need_sodium();
  PublicKey key;
  bool good = bytes.size() == key.bytes.size();
  if (good) {
    std::ranges::copy(bytes, key.bytes.begin());
    std::array<std::uint8_t, crypto_scalarmult_BYTES> shared{};
    good = crypto_scalarmult(shared.data(), random_key().reveal().data(), key.bytes.data()) == 0;
  }
  if (!good) {
    return base::fail(ErrorKind::invalid_input, std::string(pointer), "is not a public key",
                      "give the 43 letters that were shown with the key");
  }
  return key;
}

base::Result<PublicKey> parse_public_key(std::string_view text, std::string_view pointer) {
  const auto bytes = base::parse_base64url(text);
  return public_key_from(bytes ? base::BytesView(*bytes) : base::BytesView(), pointer);
}

base::Sensitive<std::string> write_recovery_key(const Key32& secret) {
  return base::Sensitive(write_letters(secret.reveal()));
}

base::Result<Key32> parse_recovery_key(std::string_view text, std::string_view pointer) {
  auto bytes = parse_letters(text, key_bytes, pointer);
  if (!bytes) return pass_on(bytes);
  return key_from(*bytes);
}

base::Result<base::Bytes> seal_to(std::span<const PublicKey> recipients, base::BytesView content,
                                  base::BytesView context) {
  need_sodium();
  if (recipients.empty()) {
    return base::fail(ErrorKind::refused, "", "nobody could open this: there is no custodian",
                      "give a custodian or recovery key first");
  }
  base::ensure(recipients.size() <= recipients_max, "at most 32 custodians");
  const auto content_key = random_key();
  base::Bytes sealed{sealed_version, static_cast<std::uint8_t>(recipients.size())};
  for (const auto& recipient : recipients)
    add_slot(sealed, recipient, content_key);
  const auto encrypted = encrypt(content_key, content, bound_to(sealed, context));
  sealed.insert(sealed.end(), encrypted.begin(), encrypted.end());
  return sealed;
}

base::Result<base::Bytes> open_sealed(const KeyPair& recipient, base::BytesView sealed,
                                      base::BytesView context) {
  need_sodium();
  const auto header = header_of(sealed);
  if (!header) return cannot_be_opened();
  const auto box = find_box(*header, recipient.open_half);
  if (!box) {
    return base::fail(ErrorKind::forbidden, "", "this was not sealed to your key",
                      "ask a custodian to whom it was sealed");
  }
  std::array<std::uint8_t, key_bytes> key{};
  const int failed =
      crypto_box_seal_open(key.data(), box->data(), box->size(), recipient.open_half.bytes.data(),
                           recipient.secret.reveal().data());
  if (failed != 0) return cannot_be_opened();
  const Key32 content_key(key);
  sodium_memzero(key.data(), key.size());
  return decrypt(content_key, sealed.subspan(header->size()), bound_to(*header, context));
}

}  // namespace crypto
