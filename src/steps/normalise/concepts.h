#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace normalise {

/// One idea under the words for it in both languages of the product, so that "asked the way" and
/// "道を聞かれた" share a word. Things, places, acts and subjects only: no people, country,
/// language or religion is among them, so that nothing that compares ideas can read an origin.
struct Concept {
  std::string_view id;  ///< what stands for it in word lists
  char grade = '1';     ///< '1' in a twentieth of texts or more, '3' in under 1.2 %
  std::vector<std::string_view> english;   ///< words or phrases of up to `phrase_words_max` words
  std::vector<std::string_view> japanese;  ///< NFKC; verbs without their endings
};

inline constexpr std::size_t phrase_words_max = 3;

/// The shipped table, data/concepts.tsv: id, grade, English and Japanese words between semicolons.
[[nodiscard]] std::span<const Concept> concepts();

/// Its text as it is carried inside the program.
[[nodiscard]] std::string_view concept_table();

/// Reads such a table; empty where a line has not four filled columns or a grade of 1 to 3. The
/// views are into `table`.
[[nodiscard]] std::vector<Concept> parse_concepts(std::string_view table);

}  // namespace normalise
