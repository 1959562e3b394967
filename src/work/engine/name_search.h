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
class NameSearch {
 public:
  /// The index must outlive it and be closed.
  explicit NameSearch(const NameIndex& index);

  struct Found {
    std::uint32_t name = 0;  ///< its number in the index
    float bits = 0;          ///< the same as NameMatcher::compare gives
  };
  /// The best `top` in order; of equals the one that was added first. Fewer, where fewer share
  /// anything with the query. The same query finds the same.
  [[nodiscard]] std::vector<Found> find(std::string_view query, std::size_t top);

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
    bool is_counted = false;  ///< what is missing is taken off
  };
  /// What stands at one place, or at two neighbouring places, of the query.
  struct Unit {
    resolve::TokenRef token;
    std::uint32_t slots = 0;
    const Hits* hits = nullptr;
    std::size_t names = 0;
  };

  const Hits& hits_of(resolve::TokenRef token);
  void add_sounds(resolve::TokenRef token, Hits& hits);
  void add_known(resolve::TokenRef token, Hits& hits);
  void search(const model::NameView& query, const resolve::CostLimit& limit, std::size_t top);
  void collect(const model::NameView& query, const model::NameParse& parse);
  void collect_unit(const Unit& unit, float missing_bits, std::size_t added_max);
  void shorten();
  void rank(const model::NameView& query, std::size_t top);
  [[nodiscard]] float compared_bits(const model::NameView& query, std::uint32_t name, float cutoff);

  const NameIndex& index_;
  NameComparer comparer_;
  resolve::TokenJoiner joiner_;
  model::TokenPool pool_;
  std::unordered_map<std::uint64_t, Hits> hits_;
  std::unordered_map<std::uint32_t, Candidate> candidates_;
  std::vector<Candidate> best_;
  resolve::CostLimit limit_;  ///< of the way from one spelling to another
  bool joins_ = false;
  model::TokenPool named_;
  std::optional<normalise::NameCompiler> compiler_;  ///< of the names that the query met
  std::unordered_map<std::uint32_t, float> compared_;
  std::vector<resolve::FoundSpelling> spellings_;
};

}  // namespace engine
