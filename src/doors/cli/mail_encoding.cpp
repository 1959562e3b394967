#include "doors/cli/mail_encoding.h"

#include <array>
#include <cerrno>
#include <iconv.h>
#include <optional>

#include "ground/text/unicode.h"

namespace cli {
namespace {

int base64_value(char letter) {
  if (letter >= 'A' && letter <= 'Z') return letter - 'A';
  if (letter >= 'a' && letter <= 'z') return letter - 'a' + 26;
  if (letter >= '0' && letter <= '9') return letter - '0' + 52;
  if (letter == '+') return 62;
  return letter == '/' ? 63 : -1;
}

int hex_value(char letter) {
  if (letter >= '0' && letter <= '9') return letter - '0';
  if (letter >= 'A' && letter <= 'F') return letter - 'A' + 10;
  if (letter >= 'a' && letter <= 'f') return letter - 'a' + 10;
  return -1;
}

std::optional<char> hex_pair(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size()) return std::nullopt;
  const int high = hex_value(text[at]);
  const int low = hex_value(text[at + 1]);
  if (high < 0 || low < 0) return std::nullopt;
  return static_cast<char>(high * 16 + low);
}

/// The Q encoding differs from quoted-printable only in "_" for a blank (RFC 2047 section 4.2).
std::string decode_q(std::string_view text) {
  std::string blanks(text);
  for (auto& letter : blanks)
    if (letter == '_') letter = ' ';
  return decode_quoted_printable(blanks);
}

/// One "=?charset?B?text?=" at the beginning of `text`; takes it away.
std::optional<std::string> take_encoded_word(std::string_view& text) {
  if (!text.starts_with("=?")) return std::nullopt;
  const auto after_charset = text.find('?', 2);
  if (after_charset == std::string_view::npos || after_charset + 2 >= text.size() ||
      text[after_charset + 2] != '?')
    return std::nullopt;
  const auto end = text.find("?=", after_charset + 3);
  if (end == std::string_view::npos) return std::nullopt;
  const auto charset = std::string(text.substr(2, after_charset - 2));
  const char how = text[after_charset + 1];
  const auto inner = text.substr(after_charset + 3, end - after_charset - 3);
  text.remove_prefix(end + 2);
  return to_utf8(how == 'B' || how == 'b' ? decode_base64(inner) : decode_q(inner), charset);
}

/// Blanks between two encoded words do not count (RFC 2047 section 6.2).
bool is_blank_before_word(std::string_view text) {
  const auto next = text.find_first_not_of(" \t\r\n");
  return next != std::string_view::npos && next > 0 && text.substr(next).starts_with("=?");
}

/// Closes the converter at the end of its scope.
class Converter {
 public:
  explicit Converter(const std::string& charset)
      : handle_(::iconv_open("UTF-8", charset.c_str())) {}
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  ~Converter() {
    if (is_open()) ::iconv_close(handle_);
  }
  [[nodiscard]] bool is_open() const {
    return handle_ != reinterpret_cast<iconv_t>(-1);  // NOLINT: iconv's own error value
  }
  [[nodiscard]] iconv_t handle() const { return handle_; }

 private:
  iconv_t handle_;
};

}  // namespace

std::string decode_base64(std::string_view text) {
  std::string out;
  unsigned bits = 0;
  int count = 0;
  for (const char letter : text) {
    const int value = base64_value(letter);
    if (value < 0) continue;
    bits = (bits << 6U) | static_cast<unsigned>(value);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>((bits >> static_cast<unsigned>(count)) & 0xFFU);
  }
  return out;
}

std::string decode_quoted_printable(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '=') {
      out += text[at];
    } else if (text.substr(at + 1).starts_with("\r\n")) {
      at += 2;
    } else if (text.substr(at + 1).starts_with("\n")) {
      at += 1;
    } else if (const auto letter = hex_pair(text, at + 1)) {
      out += *letter;
      at += 2;
    } else {
      out += '=';
    }
  }
  return out;
}

std::string decode_words(std::string_view header) {
  std::string out;
  while (!header.empty()) {
    if (auto word = take_encoded_word(header)) {
      out += *word;
      if (is_blank_before_word(header)) header.remove_prefix(header.find("=?"));
      continue;
    }
    out += header.front();
    header.remove_prefix(1);
  }
  return to_utf8(out, "");  // outside encoded words a header may hold any byte
}

std::string to_utf8(std::string_view bytes, const std::string& charset) {
  const Converter converter(charset.empty() ? "UTF-8" : charset);
  const Converter fallback("ISO-8859-1");
  const auto handle = converter.is_open() ? converter.handle() : fallback.handle();
  std::string in(bytes);
  std::string out;
  std::array<char, 4096> buffer{};
  char* from = in.data();
  std::size_t left = in.size();
  while (left > 0) {
    char* to = buffer.data();
    std::size_t room = buffer.size();
    const auto done = ::iconv(handle, &from, &left, &to, &room);
    out.append(buffer.data(), buffer.size() - room);
    if (done != static_cast<std::size_t>(-1) || errno == E2BIG) continue;
    out += '?';
    ++from;
    --left;
  }
  return text::repaired_utf8(out);  // iconv lets pass what lies beyond U+10FFFF
}

}  // namespace cli
