#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "ground/base/time.h"
#include "ground/model/link.h"
#include "steps/resolve/evidence.h"
#include "steps/resolve/rarity.h"
#include "work/engine/candidates.h"

namespace engine {

/// How common names, acts and the like are: fill it from the store's counts or by adding personas.
using Rarity = resolve::Rarity;

inline constexpr double shown_bits_min = resolve::shown_bits_min;
inline constexpr std::size_t proposals_max = 10;
/// Of these, links that could as well be chance: in a store that grows, ever more strangers share a
/// name or a story, while the same actor is mostly among the first two. Chosen on campaigns
/// by two hands within 6,000 simulated reports: false ones a report 4.5 to 1.1, as many found.
inline constexpr std::size_t weak_proposals_max = 2;
inline constexpr double weak_bits_below = 16, weak_bits_gap = 3;

/// A persona that shares a key with the one at hand.
struct Candidate {
  model::PersonaRef ref;
  model::PersonaFeatures features;
};

/// One pair, as it is shown, whatever its bits; `left` < `right` in the proposal.
[[nodiscard]] model::LinkProposal propose_link(const model::PersonaRef& mine,
                                               const model::PersonaFeatures& features,
                                               const Candidate& other, const Rarity& rarity);

/// The best proposals at or above the shown threshold, best first, equal ones by persona; a persona
/// is not linked to itself. Pure: the same input gives the same proposals, whatever the order of
/// the candidates.
[[nodiscard]] std::vector<model::LinkProposal> propose_links(const model::PersonaRef& mine,
                                                             const model::PersonaFeatures& features,
                                                             std::span<const Candidate> candidates,
                                                             const Rarity& rarity);

/// Personas in memory, found through their keys. It counts what is common as it grows, so that
/// what it proposes rests on what was known by then. Not safe to change from several threads.
class MatchIndex {
 public:
  /// `time`: when the persona was reported; among too many under one key the newest are met.
  void add(const model::PersonaRef& ref, const model::PersonaFeatures& features,
           base::UtcTime time);

  /// Best links of a persona that is in the index or not.
  [[nodiscard]] std::vector<model::LinkProposal> find(const model::PersonaRef& ref,
                                                      const model::PersonaFeatures& features) const;

  [[nodiscard]] std::size_t size() const { return personas_.size(); }
  [[nodiscard]] const Rarity& rarity() const { return rarity_; }

 private:
  struct Entry {
    Candidate candidate;
    base::UtcTime time;
    std::uint64_t sketch = 0;
  };

  /// The personas worth comparing, by their number.
  [[nodiscard]] std::vector<std::uint32_t> meet(const model::PersonaFeatures& features) const;

  std::vector<Entry> personas_;
  // Key hash -> personas, oldest first. A hash that two keys share only adds a comparison.
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> postings_;
  Rarity rarity_;
};

}  // namespace engine
