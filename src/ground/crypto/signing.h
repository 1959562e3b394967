#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <string_view>

#include "ground/base/bytes.h"
#include "ground/crypto/keys.h"

namespace crypto {

/// Ed25519. The purpose is signed with the message, so that a signature made for a checkpoint
/// is none for a bundle.
struct VerifyingKey {
  std::array<std::uint8_t, 32> bytes{};
  auto operator<=>(const VerifyingKey&) const = default;
};
using Signature = std::array<std::uint8_t, 64>;

class SigningKey {
 public:
  explicit SigningKey(const Key32& seed) : seed_(seed) {}

  [[nodiscard]] VerifyingKey verifying_key() const;
  [[nodiscard]] Signature sign(std::string_view purpose, base::BytesView message) const;

 private:
  Key32 seed_;
};

[[nodiscard]] bool is_signed(const VerifyingKey& key, std::string_view purpose,
                             base::BytesView message, const Signature& signature);

}  // namespace crypto
