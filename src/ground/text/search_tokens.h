#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace text {

/// What a text is found by: each word of a spaced script, and every two neighbouring
/// characters of kanji, kana and hangul (a single one where it stands alone), after
/// NFKC_Casefold. Sorted, each once. Two-kanji surnames are found, which an off-the-shelf trigram
/// index of SQLite does not do.
[[nodiscard]] std::vector<std::string> search_tokens(std::string_view utf8);

}  // namespace text
