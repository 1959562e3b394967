#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ground/base/result.h"

namespace base {

using Bytes = std::vector<std::uint8_t>;
using BytesView = std::span<const std::uint8_t>;

[[nodiscard]] BytesView as_bytes(std::string_view text);
[[nodiscard]] std::string_view as_text(BytesView bytes);
[[nodiscard]] Bytes to_bytes(std::string_view text);
[[nodiscard]] std::string to_text(BytesView bytes);

[[nodiscard]] std::string hex(BytesView bytes);  ///< lower case
[[nodiscard]] Result<Bytes> parse_hex(std::string_view text, std::string_view pointer = "");
[[nodiscard]] std::string base64url(BytesView bytes);  ///< RFC 4648 section 5, no padding
[[nodiscard]] Result<Bytes> parse_base64url(std::string_view text, std::string_view pointer = "");

}  // namespace base
