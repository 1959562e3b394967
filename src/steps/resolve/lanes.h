#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

/// Eight cells of a row at a time, on any processor that knows vectors of 128 bits.
namespace resolve::lanes {

inline constexpr std::size_t width = 8;
using Lanes [[gnu::vector_size(16)]] = std::int16_t;
template <std::size_t vectors>
using Row = std::array<Lanes, vectors>;

[[nodiscard, gnu::always_inline]] inline Lanes all(int value) {
  return Lanes{} + static_cast<std::int16_t>(value);
}

[[nodiscard, gnu::always_inline]] inline Lanes higher(Lanes one, Lanes other) {
  return one > other ? one : other;
}

[[nodiscard, gnu::always_inline]] inline Lanes lower(Lanes one, Lanes other) {
  return one < other ? one : other;
}

[[nodiscard, gnu::always_inline]] inline Lanes load(const std::int16_t* from) {
  Lanes out;
  std::memcpy(&out, from, sizeof out);
  return out;
}

[[gnu::always_inline]] inline void store(std::int16_t* to, Lanes lanes) {
  std::memcpy(to, &lanes, sizeof lanes);
}

/// The lanes so many further, after those of the vector before.
template <int count>
[[nodiscard, gnu::always_inline]] inline Lanes moved(Lanes before, Lanes here) {
#ifdef __SSE2__
  // g++ 12 would take the vectors apart.
  return reinterpret_cast<Lanes>(
      _mm_or_si128(_mm_slli_si128(reinterpret_cast<__m128i>(here), 2 * count),
                   _mm_srli_si128(reinterpret_cast<__m128i>(before), 16 - 2 * count)));
#else
  return __builtin_shufflevector(before, here, 8 - count, 9 - count, 10 - count, 11 - count,
                                 12 - count, 13 - count, 14 - count, 15 - count);
#endif
}

/// The last lane in every lane.
[[nodiscard, gnu::always_inline]] inline Lanes last_of(Lanes here) {
  return __builtin_shufflevector(here, here, 7, 7, 7, 7, 7, 7, 7, 7);
}

template <std::size_t vectors>
[[nodiscard, gnu::always_inline]] inline int sum_of(const Row<vectors>& row) {
  Lanes sum = row[0];
  for (std::size_t at = 1; at < vectors; ++at)
    sum += row[at];
  sum += __builtin_shufflevector(sum, sum, 4, 5, 6, 7, 0, 1, 2, 3);
  sum += __builtin_shufflevector(sum, sum, 2, 3, 0, 1, 6, 7, 4, 5);
  return sum[0] + sum[1];
}

}  // namespace resolve::lanes
