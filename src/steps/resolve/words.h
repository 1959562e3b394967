#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Small work on folded words and sets of them, shared by the kinds of evidence.
namespace resolve {

/// Parts between single spaces; nothing for an empty text.
[[nodiscard]] std::vector<std::string> split_words(std::string_view text);

/// What both have, sorted and unique; neither need be sorted.
[[nodiscard]] std::vector<std::string> shared(const std::vector<std::string>& left,
                                              const std::vector<std::string>& right);
/// What `left` has and `right` has not, sorted and unique.
[[nodiscard]] std::vector<std::string> only_in(const std::vector<std::string>& left,
                                               const std::vector<std::string>& right);

/// Shared words by all words of both, 0 when either is empty (Jaccard).
[[nodiscard]] double overlap(const std::vector<std::string>& left,
                             const std::vector<std::string>& right);

[[nodiscard]] std::string joined(const std::vector<std::string>& words);  ///< by single spaces

/// At most one letter inserted, removed or changed (bytes).
[[nodiscard]] bool within_one_letter(std::string_view left, std::string_view right);

}  // namespace resolve
