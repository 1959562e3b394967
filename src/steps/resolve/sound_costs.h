#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
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

  class Beside;

 private:
  using Table = std::array<std::array<std::uint8_t, 32>, 32>;
  std::array<std::array<Table, sound_groups>, sound_groups> tables_{};
  std::array<std::uint8_t, 32> worth_{};
};

/// One word beside many, best given in the order of SoundSearch: what a word has in common with the
/// one before it is not counted anew. One thread at a time.
class SoundCosts::Beside {
 public:
  /// The costs must outlive it.
  Beside(const SoundCosts& costs, SoundWord word);

  /// SoundCosts::worth_of.
  [[nodiscard]] int worth(SoundWord other, int least);

  static constexpr std::size_t block = 16;
  /// Twice what the word itself brings at most beside words of a group that have certain sounds (a
  /// bit for each sound by its number), and what the other brings: half of the sum is never less
  /// than what both are worth.
  [[nodiscard]] std::array<int, block> most_twice(std::size_t group,
                                                  std::span<const std::uint32_t, block> bags);
  [[nodiscard]] int most_of_other_twice(SoundWord other);

 private:
  using Row = std::array<int, word_sounds_max + 1>;
  /// What is known of a group of writings. Columns are the sounds of the word from the last.
  struct Group {
    bool is_made = false;
    std::array<std::uint32_t, word_sounds_max> likes{};  ///< of each sound from the first
    std::array<int, word_sounds_max> if_like{}, if_not{};
    std::array<std::int16_t, 1024> theirs{};  ///< of two sounds of the other
    std::array<std::array<std::uint8_t, word_sounds_max>, 32> costs{};
    std::array<std::uint8_t, word_sounds_max> dropped{};
    std::array<std::uint8_t, 32> added{};
  };
  const Group& group(std::size_t number);

  const SoundCosts& costs_;
  SoundWord word_;
  std::size_t count_ = 0;
  int worth_ = 0;
  std::array<Group, sound_groups> groups_{};
  SoundWord before_ = ~SoundWord{0};  ///< the word before; at first like none
  std::size_t known_ = 0;             ///< rows of it
  /// What the word and the last sounds of the other cost together, and the least of each row.
  std::array<Row, word_sounds_max + 1> rows_{};
  std::array<int, word_sounds_max + 1> lowest_{};
};

}  // namespace resolve
