#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "ground/base/result.h"
#include "ground/base/sensitive.h"

namespace crypto {

/// What is stored of a token or a receipt: BLAKE2b-256, enough to find it and not to use it.
/// No salt or stretching is needed, as the secret itself has 128 bits or more.
using TokenHash = std::array<std::uint8_t, 32>;

/// A fresh secret: the text is shown once, the hash is kept.
struct IssuedToken {
  base::Sensitive<std::string> text;
  TokenHash hash{};
};

/// For programs and sessions: "kizuki_" and 256 random bits in base64url.
[[nodiscard]] IssuedToken issue_token();
[[nodiscard]] TokenHash hash_of_token(std::string_view text);

/// For reporters: 128 random bits as 28 letters in groups of four with check letters, to be read
/// aloud and written on paper: letters.h.
[[nodiscard]] IssuedToken issue_receipt();

/// The hash of a receipt as typed in, however it is spaced. Fails with invalid_input when it
/// cannot be one, so that a slip is told from a receipt that nobody has.
[[nodiscard]] base::Result<TokenHash> hash_of_receipt(std::string_view typed,
                                                      std::string_view pointer = "");

}  // namespace crypto
