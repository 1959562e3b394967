#pragma once

#include <cstddef>
#include <istream>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "ground/base/vocabulary.h"

namespace text {

enum class Encoding { utf8, utf16_little, utf16_big, shift_jis };
constexpr auto vocabulary(Encoding) {
  return base::make_vocabulary<Encoding>("utf-8", "utf-16le", "utf-16be", "shift_jis");
}

/// The encoding of a file by its beginning: by its byte order mark; else UTF-8 where the bytes
/// are well formed; else Shift_JIS where they could be that; else UTF-8, whose reader will
/// then say what is wrong. Western 8-bit text can pass for Shift_JIS: ask, or let it be named.
[[nodiscard]] Encoding guess_encoding(std::string_view beginning);

/// A file as UTF-8 without a byte order mark, read piece by piece. Shift_JIS is Microsoft's
/// code page 932, as Japanese programs write it. Bytes that are wrong in UTF-8 come as they
/// are; what is wrong in another encoding comes as U+FFFD.
class Utf8Stream {
 public:
  /// Guesses from the first 64 KiB unless `encoding` is given.
  explicit Utf8Stream(std::istream& in, std::optional<Encoding> encoding = std::nullopt);
  ~Utf8Stream();
  Utf8Stream(const Utf8Stream&) = delete;
  Utf8Stream& operator=(const Utf8Stream&) = delete;

  [[nodiscard]] Encoding encoding() const { return encoding_; }

  /// Fills up to out.size() bytes (at least 16); 0: the end, or has_failed().
  [[nodiscard]] std::size_t read(std::span<char> out);

  /// The file could not be opened or read to its end.
  [[nodiscard]] bool has_failed() const { return failed_; }

 private:
  struct Converter;

  void fill();
  [[nodiscard]] std::size_t convert(std::span<char> out);

  std::istream& in_;
  std::string raw_;
  std::string_view rest_;  // of raw_, not yet handed out
  bool failed_ = false;
  bool at_end_ = false;
  Encoding encoding_ = Encoding::utf8;
  std::unique_ptr<Converter> converter_;  // none for UTF-8
};

}  // namespace text
