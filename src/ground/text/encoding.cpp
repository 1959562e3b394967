#include "ground/text/encoding.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>

#include "ground/base/ensure.h"
#include "ground/text/unicode.h"

namespace text {
namespace {

constexpr std::size_t piece_bytes = 64 * 1024;

std::string_view mark_of(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8:
      return "\xef\xbb\xbf";
    case Encoding::utf16_little:
      return "\xff\xfe";
    case Encoding::utf16_big:
      return "\xfe\xff";
    case Encoding::shift_jis:
      return "";
  }
  return "";
}

const char* converter_name(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8:
      return "UTF-8";
    case Encoding::utf16_little:
      return "UTF-16LE";
    case Encoding::utf16_big:
      return "UTF-16BE";
    case Encoding::shift_jis:
      return "windows-31j";
  }
  return "";
}

/// Whether it is UTF-8, where the end may be cut within a character.
bool could_be_utf8(std::string_view bytes) {
  for (std::size_t cut = 0; cut < 4 && cut <= bytes.size(); ++cut) {
    if (cut > 0 && static_cast<std::uint8_t>(bytes[bytes.size() - cut]) < 0x80) return false;
    if (is_valid_utf8(bytes.substr(0, bytes.size() - cut))) return true;
  }
  return false;
}

bool could_be_shift_jis(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const auto byte = static_cast<std::uint8_t>(bytes[at]);
    if (byte < 0x80 || (byte >= 0xa1 && byte <= 0xdf)) continue;
    if (byte == 0x80 || byte == 0xa0 || byte > 0xfc) return false;
    if (++at == bytes.size()) return true;
    const auto trail = static_cast<std::uint8_t>(bytes[at]);
    if (trail < 0x40 || trail == 0x7f || trail > 0xfc) return false;
  }
  return true;
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using ConverterPointer = std::unique_ptr<UConverter, CloseConverter>;

/// ICU would write the encoding's own substitute, which for Shift_JIS is a control character.
void write_replacement(const void*, UConverterToUnicodeArgs* arguments, const char*, std::int32_t,
                       UConverterCallbackReason reason, UErrorCode* status) {
  if (reason > UCNV_IRREGULAR) return;  // nothing is wrong: the converter is reset or closed
  constexpr UChar replacement = 0xfffd;
  *status = U_ZERO_ERROR;
  ucnv_cbToUWriteUChars(arguments, &replacement, 1, 0, status);
}

ConverterPointer open_converter(Encoding encoding) {
  UErrorCode status = U_ZERO_ERROR;
  ConverterPointer converter(ucnv_open(converter_name(encoding), &status));
  base::ensure(U_SUCCESS(status) != 0, "ICU knows the encodings that we read");
  ucnv_setToUCallBack(converter.get(), write_replacement, nullptr, nullptr, nullptr, &status);
  return converter;
}

}  // namespace

struct Utf8Stream::Converter {
  ConverterPointer from;
  ConverterPointer to = open_converter(Encoding::utf8);
  std::array<UChar, 4096> between{};
  UChar* between_from = between.data();
  UChar* between_to = between.data();

  explicit Converter(Encoding encoding) : from(open_converter(encoding)) {}
};

Encoding guess_encoding(std::string_view beginning) {
  for (const auto marked : {Encoding::utf8, Encoding::utf16_little, Encoding::utf16_big})
    if (beginning.starts_with(mark_of(marked))) return marked;
  if (could_be_utf8(beginning) || !could_be_shift_jis(beginning)) return Encoding::utf8;
  return Encoding::shift_jis;
}

Utf8Stream::Utf8Stream(std::istream& in, std::optional<Encoding> encoding) : in_(in) {
  fill();
  encoding_ = encoding.value_or(guess_encoding(rest_));
  if (const auto mark = mark_of(encoding_); rest_.starts_with(mark))
    rest_.remove_prefix(mark.size());
  if (encoding_ != Encoding::utf8) converter_ = std::make_unique<Converter>(encoding_);
}

Utf8Stream::~Utf8Stream() = default;

void Utf8Stream::fill() {
  if (!in_.good() && !in_.eof()) failed_ = true;
  raw_.resize(piece_bytes);
  in_.read(raw_.data(), static_cast<std::streamsize>(raw_.size()));
  raw_.resize(static_cast<std::size_t>(in_.gcount()));
  rest_ = raw_;
  at_end_ = !in_.good();
  if (in_.bad()) failed_ = true;
}

std::size_t Utf8Stream::read(std::span<char> out) {
  base::ensure(out.size() >= 16, "a piece has room for any character");
  if (converter_) return convert(out);
  if (rest_.empty() && !at_end_) fill();
  const auto size = std::min(out.size(), rest_.size());
  std::copy_n(rest_.begin(), size, out.begin());
  rest_.remove_prefix(size);
  return size;
}

std::size_t Utf8Stream::convert(std::span<char> out) {
  auto& state = *converter_;
  for (;;) {
    char* target = out.data();
    const char* source = rest_.data();
    UErrorCode status = U_ZERO_ERROR;
    ucnv_convertEx(state.to.get(), state.from.get(), &target, out.data() + out.size(), &source,
                   rest_.data() + rest_.size(), state.between.data(), &state.between_from,
                   &state.between_to, state.between.data() + state.between.size(), 0,
                   static_cast<UBool>(at_end_), &status);
    base::ensure(U_SUCCESS(status) != 0 || status == U_BUFFER_OVERFLOW_ERROR,
                 "a conversion that replaces what is wrong goes on");
    rest_.remove_prefix(static_cast<std::size_t>(source - rest_.data()));
    const auto size = static_cast<std::size_t>(target - out.data());
    if (size > 0 || (at_end_ && rest_.empty())) return size;
    if (rest_.empty()) fill();
  }
}

}  // namespace text
