#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "ground/base/result.h"
#include "ground/model/name.h"
#include "ground/text/table_file.h"

namespace normalise {

/// What is known of names: words around them, forms that are the same name in every script, how
/// letters follow one another, and the readings of kanji where the knowledge files are there.
/// All texts are folded (script.h).
struct NameTables {
  enum class TitlePlace : std::uint8_t { word, glued };  ///< "Mr" | 氏 at the end of a name

  std::unordered_map<std::u32string, TitlePlace> titles;
  std::unordered_map<std::u32string, std::string> legal_forms;  ///< words with one blank between
  std::unordered_set<std::u32string> particles;
  std::unordered_map<std::u32string, std::vector<std::uint32_t>> concepts;
  std::unordered_map<std::u32string, std::uint8_t>
      scripts_known;  ///< bit = alphabet of its other forms
  model::LetterSequences sequences;
  const text::TableFile* jmnedict = nullptr;
  const text::TableFile* unihan = nullptr;
};

/// Each adds the rows of one table (data/names/README.md says their columns). Comments begin with
/// #. Errors: invalid_input with the line.
[[nodiscard]] base::Result<void> add_titles(NameTables& tables, std::string_view tsv);
[[nodiscard]] base::Result<void> add_legal_forms(NameTables& tables, std::string_view tsv);
[[nodiscard]] base::Result<void> add_particles(NameTables& tables, std::string_view tsv);
[[nodiscard]] base::Result<void> add_forms(NameTables& tables, std::string_view tsv);
[[nodiscard]] base::Result<void> add_letter_sequences(NameTables& tables, std::string_view tsv);

/// Attested transliterations: language, Latin word, native word, count.
[[nodiscard]] base::Result<void> add_lexicon(NameTables& tables, std::string_view tsv);

/// The concept that stands for a Latin word: a hash, the same in every run.
[[nodiscard]] std::uint32_t concept_of(std::u32string_view plain_word);

}  // namespace normalise
