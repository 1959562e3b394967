#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "work/engine/name_index.h"

namespace engine {

/// What may stand for one word of a query, or for two neighbours as one.
struct NameUnit {
  struct Hit {
    model::TokenId token = 0;
    float bits = 0;
  };
  std::uint32_t words = 0;  ///< a bit each
  std::vector<Hit> hits;    ///< best first, each once, at most NameCandidates::hits_max
  std::size_t places = 0;   ///< of all hits
  unsigned initial = 0;     ///< class of its only letter; 0 = a word
};

/// Names that have parts in common with a query cut in one way, and what each part is worth in them
/// at best. Work space is kept. Bits are kept in eighths.
class NameCandidates {
 public:
  /// The index must outlive it.
  explicit NameCandidates(const NameIndex& index);

  /// What a word is worth that is in one of both names only.
  static constexpr float missing_bits = -3.5F;
  /// What a letter is worth beside a word that begins with it.
  static constexpr float initial_bits = 1.5F;

  /// Looks for the units of a query of so many words; forgets what was there. Units beyond
  /// units_max are passed over.
  void find(std::span<const NameUnit> units, std::size_t words);

  struct Best {
    std::uint32_t name = 0;
    float bits = 0;
  };
  /// Adds the best to a list, at most so many, in no order.
  void best(std::size_t most, float prior_bits, std::vector<Best>& into) const;

  static constexpr std::size_t units_max = 12, hits_max = 1'500;

 private:
  struct Candidate {
    std::uint32_t name = 0;
    std::array<std::uint8_t, units_max> worths{};  ///< of each unit; 0 = is not there
  };
  struct Slot {
    model::TokenId token = 0;
    std::uint8_t worth = 0;  ///< 0 = free
  };

  void add(std::uint32_t name, std::size_t one, std::uint8_t one_worth, std::size_t other,
           std::uint8_t other_worth);
  void collect_pairs(std::size_t one, std::size_t other);
  void collect_initial(std::size_t one, std::size_t initial);
  void collect_alone(std::size_t unit);
  void remember(std::span<const NameUnit::Hit> hits);
  [[nodiscard]] std::uint8_t remembered(model::TokenId token) const;
  [[nodiscard]] int worth_of(const Candidate& candidate) const;

  const NameIndex& index_;
  std::span<const NameUnit> units_;
  std::size_t words_ = 0;
  std::vector<std::uint16_t> slots_;  ///< place in all_ + 1, by name: open addressing
  std::vector<Candidate> all_;
  std::vector<Slot> hits_;               ///< of one unit, by token: open addressing
  std::vector<NameUnit::Hit> by_token_;  ///< the same, sorted
};

}  // namespace engine
