#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "ground/model/name.h"
#include "steps/resolve/letter_costs.h"

namespace resolve {

/// Why two parts of a name count as they do.
enum class NameReason : std::uint8_t {
  same_letters,
  attested,
  sound,
  same_characters,
  other_characters_same_sound,
  initial,
  legal_form,
  missing,
  different
};

/// One part of one name beside what it was matched with; empty = matched with nothing.
struct NamePart {
  std::u32string left, right;
  NameReason reason = NameReason::different;
  float bits = 0;
  float information_bits = 0;  ///< what the rarity of the part is worth
  float cost_bits = 0;         ///< what the way from one writing to the other takes away
  float prior_bits = 0;        ///< and the reading that has to be assumed
  std::uint8_t writing = 0;    ///< pair of alphabets, writing_pair(); kanji = han_writing
  model::TokenKind kind = model::TokenKind::word;
  bool is_left = false;  ///< a part that is missing stands in the left name
  bool is_joined = false;
  bool is_known_elsewhere =
      false;  ///< both are known names in the other's script, and not this pair
};

inline constexpr std::uint8_t han_writing = model::alphabet_count * model::alphabet_count;
[[nodiscard]] constexpr std::uint8_t writing_pair(model::Alphabet one, model::Alphabet other) {
  const auto low = static_cast<std::uint8_t>(std::min(one, other));
  const auto high = static_cast<std::uint8_t>(std::max(one, other));
  return static_cast<std::uint8_t>(low * model::alphabet_count + high);
}

struct NameScore {
  float bits = 0;  ///< log2 likelihood ratio of the same against different bearers
  bool is_order_kept = true;
  std::vector<NamePart> parts;
};

/// Compares two names: best over all divisions and spellings, symmetric. Two names without parses
/// are worth nothing.
[[nodiscard]] NameScore name_score(const model::ComparableName& left,
                                   const model::ComparableName& right, const LetterCosts& costs);

}  // namespace resolve
