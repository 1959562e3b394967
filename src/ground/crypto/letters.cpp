#include "ground/crypto/letters.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include <sodium.h>

#include "ground/crypto/sodium_ready.h"

namespace crypto {
namespace {

using base::ErrorKind;

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t letter_bits = 5;
constexpr std::size_t group_letters = 4;
constexpr std::size_t check_letters_min = 2;

std::size_t content_letters(std::size_t bytes) {
  return (bytes * 8 + letter_bits - 1) / letter_bits;
}

std::size_t all_letters(std::size_t bytes) {
  const auto least = content_letters(bytes) + check_letters_min;
  return (least + group_letters - 1) / group_letters * group_letters;
}

/// Five bits at a time from the front; bits after the end are 0.
std::string in_letters(base::BytesView bytes, std::size_t count) {
  std::string text;
  for (std::size_t place = 0; place < count; ++place) {
    std::size_t value = 0;
    for (std::size_t bit = place * letter_bits; bit < (place + 1) * letter_bits; ++bit) {
      const bool is_set = bit / 8 < bytes.size() && ((bytes[bit / 8] >> (7 - bit % 8)) & 1) != 0;
      value = value * 2 + (is_set ? 1 : 0);
    }
    text += alphabet[value];
  }
  return text;
}

std::string ungrouped(base::BytesView bytes) {
  need_sodium();
  std::array<std::uint8_t, crypto_generichash_BYTES> hash{};
  crypto_generichash(hash.data(), hash.size(), bytes.data(), bytes.size(), nullptr, 0);
  const auto content = content_letters(bytes.size());
  return in_letters(bytes, content) + in_letters(hash, all_letters(bytes.size()) - content);
}

/// A full-width form of an ASCII character (U+FF01 to U+FF5E) at the front, as ASCII.
std::optional<char> full_width(std::string_view text) {
  if (text.size() < 3 || text[0] != '\xef' || (text[1] != '\xbc' && text[1] != '\xbd'))
    return std::nullopt;
  const auto low = static_cast<std::uint8_t>(text[2]);
  if (low < 0x80 || low > 0xbf) return std::nullopt;
  const int code = (text[1] == '\xbc' ? 0 : 0x40) + (low - 0x80);  // U+FF00 + code
  if (code < 0x01 || code > 0x5e) return std::nullopt;
  return static_cast<char>(code + 0x20);
}

/// How many bytes at the front only separate: spaces and hyphens as keyboards make them.
std::size_t separator_size(std::string_view text) {
  constexpr std::array<std::string_view, 13> separators{
      " ",      "\t",     "\n",     "\r",     "-",      "\u3000", "\u00a0",
      "\u2010", "\u2011", "\u2013", "\u2212", "\u30fc", "\uff0d"};
  for (const auto separator : separators)
    if (text.starts_with(separator)) return separator.size();
  return 0;
}

char as_in_alphabet(char letter) {
  if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  if (letter == 'O') return '0';
  if (letter == 'I' || letter == 'L') return '1';
  return letter;
}

std::optional<std::string> plain_letters(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    if (const auto skip = separator_size(text); skip > 0) {
      text.remove_prefix(skip);
      continue;
    }
    const auto wide = full_width(text);
    const char letter = as_in_alphabet(wide.value_or(text.front()));
    if (alphabet.find(letter) == std::string_view::npos) return std::nullopt;
    plain += letter;
    text.remove_prefix(wide ? 3 : 1);
  }
  return plain;
}

base::Bytes content_of(std::string_view letters, std::size_t count) {
  base::Bytes bytes;
  std::uint32_t pending = 0;
  std::size_t bits = 0;
  for (const char letter : letters) {
    pending = (pending << letter_bits) | static_cast<std::uint32_t>(alphabet.find(letter));
    bits += letter_bits;
    if (bits < 8) continue;
    bits -= 8;
    if (bytes.size() < count) bytes.push_back(static_cast<std::uint8_t>(pending >> bits));
  }
  return bytes;
}

std::unexpected<base::Error> refuse(std::string_view pointer, const char* problem) {
  return base::fail(ErrorKind::invalid_input, std::string(pointer), problem,
                    "compare it with what you were given, group by group");
}

}  // namespace

std::string write_letters(base::BytesView bytes) {
  const auto letters = ungrouped(bytes);
  std::string text;
  for (std::size_t place = 0; place < letters.size(); ++place) {
    if (place > 0 && place % group_letters == 0) text += '-';
    text += letters[place];
  }
  return text;
}

base::Result<base::Bytes> parse_letters(std::string_view text, std::size_t count,
                                        std::string_view pointer) {
  const auto letters = plain_letters(text);
  if (!letters) return refuse(pointer, "has a sign that no such code has");
  if (letters->size() != all_letters(count)) return refuse(pointer, "has too few or many letters");
  auto bytes = content_of(std::string_view(*letters).substr(0, content_letters(count)), count);
  if (ungrouped(bytes) != *letters) return refuse(pointer, "is mistyped");
  return bytes;
}

}  // namespace crypto
