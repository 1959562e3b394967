#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "work/engine/name_index.h"

namespace engine {

/// Finds the names of an index that are most likely of the same bearer. Keeps its work space from
/// one search to the next: one thread at a time, each thread its own.
///
/// Each part of the query, and each two neighbours, have the parts of the index that sound alike or
/// are known as the same; names are where two of those stand side by side, or a rare one alone. The
/// names that have most in common are compared in full.
class NameSearch {
 public:
  /// The index must outlive it and be closed.
  explicit NameSearch(const NameIndex& index);

  struct Found {
    std::uint32_t name = 0;  ///< its number in the index
    float bits = 0;          ///< the same as NameMatcher::compare gives
  };
  /// The best `top` in order, at most 40; of equals the one that was added first. Fewer, where
  /// fewer share anything with the query, or where all others are nine bits less by the first
  /// estimate. The same query finds the same.
  [[nodiscard]] std::vector<Found> find(std::string_view query, std::size_t top);

  /// The names that find() would compare, likeliest first; for measuring what gets lost where.
  [[nodiscard]] std::vector<std::uint32_t> candidates(std::string_view query);

 private:
  struct Hit {
    model::TokenId token = 0;
    float bits = 0;
  };
  using Hits = std::vector<Hit>;
  /// A name that shares parts with the query: what each part is worth so far.
  struct Candidate {
    std::uint32_t name = 0;
    std::uint32_t slots = 0;  ///< parts that were found
    float bits = 0;
  };
  /// What stands at one place, or at neighbouring places, of the query.
  struct Unit {
    std::uint32_t slots = 0;
    Hits hits;  ///< best first
    std::size_t places = 0;
    unsigned initial = 0;  ///< class of its only letter; 0 = a word
  };
  /// Candidates of one way to cut the query, by name: open addressing.
  class Candidates {
   public:
    Candidates() : slots_(slot_count) {}
    void clear();
    /// Nothing where there are too many.
    [[nodiscard]] Candidate* find_or_add(std::uint32_t name, float bits);
    [[nodiscard]] const std::vector<Candidate>& all() const { return all_; }

   private:
    static constexpr std::size_t slot_count = 8192, count_max = 4096;
    std::vector<std::uint16_t> slots_;  ///< place in all_ + 1
    std::vector<Candidate> all_;
  };

  void add_unit(resolve::TokenRef token, std::uint32_t slots);
  void add_sounds(resolve::TokenRef token, Hits& hits);
  void add_known(resolve::TokenRef token, Hits& hits) const;
  void gather(const model::NameView& query);
  void collect(const model::NameView& query, const model::NameParse& parse);
  void collect_pairs(const Unit& one, const Unit& other);
  std::size_t try_pairs(const Unit& one, const Unit& other, float least, float above,
                        std::size_t left);
  void collect_initial(const Unit& one, const Unit& initial);
  void collect_alone(const Unit& unit);
  void add_name(NameIndex::Place place, std::uint32_t slots, float one_bits, std::uint32_t more,
                float more_bits);
  void keep_best(std::size_t words);
  std::vector<Found> rank(const model::NameView& query, std::size_t top);
  [[nodiscard]] float compared_bits(const model::NameView& query, std::string_view name,
                                    float cutoff);

  const NameIndex& index_;
  NameComparer comparer_;
  resolve::TokenJoiner joiner_;
  model::TokenPool pool_;
  std::vector<Unit> units_;
  Candidates candidates_;
  float nothing_bits_ = 0;  ///< of a name that has nothing of the query
  std::vector<Candidate> best_;
  model::TokenPool named_;
  std::optional<normalise::NameCompiler> compiler_;  ///< of the names that queries met
  std::unordered_map<std::string_view, float> compared_;
  std::vector<resolve::FoundSound> sounds_;
};

}  // namespace engine
