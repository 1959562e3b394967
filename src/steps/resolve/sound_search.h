#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "steps/resolve/sound_costs.h"

namespace resolve {

/// A word of a SoundSearch by its place, and what it is worth, in eighths of a bit.
struct FoundSound {
  std::uint32_t word = 0;
  int worth = 0;
};

/// Finds words that sound alike among millions: those of the same skeleton, of one in which a
/// consonant more, less or another stands, or two have changed places, or (of five and more) two
/// are more or less. Each skeleton is found under what is left when classes are taken away. Flat
/// and sorted.
class SoundSearch {
 public:
  SoundSearch() = default;
  /// The words; sorted, without twins, by what in_order() says.
  explicit SoundSearch(std::vector<SoundWord> words);

  /// By skeletons, so that words of one stand in a row.
  [[nodiscard]] static bool in_order(SoundWord one, SoundWord other);

  struct Limits {
    int least = 0;              ///< a word is worth more than that, in eighths of a bit
    std::size_t tried_max = 0;  ///< words tried at most, those of the same skeleton first; of
                                ///< those that are out of the question 16 times as many are seen
    std::size_t kept_max = 0;   ///< of more than this many only the best are sure to come
  };
  /// Adds to an empty list the words that are worth most, each once, at most twice kept_max.
  void find(SoundWord word, const SoundCosts& costs, Limits limits,
            std::vector<FoundSound>& into) const;

  [[nodiscard]] std::size_t bytes() const;

 private:
  using Shortened = std::pair<std::uint32_t, std::uint32_t>;  ///< what is left, number of skeleton
  static int keep_best(std::size_t kept_max, std::vector<FoundSound>& list);
  void add_same(std::uint32_t skeleton, std::vector<std::uint32_t>& numbers) const;
  void add_shortened(std::uint32_t left, std::vector<std::uint32_t>& numbers) const;
  [[nodiscard]] std::vector<std::uint32_t> near_skeletons(std::uint32_t skeleton) const;

  std::vector<SoundWord> words_;
  std::vector<std::uint32_t> bags_;  ///< the sounds of each, a bit each; and a block of none
  std::vector<std::uint32_t> skeletons_, starts_;
  std::vector<Shortened> shortened_;
};

}  // namespace resolve
