#pragma once

#include <span>
#include <string_view>

/// Our own phrases for the ordinary tellings of each indicator, beside the plain cues of the
/// shipped table. All in our words; judgement, not statistics.
namespace intake {

/// One telling. `pattern` is read by CompiledCues:
///   `a|b`   either word
///   `x > y` y after x in the same sentence, at most `gap_same_sentence` characters between
///   `x >> y` y after x within `gap_across` characters, also in a later sentence;
///           four parts at the most
///   `word*` any ending (words of ASCII letters only; those stand between word boundaries)
///   `{ask}` a named list of alternatives, see word_lists()
///   `!...`  the phrase speaks of something that is not done ("would not say"), so a denial
///           beside it is part of it
///   `?...`  weak: counts only beside a hit that is not weak
struct Phrase {
  std::string_view id;  ///< indicator, counter-indicator, or a topic ("#insider")
  std::string_view pattern;
};

struct WordList {
  std::string_view name;
  std::string_view alternatives;  ///< joined by |
};

/// Topics that decide what a text is about; they are never shown or scored.
namespace topic {
inline constexpr std::string_view contact = "#contact";      ///< somebody from outside turned up
inline constexpr std::string_view insider = "#insider";      ///< what a colleague did
inline constexpr std::string_view cyber = "#cyber";          ///< lure files, phishing
inline constexpr std::string_view rumour = "#rumour";        ///< hearsay, a feeling
inline constexpr std::string_view colleague = "#colleague";  ///< the text is about a colleague
inline constexpr std::string_view advice = "#advice";        ///< what a training or poster said
inline constexpr std::string_view origin = "#origin";        ///< origin, faith ... as the reason
}  // namespace topic

inline constexpr std::size_t gap_japanese = 20;
inline constexpr std::size_t gap_english = 45;
inline constexpr std::size_t gap_across = 90;

[[nodiscard]] std::span<const Phrase> phrases_ja();
[[nodiscard]] std::span<const Phrase> phrases_en();           ///< targeting to sounding out
[[nodiscard]] std::span<const Phrase> phrases_en_later();     ///< relation to pressure
[[nodiscard]] std::span<const Phrase> phrases_of_memos();     ///< third person, passive, nouns
[[nodiscard]] std::span<const Phrase> phrases_of_counters();  ///< OK1 to OK7, both languages
[[nodiscard]] std::span<const Phrase> topic_phrases();
[[nodiscard]] std::span<const Phrase> concept_phrases();  ///< for the learned layer alone
[[nodiscard]] std::span<const WordList> word_lists();

/// Cues of the shipped table that are ordinary words of harmless texts: they count only
/// beside a hit that is not weak and weighs 3 or more.
[[nodiscard]] std::span<const std::string_view> weak_cues();

/// Cues of the shipped table whose phrase above says the same with its context ("家族" alone
/// is no threat): the bare cue is left aside.
[[nodiscard]] std::span<const std::string_view> replaced_cues();

}  // namespace intake
