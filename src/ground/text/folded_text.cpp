#include "ground/text/folded_text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include "ground/base/ensure.h"

namespace text {
namespace {

const icu::Normalizer2& casefold() {
  static const icu::Normalizer2* const instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    const auto* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
    base::ensure(U_SUCCESS(status) && normalizer != nullptr, "ICU has NFKC_Casefold");
    return normalizer;
  }();
  return *instance;
}

std::u32string decode(std::string_view utf8) {
  const auto wide = icu::UnicodeString::fromUTF8({utf8.data(), static_cast<int>(utf8.size())});
  std::u32string result;
  result.reserve(static_cast<std::size_t>(wide.length()));
  for (std::int32_t at = 0; at < wide.length(); at = wide.moveIndex32(at, 1))
    result.push_back(static_cast<char32_t>(wide.char32At(at)));
  return result;
}

// Kanji, hiragana and katakana without marks: the bulk of Japanese, unchanged by folding.
bool is_inert(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FEF) || (c >= 0x3041 && c <= 0x3096) ||
         (c >= 0x30A1 && c <= 0x30FC) || c == 0x3001 || c == 0x3002;
}

bool is_blank(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\r' || c == 0x3000 || c == 0x00A0 || c == 0x200B;
}

// Nothing after it can change how the character before it folds.
bool starts_afresh(char32_t c) {
  return c < 0x80 || is_inert(c) || casefold().hasBoundaryBefore(static_cast<UChar32>(c));
}

class Folder {
 public:
  explicit Folder(FoldedText& result) : text_(result), original_(result.original) {
    text_.folded.reserve(original_.size());
    text_.start.reserve(original_.size());
    text_.end.reserve(original_.size());
  }

  void run() {
    for (std::size_t at = 0; at < original_.size();) {
      const char32_t c = original_[at];
      if (c == U'\n' || is_blank(c)) {
        at = fold_space(at);
      } else if (is_plain(at)) {
        emit(fold_plain(c), at, at + 1);
        ++at;
      } else {
        at = fold_cluster(at);
      }
    }
  }

 private:
  bool is_plain(std::size_t at) const {
    const char32_t c = original_[at];
    if (c >= 0x80 && !is_inert(c)) return false;
    return at + 1 == original_.size() || starts_afresh(original_[at + 1]);
  }

  static char32_t fold_plain(char32_t c) { return c >= U'A' && c <= U'Z' ? c + 32 : c; }

  void emit(char32_t c, std::size_t from, std::size_t to) {
    text_.folded.push_back(c == 0x2019 || c == 0x2018 || c == 0x02BC ? U'\'' : c);
    text_.start.push_back(static_cast<std::uint32_t>(from));
    text_.end.push_back(static_cast<std::uint32_t>(to));
  }

  std::size_t fold_space(std::size_t at) {
    const std::size_t from = at;
    std::size_t breaks = 0;
    while (at < original_.size() && (original_[at] == U'\n' || is_blank(original_[at])))
      breaks += original_[at++] == U'\n';
    if (breaks >= 2) {
      emit(U'\n', from, at);
    } else if (breaks == 0 || !joins_unspaced(from, at)) {
      emit(U' ', from, at);
    }
    return at;
  }

  bool joins_unspaced(std::size_t from, std::size_t to) const {
    return from > 0 && to < original_.size() && is_unspaced_script(original_[from - 1]) &&
           is_unspaced_script(original_[to]);
  }

  std::size_t fold_cluster(std::size_t from) {
    constexpr std::size_t cluster_max = 32;  // bounds the cost of endless combining marks
    std::size_t to = from + 1;
    while (to < original_.size() && to - from < cluster_max && !starts_afresh(original_[to]))
      ++to;
    icu::UnicodeString source;
    for (std::size_t at = from; at < to; ++at)
      source.append(static_cast<UChar32>(original_[at]));
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString folded = casefold().normalize(source, status);
    for (std::int32_t at = 0; at < folded.length(); at = folded.moveIndex32(at, 1))
      emit(static_cast<char32_t>(folded.char32At(at)), from, to);
    return to;
  }

  FoldedText& text_;
  const std::u32string& original_;
};

}  // namespace

FoldedText fold_text(std::string_view utf8) {
  FoldedText result;
  result.original = decode(utf8);
  Folder(result).run();
  return result;
}

std::u32string fold_words(std::string_view utf8) {
  return fold_text(utf8).folded;
}

std::string to_utf8(std::u32string_view code_points) {
  std::string result;
  result.reserve(code_points.size() * 3);
  for (const char32_t c : code_points) {
    char bytes[U8_MAX_LENGTH];
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, static_cast<UChar32>(c));
    result.append(bytes, static_cast<std::size_t>(length));
  }
  return result;
}

bool is_unspaced_script(char32_t c) {
  return (c >= 0x3001 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF01 && c <= 0xFF9F) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

bool is_word_character(char32_t c) {
  if (c < 0x80)
    return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z');
  return u_isalnum(static_cast<UChar32>(c)) != 0;
}

}  // namespace text
