#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace intake {

/// Where a piece counts: the same words open one story and close another.
enum class Part : std::uint8_t { whole, opening, closing };

/// A piece of a masked text that the learned layer may know. `from`, `to` index that text.
struct WordFeature {
  std::uint64_t key = 0;  ///< feature_key() of its words
  std::uint32_t from = 0, to = 0;
  Part part = Part::whole;
};

/// FNV-1a over code points (Fowler, Noll, Vo).
[[nodiscard]] std::uint64_t feature_key(std::u32string_view words);

/// Pieces of a folded and masked text, in the order of their ends: of Japanese every run of two
/// to five characters, so that 誘われ is found in all its endings, a word in katakana counting as
/// one; of English one to three
/// neighbouring words, each by its stem. None holds a mark of identity.h, a digit or a stop, so
/// nothing learned can rest on who somebody is. A single English word and two or three Japanese
/// characters come a second time, as of the opening or the closing, when they begin in the first
/// or last third of the text, counted in words and Japanese characters. Linear.
[[nodiscard]] std::vector<WordFeature> word_features(std::u32string_view masked);

/// The words by which a table names a feature: "ask my number", in the opening "<ask", in the
/// closing ">ask".
[[nodiscard]] std::u32string feature_words(std::u32string_view masked, const WordFeature& feature);

/// "invited", "inviting" -> "invit"; "gave" -> "giv". Lower-case ASCII in.
[[nodiscard]] std::u32string stem_of(std::u32string_view word);

}  // namespace intake
