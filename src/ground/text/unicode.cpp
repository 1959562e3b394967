#include "ground/text/unicode.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "ground/base/ensure.h"

namespace text {
namespace {

const icu::Normalizer2& casefolder() {
  static const icu::Normalizer2* const normalizer = [] {
    UErrorCode status = U_ZERO_ERROR;
    const auto* found = icu::Normalizer2::getNFKCCasefoldInstance(status);
    base::ensure(U_SUCCESS(status) != 0, "ICU data for NFKC_Casefold is there");
    return found;
  }();
  return *normalizer;
}

/// Calls `visit(code_point or -1, begin, end)` for each code point or broken byte.
template <class Visit>
void for_each_code_point(std::string_view utf8, Visit visit) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  auto size = static_cast<std::int32_t>(utf8.size());
  std::int32_t at = 0;
  while (at < size) {
    std::int32_t begin = at;
    UChar32 code_point = 0;
    U8_NEXT(bytes, at, size, code_point);
    if (!visit(code_point, static_cast<std::size_t>(begin), static_cast<std::size_t>(at))) return;
  }
}

bool is_hidden_control(UChar32 code_point) {
  if (code_point == '\t' || code_point == '\n' || code_point == '\r') return false;
  if (u_charType(code_point) == U_CONTROL_CHAR) return true;
  return u_hasBinaryProperty(code_point, UCHAR_BIDI_CONTROL) != 0;
}

}  // namespace

bool is_valid_utf8(std::string_view bytes) {
  bool is_valid = true;
  for_each_code_point(bytes, [&](UChar32 code_point, std::size_t, std::size_t) {
    is_valid = code_point >= 0;
    return is_valid;
  });
  return is_valid;
}

std::string repaired_utf8(std::string_view bytes) {
  std::string out;
  for_each_code_point(bytes, [&](UChar32 code_point, std::size_t begin, std::size_t end) {
    if (code_point >= 0)
      out += bytes.substr(begin, end - begin);
    else
      out += "\uFFFD";
    return true;
  });
  return out;
}

std::string nfkc_casefold(std::string_view utf8) {
  std::string out;
  UErrorCode status = U_ZERO_ERROR;
  icu::StringByteSink<std::string> sink(&out);
  casefolder().normalizeUTF8(0,
                             icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())),
                             sink, nullptr, status);
  return out;
}

std::size_t count_code_points(std::string_view utf8) {
  std::size_t count = 0;
  for_each_code_point(utf8, [&](UChar32, std::size_t, std::size_t) { return ++count > 0; });
  return count;
}

std::size_t byte_offset(std::string_view utf8, std::size_t code_point) {
  std::size_t offset = utf8.size();
  std::size_t count = 0;
  for_each_code_point(utf8, [&](UChar32, std::size_t begin, std::size_t) {
    if (count++ != code_point) return true;
    offset = begin;
    return false;
  });
  return offset;
}

std::string_view cut(std::string_view utf8, std::size_t bytes_max) {
  if (utf8.size() <= bytes_max) return utf8;
  std::size_t end = bytes_max;
  while (end > 0 && (static_cast<unsigned char>(utf8[end]) & 0xC0U) == 0x80U)
    --end;
  return utf8.substr(0, end);
}

bool has_hidden_controls(std::string_view utf8) {
  bool has = false;
  for_each_code_point(utf8, [&](UChar32 code_point, std::size_t, std::size_t) {
    has = code_point >= 0 && is_hidden_control(code_point);
    return !has;
  });
  return has;
}

std::string without_hidden_controls(std::string_view utf8) {
  std::string out;
  for_each_code_point(utf8, [&](UChar32 code_point, std::size_t begin, std::size_t end) {
    if (code_point >= 0 && !is_hidden_control(code_point)) out += utf8.substr(begin, end - begin);
    return true;
  });
  return out;
}

}  // namespace text
