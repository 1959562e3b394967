#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "steps/normalise/name_tables.h"

namespace normalise {

/// The words of a name field with what surrounds them taken off.
struct NameWords {
  struct Word {
    std::u32string folded;
    model::TokenKind kind = model::TokenKind::word;
    std::string sense;
  };
  std::vector<Word> words;
  bool is_company = false;
};

inline constexpr std::size_t name_bytes_max = 1024, name_words_max = 8;

/// Reads a name: honorifics off, legal forms told, particles and initials marked. A field in two
/// scripts ("Ivan Petrov Иван Петров") gives one reading each. Text beyond name_bytes_max and words
/// beyond name_words_max are not looked at.
[[nodiscard]] std::vector<NameWords> parse_name(std::string_view field, const NameTables& tables);

}  // namespace normalise
