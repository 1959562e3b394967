#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace normalise {

/// One idea of an approach under the words for it in both languages of the product, so that
/// "asked the way" and "道を聞かれた" share a word. Words of behaviour and subject only.
struct Concept {
  std::string_view id;        ///< what stands for it in word lists
  std::string_view english;   ///< single words, as word_stem gives them, between blanks
  std::string_view japanese;  ///< between blanks, NFKC
};

/// Our own table, judgement.
[[nodiscard]] std::span<const Concept> concepts();

}  // namespace normalise
