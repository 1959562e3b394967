#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "ground/base/bytes.h"

namespace crypto {

/// Unpredictable bytes from the operating system (getrandom).
void fill_random(std::span<std::uint8_t> bytes);
[[nodiscard]] base::Bytes random_bytes(std::size_t count);

template <std::size_t Count>
[[nodiscard]] std::array<std::uint8_t, Count> random_array() {
  std::array<std::uint8_t, Count> bytes{};
  fill_random(bytes);
  return bytes;
}

}  // namespace crypto
