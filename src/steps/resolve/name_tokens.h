#pragma once

#include <algorithm>
#include <cstdint>

#include "ground/model/name_tokens.h"
#include "steps/resolve/letter_costs.h"
#include "steps/resolve/sound_profile.h"

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

struct TokenRef {
  const model::TokenPool* pool = nullptr;
  model::TokenId id = 0;

  [[nodiscard]] model::TokenView view() const { return (*pool)[id]; }
};

struct TokenMatch {
  NameReason reason = NameReason::different;
  model::TokenKind kind = model::TokenKind::word;
  std::uint8_t writing = 0;         ///< pair of alphabets, writing_pair(); kanji = han_writing
  bool is_known_elsewhere = false;  ///< both are known in the other's script, and not as this pair
  float bits = 0;
  float information_bits = 0;  ///< what the rarity of the part is worth
  float cost_bits = 0;         ///< what the way from one writing to the other takes away
  float prior_bits = 0;        ///< and the reading that has to be assumed
};

inline constexpr std::uint8_t han_writing = model::alphabet_count * model::alphabet_count;
[[nodiscard]] constexpr std::uint8_t writing_pair(model::Alphabet one, model::Alphabet other) {
  const auto low = static_cast<std::uint8_t>(std::min(one, other));
  const auto high = static_cast<std::uint8_t>(std::max(one, other));
  return static_cast<std::uint8_t>(low * model::alphabet_count + high);
}

/// Bits of two parts alone are never above this.
inline constexpr float token_bits_max = 13;

/// What tokens are compared by, and the work space.
struct TokenMatcher {
  const LetterCosts& costs;
  SoundProfiles& profiles;
};

/// Two parts of names alone. Symmetric. Exact where the bits are above `floor`, else at most that.
/// With a floor, homophones of kanji are told as different.
[[nodiscard]] TokenMatch match_tokens(TokenRef left, TokenRef right, const TokenMatcher& by,
                                      float floor = -1000);

/// What the rarity of a part is worth that has no like.
[[nodiscard]] float rarity_of(TokenRef token);

}  // namespace resolve
