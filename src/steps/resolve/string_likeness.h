#pragma once

#include <cstdint>
#include <string_view>

/// Kernels that compare short texts of bytes, and bounds that spare most of the work.
namespace resolve {

/// Jaro-Winkler similarity (W. E. Winkler, 1990: prefix of at most four letters, weight 0.1), 0..1.
/// Only the first 64 bytes of each are compared.
[[nodiscard]] double jaro_winkler(std::string_view left, std::string_view right);

/// What jaro_winkler can reach at most, from the lengths and the letter bags (ValueTraits::letters)
/// alone.
[[nodiscard]] double jaro_winkler_bound(std::uint64_t left_letters, std::size_t left_length,
                                        std::uint64_t right_letters, std::size_t right_length);

/// Equal, or one letter inserted, left out, replaced, or two neighbours exchanged.
[[nodiscard]] bool is_one_slip_apart(std::string_view left, std::string_view right);

/// Share of words (parted by one blank) that both have, by the longer of the two, 0..1.
[[nodiscard]] double shared_words(std::string_view left, std::string_view right);

}  // namespace resolve
