#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "ground/base/bytes.h"
#include "ground/base/result.h"
#include "ground/base/sensitive.h"
#include "ground/crypto/keys.h"

namespace crypto {

/// The public half of a custodian's key (X25519): whoever has it can seal and not open. One that
/// came from outside is made by public_key_from() or parse_public_key(): seal_to() ends the program
/// for a point to which nothing can be sealed.
struct PublicKey {
  std::array<std::uint8_t, 32> bytes{};
  auto operator<=>(const PublicKey&) const = default;
};

struct KeyPair {
  PublicKey open_half;
  Key32 secret;
};

[[nodiscard]] KeyPair make_keypair();

/// Refuses any other number of bytes than 32, and the few points of the curve to which nothing can
/// be sealed (RFC 7748, section 6.1). Costs one multiplication on the curve.
[[nodiscard]] base::Result<PublicKey> public_key_from(base::BytesView bytes,
                                                      std::string_view pointer = "");

/// Base64url of the 32 bytes, e.g. for the configuration of a custodian.
[[nodiscard]] std::string write_public_key(const PublicKey& key);
[[nodiscard]] base::Result<PublicKey> parse_public_key(std::string_view text,
                                                       std::string_view pointer = "");

/// The pair that belongs to a secret, e.g. to a recovery key that was typed in.
[[nodiscard]] KeyPair keypair_of(const Key32& secret);

/// The form of a secret for paper: 56 letters in groups of 4 with check letters (token.h says
/// how it is read). Shown or written once, never kept by us.
[[nodiscard]] base::Sensitive<std::string> write_recovery_key(const Key32& secret);
[[nodiscard]] base::Result<Key32> parse_recovery_key(std::string_view text,
                                                     std::string_view pointer = "");

constexpr std::size_t recipients_max = 32;

/// Seals content so that each of several recipients can open it alone: the content under a fresh
/// key (XChaCha20-Poly1305), that key in one sealed box per recipient (X25519). `context` (what
/// it is and whose) is bound and must be given again to open. The writer cannot open it.
/// Fails with `refused` when there is no recipient: nothing is stored in the clear instead.
[[nodiscard]] base::Result<base::Bytes> seal_to(std::span<const PublicKey> recipients,
                                                base::BytesView content, base::BytesView context);

/// Fails with `forbidden` when it was not sealed to this key, `refused` when it was altered or
/// the context is another.
[[nodiscard]] base::Result<base::Bytes> open_sealed(const KeyPair& recipient,
                                                    base::BytesView sealed,
                                                    base::BytesView context);

}  // namespace crypto
