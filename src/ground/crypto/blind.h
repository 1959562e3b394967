#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "ground/crypto/keys.h"

namespace crypto {

using BlindKey = std::array<std::uint8_t, 16>;
using BlindSketch = std::array<std::uint8_t, 8>;

/// Keyed hashes (BLAKE2b) that stand for a value in an index: equal values of one domain can be
/// found, and without the key nobody can try out phone numbers. A domain keeps kinds apart:
/// the phone "110" and the plate "110" have different keys. The value must be in its one
/// comparable form already (E.164, folded).
class BlindKeyer {
 public:
  explicit BlindKeyer(const Key32& key) : key_(key) {}

  [[nodiscard]] BlindKey key(std::string_view domain, std::string_view value) const;

  /// Short: for rejecting candidates early, never for identity.
  [[nodiscard]] BlindSketch sketch(std::string_view domain, std::string_view value) const;

  /// A word of 16 hexadecimal letters for a full-text index.
  [[nodiscard]] std::string token(std::string_view domain, std::string_view value) const;

 private:
  Key32 key_;
};

}  // namespace crypto
