#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "ground/model/name_tokens.h"
#include "steps/resolve/alignment.h"
#include "steps/resolve/letter_costs.h"

namespace resolve {

/// A spelling of a pool, and the cost of the way to it in eighths of a bit.
struct FoundSpelling {
  std::uint32_t spelling = 0;
  int cost = 0;
};

/// All spellings of a pool by alphabet, in the order of their letters. Neighbours begin alike, so
/// they share the rows of one alignment, and what begins too differently is passed over as a whole
/// (as in a search through a trie; a byte a spelling instead of nodes).
class SpellingSearch {
 public:
  SpellingSearch() = default;
  explicit SpellingSearch(const model::TokenPool& pool);

  /// Adds every spelling to which `word` (with the end symbol) costs less than `limit`, in no
  /// order; one may come more than once.
  void find(model::Alphabet alphabet, std::span<const std::uint8_t> word, const LetterCosts& costs,
            const CostLimit& limit, std::vector<FoundSpelling>& into) const;

  [[nodiscard]] std::size_t bytes() const;

 private:
  struct Sorted {
    std::vector<std::uint32_t> spellings;
    std::vector<std::uint8_t> shared;        ///< letters that one has in common with the one before
    std::vector<std::uint8_t> block_shared;  ///< the least of a block
    std::vector<std::uint8_t> letters;       ///< the other letters of all
    std::vector<std::uint32_t> letters_at;
  };
  static void sort(const model::TokenPool& pool, Sorted& sorted);
  [[nodiscard]] static std::size_t next_below(const Sorted& sorted, std::size_t from,
                                              std::size_t letters);
  static void find_in(const Sorted& sorted, std::span<const std::uint8_t> word,
                      const LetterTable& table, const CostLimit& limit,
                      std::vector<FoundSpelling>& into);

  std::array<Sorted, model::alphabet_count> sorted_;
};

}  // namespace resolve
