#include "ground/crypto/canonical.h"

namespace crypto {
namespace {

constexpr std::uint8_t kind_nothing = 0;
constexpr std::uint8_t kind_number = 1;
constexpr std::uint8_t kind_text = 2;
constexpr std::uint8_t kind_bytes = 3;

}  // namespace

void CanonicalBytes::put(std::uint8_t kind, std::uint64_t number) {
  bytes_.push_back(kind);
  for (unsigned shift = 64; shift > 0; shift -= 8)
    bytes_.push_back(static_cast<std::uint8_t>(number >> (shift - 8U)));
}

CanonicalBytes& CanonicalBytes::add(std::string_view text) {
  put(kind_text, text.size());
  const auto view = base::as_bytes(text);
  bytes_.insert(bytes_.end(), view.begin(), view.end());
  return *this;
}

CanonicalBytes& CanonicalBytes::add(base::BytesView bytes) {
  put(kind_bytes, bytes.size());
  bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
  return *this;
}

CanonicalBytes& CanonicalBytes::add_number(std::int64_t number) {
  put(kind_number, static_cast<std::uint64_t>(number));
  return *this;
}

CanonicalBytes& CanonicalBytes::add_nothing() {
  bytes_.push_back(kind_nothing);
  return *this;
}

}  // namespace crypto
