#include "ground/base/bytes.h"

#include <array>

namespace base {
namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";
constexpr std::string_view base64url_letters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::uint8_t not_a_letter = 0xff;

constexpr std::array<std::uint8_t, 256> base64url_values = [] {
  std::array<std::uint8_t, 256> values{};
  values.fill(not_a_letter);
  for (std::size_t index = 0; index < base64url_letters.size(); ++index)
    values[static_cast<std::uint8_t>(base64url_letters[index])] = static_cast<std::uint8_t>(index);
  return values;
}();

int hex_value(char letter) {
  if (letter >= '0' && letter <= '9') return letter - '0';
  if (letter >= 'a' && letter <= 'f') return letter - 'a' + 10;
  if (letter >= 'A' && letter <= 'F') return letter - 'A' + 10;
  return -1;
}

std::unexpected<Error> not_base64url(std::string_view pointer) {
  return fail(ErrorKind::invalid_input, std::string(pointer), "is not base64url without padding",
              "use A-Z, a-z, 0-9, - and _ only");
}

}  // namespace

BytesView as_bytes(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

std::string_view as_text(BytesView bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

Bytes to_bytes(std::string_view text) {
  const auto view = as_bytes(text);
  return {view.begin(), view.end()};
}

std::string to_text(BytesView bytes) {
  return std::string(as_text(bytes));
}

std::string hex(BytesView bytes) {
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const auto byte : bytes) {
    text += hex_digits[byte >> 4U];
    text += hex_digits[byte & 0x0fU];
  }
  return text;
}

Result<Bytes> parse_hex(std::string_view text, std::string_view pointer) {
  Bytes bytes;
  bytes.reserve(text.size() / 2);
  bool good = text.size() % 2 == 0;
  for (std::size_t index = 0; good && index < text.size(); index += 2) {
    const int high = hex_value(text[index]);
    const int low = hex_value(text[index + 1]);
    good = high >= 0 && low >= 0;
    if (good) bytes.push_back(static_cast<std::uint8_t>(high * 16 + low));
  }
  if (!good) {
    return fail(ErrorKind::invalid_input, std::string(pointer), "is not hexadecimal",
                "use pairs of 0-9 and a-f");
  }
  return bytes;
}

std::string base64url(BytesView bytes) {
  std::string text;
  text.reserve((bytes.size() * 4 + 2) / 3);
  std::uint32_t pending = 0;
  unsigned bits = 0;
  for (const auto byte : bytes) {
    pending = (pending << 8U) | byte;
    for (bits += 8; bits >= 6; bits -= 6)
      text += base64url_letters[(pending >> (bits - 6U)) & 0x3fU];
  }
  if (bits > 0) text += base64url_letters[(pending << (6U - bits)) & 0x3fU];
  return text;
}

Result<Bytes> parse_base64url(std::string_view text, std::string_view pointer) {
  Bytes bytes;
  bytes.reserve(text.size() * 3 / 4);
  std::uint32_t pending = 0;
  unsigned bits = 0;
  for (const char letter : text) {
    const auto value = base64url_values[static_cast<std::uint8_t>(letter)];
    if (value == not_a_letter) return not_base64url(pointer);
    pending = (pending << 6U) | value;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push_back(static_cast<std::uint8_t>(pending >> bits));
  }
  // Six spare bits are a lone letter, and set spare bits a second spelling of the same bytes.
  const bool has_spare_letter = bits == 6;
  if (has_spare_letter || (pending & ((1U << bits) - 1U)) != 0) return not_base64url(pointer);
  return bytes;
}

}  // namespace base
