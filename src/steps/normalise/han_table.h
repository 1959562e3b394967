#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "ground/text/table_file.h"

namespace normalise {

/// What screening needs of single kanji, worked out once so that a row costs one look a character:
/// the form that stands for their variants, and how Chinese and Korean names sound with them.
/// Covers the block of the CJK Unified Ideographs (U+4E00 to U+9FFF). Without knowledge files
/// nothing has a sound.
class HanTable {
 public:
  /// `unihan`: the knowledge file of that name (tools/name_sources.h), or nullptr.
  explicit HanTable(const text::TableFile* unihan);

  [[nodiscard]] char32_t usual(char32_t han) const {
    return is_covered(han) ? usual_[han - first] : han;
  }
  /// The usual reading in small Latin letters, "" where none is known: pinyin without tones (v for
  /// ü is "yu"); hangul in Revised Romanization by its letters.
  [[nodiscard]] std::string_view pinyin(char32_t han) const { return sound_of(pinyin_, han); }
  [[nodiscard]] std::string_view hangul(char32_t han) const { return sound_of(hangul_, han); }

 private:
  static constexpr char32_t first = 0x4E00, last = 0x9FFF;
  struct Sound {
    std::array<char, 7> letters{};
    std::uint8_t length = 0;
  };
  [[nodiscard]] static bool is_covered(char32_t c) { return c >= first && c <= last; }
  [[nodiscard]] static std::string_view sound_of(const std::vector<Sound>& sounds, char32_t han);
  [[nodiscard]] static Sound sound_from(std::string_view letters);

  std::vector<char32_t> usual_;
  std::vector<Sound> pinyin_, hangul_;
};

/// Ways in which a kanji name may be spelled in small Latin letters: its words, family name first.
/// Japanese readings by JMnedict (`jmnedict` or nullptr), the usual Chinese and Korean ones by
/// `han`. A name without blanks is parted where lists have both parts, else behind its first
/// character. At most `han_spellings_max`, the likely ones first.
inline constexpr std::size_t han_spellings_max = 48;
[[nodiscard]] std::vector<std::vector<std::string>> latin_spellings(
    const std::vector<std::u32string>& han_words, const HanTable& han,
    const text::TableFile* jmnedict);

/// The readings of an entry of JMnedict ("watanabe:272 watabe:1") in Latin letters by Hepburn
/// without long vowels, at most `readings_max`.
[[nodiscard]] std::vector<std::string> latin_readings(std::string_view entry,
                                                      std::size_t readings_max);

}  // namespace normalise
