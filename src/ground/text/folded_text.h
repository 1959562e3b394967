#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace text {

/// A text made comparable, with the way back to the words as they were written.
///
/// `folded` is NFKC_Casefold (Unicode UAX 44; full width, half-width kana and capitals no longer
/// matter) in which
/// - a run of blanks is one space, and one line break inside a sentence too (mails wrap lines);
/// - two or more line breaks in a row are one U'\n', which ends a sentence;
/// - a single line break between two characters of a script without spaces is left out;
/// - curly apostrophes are U'\''.
/// Broken UTF-8 reads as U+FFFD, one for each byte sequence that cannot be decoded.
struct FoldedText {
  std::u32string original;           ///< decoded code points of the input
  std::u32string folded;             ///< comparable form
  std::vector<std::uint32_t> start;  ///< folded index -> first original code point
  std::vector<std::uint32_t> end;    ///< folded index -> one past the last original code point
};

/// Folds a text. Cost is linear; about 16 bytes are kept per character.
[[nodiscard]] FoldedText fold_text(std::string_view utf8);

/// A piece of text folded the same way, without offsets: for cues and words of tables.
[[nodiscard]] std::u32string fold_words(std::string_view utf8);

[[nodiscard]] std::string to_utf8(std::u32string_view code_points);

/// Kana, kanji, hangul and the like: written without spaces between words (hangul counts, as
/// its particles are joined to the word).
[[nodiscard]] bool is_unspaced_script(char32_t code_point);

/// Letters and digits of any script.
[[nodiscard]] bool is_word_character(char32_t code_point);

}  // namespace text
