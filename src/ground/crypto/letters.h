#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "ground/base/bytes.h"
#include "ground/base/result.h"

namespace crypto {

/// Bytes as people copy them from paper: Crockford's base 32 (digits and capital letters without
/// I, L, O, U), then two or more check letters (the beginning of a BLAKE2b hash) that fill the
/// last of the groups of four: "7K3Q-0HVT-...". 16 bytes give 28 letters, 32 bytes 56.
/// One mistyped letter goes unnoticed in at most one of 1,024 cases.
[[nodiscard]] std::string write_letters(base::BytesView bytes);

/// Reads `count` bytes. Small letters, spaces, hyphens of any kind and full-width forms are
/// taken; O is read as 0, I and L as 1. Fails with invalid_input; the error never holds a letter
/// of the text.
[[nodiscard]] base::Result<base::Bytes> parse_letters(std::string_view text, std::size_t count,
                                                      std::string_view pointer = "");

}  // namespace crypto
