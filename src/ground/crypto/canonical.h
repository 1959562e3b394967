#pragma once

#include <cstdint>
#include <string_view>
#include <utility>

#include "ground/base/bytes.h"

namespace crypto {

/// Writes fields so that different fields never give the same bytes: each one is a kind
/// (1 byte), for text and bytes the length (8 bytes, big endian), then the content; whole
/// numbers are 8 bytes, big endian, two's complement. This is what is hashed, committed to,
/// signed or bound to a ciphertext, so the layout never changes.
class CanonicalBytes {
 public:
  CanonicalBytes& add(std::string_view text);
  CanonicalBytes& add(const char* text) { return add(std::string_view(text)); }
  CanonicalBytes& add(base::BytesView bytes);
  CanonicalBytes& add_number(std::int64_t number);
  CanonicalBytes& add_nothing();

  [[nodiscard]] base::BytesView view() const { return bytes_; }
  [[nodiscard]] base::Bytes take() { return std::move(bytes_); }

 private:
  void put(std::uint8_t kind, std::uint64_t number);

  base::Bytes bytes_;
};

}  // namespace crypto
