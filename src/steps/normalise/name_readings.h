#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "steps/normalise/name_tables.h"

namespace normalise {

enum class NameRole : std::uint8_t { any, surname, given };

/// The sounds that kanji may have in a name: Japanese by JMnedict (by how often persons bear them)
/// or else character by character, Chinese, Korean. The likely ones, with what it costs to assume
/// each. Nothing without knowledge files.
[[nodiscard]] std::vector<model::Spelling> han_spellings(std::u32string_view word, NameRole role,
                                                         const NameTables& tables);

/// How many persons bear this surname or given name; 0 = not listed. `section` is one of
/// tools/name_sources.h.
[[nodiscard]] std::uint32_t bearers(const NameTables& tables, std::string_view section,
                                    std::string_view key);

/// Kanji in the form that stands for their class of variants (邊 = 辺).
[[nodiscard]] std::u32string variant_form(std::u32string_view word, const NameTables& tables);

/// Sounds of a kana word in ASCII, as the knowledge files write them.
[[nodiscard]] std::string kana_key(std::u32string_view word);

}  // namespace normalise
