#pragma once

#include <optional>

#include "ground/model/reading.h"
#include "ground/text/folded_text.h"

namespace intake {

/// Language of a text by its scripts and, for Latin letters, by the share of English function
/// words. `hint` (what the sender said) decides where its script occurs at all, and for texts
/// without letters. Kanji without any kana is taken for Chinese: other.
[[nodiscard]] model::Language detect_language(const text::FoldedText& text,
                                              std::optional<model::Language> hint);

}  // namespace intake
