#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "work/engine/name_candidates.h"

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
  /// fewer share anything with the query, or where all others are sixteen bits less by the first
  /// estimate. The same query finds the same.
  [[nodiscard]] std::vector<Found> find(std::string_view query, std::size_t top);

  /// The names that find() would compare, likeliest first; for measuring what gets lost where.
  [[nodiscard]] std::vector<std::uint32_t> candidates(std::string_view query);

 private:
  using Hits = std::vector<NameUnit::Hit>;

  void add_unit(resolve::TokenRef token, std::uint32_t words);
  void add_sounds(resolve::TokenRef token, Hits& hits);
  void add_known(resolve::TokenRef token, Hits& hits) const;
  void gather(const model::NameView& query);
  void collect(const model::NameView& query, const model::NameParse& parse);
  std::vector<Found> rank(const model::NameView& query, std::size_t top);
  [[nodiscard]] float compared_bits(const model::NameView& query, std::string_view name,
                                    float cutoff);

  const NameIndex& index_;
  NameComparer comparer_;
  resolve::TokenJoiner joiner_;
  model::TokenPool pool_;
  std::vector<NameUnit> units_;
  NameCandidates candidates_;
  std::vector<NameCandidates::Best> best_;
  model::TokenPool named_;
  std::optional<normalise::NameCompiler> compiler_;  ///< of the names that queries met
  std::unordered_map<std::string_view, float> compared_;
  /// Ways to cut a query have sounds in common.
  std::unordered_map<resolve::SoundWord, std::vector<resolve::FoundSound>> sounds_;
};

}  // namespace engine
