#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "ground/base/result.h"
#include "ground/model/name.h"

namespace resolve {

/// A word by its sounds (normalise::sounds_of) in 8 bytes: five bits a sound from the lowest, at
/// most twelve, then the group of writings it comes from. 0 = no sounds.
using SoundWord = std::uint64_t;
inline constexpr std::size_t word_sounds_max = 12, sound_groups = 5;

/// Other letters than those of sounds_of are passed over.
[[nodiscard]] SoundWord pack_sounds(model::Alphabet alphabet, std::string_view sounds);

/// A number below 25; 0 = none.
[[nodiscard]] constexpr std::uint8_t sound_at(SoundWord word, std::size_t at) {
  return static_cast<std::uint8_t>(word >> (5 * at) & 31U);
}
[[nodiscard]] constexpr std::size_t sound_group(SoundWord word) {
  return word >> 60U;
}

/// Classes of consonants that a skeleton keeps.
inline constexpr std::size_t skeleton_classes_max = 8;

/// Classes of its consonants, four bits each, the first highest, at most eight: p b f v w; t d;
/// s z x c; k g; r l; m; n; h; and one for a vowel or y at the beginning.
[[nodiscard]] std::uint32_t skeleton_of(SoundWord word);

/// What sounds cost beside one another (data/names/sound_costs.tsv), in eighths of a bit.
class SoundCosts {
 public:
  /// Errors: invalid_input with the line.
  [[nodiscard]] static base::Result<SoundCosts> parse(std::string_view tsv);

  /// Half of what a word is worth beside itself.
  [[nodiscard]] int worth_of(SoundWord word) const;
  /// What two words together are worth for being one: log odds against chance, in eighths of a
  /// bit, by the best alignment. Exact above `least`, else at most that. Symmetric.
  [[nodiscard]] int worth_of(SoundWord one, SoundWord other, int least) const;

  /// A quick estimate of what a word can be worth beside a word of a group that has certain sounds:
  /// sounds without a like there are worth nothing. Made once for a word and a group.
  class Most {
   public:
    Most(const SoundCosts& costs, SoundWord word, std::size_t group);
    /// In eighths of a bit; `bag`: a bit for each sound by its number.
    [[nodiscard]] int operator()(std::uint32_t bag) const {
      int worth = slack;
      for (std::size_t at = 0; at < count_; ++at)
        worth += (bag & likes_[at]) == 0 ? 0 : worths_[at];
      return worth;
    }

   private:
    static constexpr int slack = 16;
    std::size_t count_ = 0;
    std::array<std::uint32_t, word_sounds_max> likes_{};
    std::array<int, word_sounds_max> worths_{};
  };

 private:
  using Table = std::array<std::array<std::uint8_t, 32>, 32>;
  std::array<std::array<Table, sound_groups>, sound_groups> tables_{};
  std::array<std::uint8_t, 32> worth_{};
};

}  // namespace resolve
