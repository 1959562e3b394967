#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ground/model/record_field.h"
#include "steps/normalise/screen_words.h"

namespace normalise {

/// A row of a log (or an entry of a watch list) made comparable. Views of fields live as long as
/// the row that was read; the rest until the next one.
struct ScreenRow {
  /// A name: some of `words`. What it was written as is in `parts`, given before family name.
  struct Name {
    std::uint32_t first = 0, count = 0;
    std::array<std::string_view, 3> parts{};
  };
  struct Text {
    std::uint32_t begin = 0, length = 0;  ///< in `letters`
    std::uint64_t hash = 0;
    std::string_view written;
  };

  ScreenWords words;
  std::vector<Name> names;
  std::string letters;
  std::vector<Text> phones;           ///< national digits (record_words.h)
  std::vector<Text> emails;           ///< small letters, no "+tag"
  std::vector<Text> accounts;         ///< letters and digits of an account id
  std::vector<std::uint32_t> births;  ///< digits (record_date.h); both readings of 3/4/1960
  std::vector<std::string_view> employers, cities, postcodes;  ///< as written

  [[nodiscard]] std::string_view text(const Text& one) const {
    return std::string_view(letters).substr(one.begin, one.length);
  }
  [[nodiscard]] std::span<const ScreenWord> words_of(const Name& name) const {
    return std::span(words.words).subspan(name.first, name.count);
  }
  [[nodiscard]] std::string written(const Name& name) const;
  void clear();
};

/// Reads rows by what their columns hold. One a thread. No memory is taken once it is warm.
class ScreenReader {
 public:
  ScreenReader(std::span<const model::RecordField> fields, const HanTable& han);

  /// `row` has as many fields as there are columns.
  void read(std::span<const std::string_view> row, ScreenRow& out);

 private:
  std::vector<model::RecordField> fields_;
  bool has_parts_;  // whether a birth date stands in several columns
  const HanTable& han_;
};

/// One field more of a row, as the columns say: for watch lists, whose fields come one by one.
void add_screen_field(model::RecordField field, std::string_view value, const HanTable& han,
                      ScreenRow& out);

}  // namespace normalise
