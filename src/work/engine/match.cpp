#include "work/engine/match.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "work/engine/match_features.h"

namespace engine {
namespace {

using model::LinkProposal;
using model::PersonaFeatures;
using model::PersonaRef;

std::uint64_t hash_of(const model::MatchKey& key) {
  std::uint64_t hash = 14695981039346656037ULL ^ static_cast<std::uint64_t>(key.kind);  // FNV-1a
  hash *= 1099511628211ULL;
  for (const char byte : key.text)
    hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
  return hash;
}

bool is_better_proposal(const LinkProposal& left, const LinkProposal& right) {
  if (left.bits != right.bits) return left.bits > right.bits;
  if (left.left != right.left) return left.left < right.left;
  return left.right < right.right;
}

LinkProposal propose(const PersonaRef& mine, const PersonaFeatures& features,
                     const PersonaRef& other, const PersonaFeatures& other_features,
                     const Rarity& rarity) {
  const auto setting = mine.report == other.report ? resolve::Setting::same_report
                                                   : resolve::Setting::separate_reports;
  auto evidence = resolve::compare(features, other_features, rarity, setting);
  return {std::min(mine, other), std::max(mine, other), evidence.kind,
          evidence.bits,         evidence.probability,  std::move(evidence.reasons)};
}

std::vector<LinkProposal> best_of(std::vector<LinkProposal> proposals) {
  std::ranges::sort(proposals, is_better_proposal);
  std::vector<LinkProposal> best;
  for (auto& proposal : proposals) {
    const bool is_weak = proposal.bits < weak_bits_below;
    const auto most = is_weak ? weak_proposals_max : proposals_max;
    const bool is_far =
        is_weak && !best.empty() && proposal.bits < best.front().bits - weak_bits_gap;
    if (best.size() >= most || is_far) break;
    best.push_back(std::move(proposal));
  }
  return best;
}

}  // namespace

LinkProposal propose_link(const PersonaRef& mine, const PersonaFeatures& features,
                          const Candidate& other, const Rarity& rarity) {
  return propose(mine, features, other.ref, other.features, rarity);
}

std::vector<LinkProposal> propose_links(const PersonaRef& mine, const PersonaFeatures& features,
                                        std::span<const Candidate> candidates,
                                        const Rarity& rarity) {
  std::vector<LinkProposal> proposals;
  for (const auto& candidate : candidates) {
    if (candidate.ref == mine) continue;
    auto proposal = propose_link(mine, features, candidate, rarity);
    if (proposal.bits >= shown_bits_min) proposals.push_back(std::move(proposal));
  }
  return best_of(std::move(proposals));
}

void MatchIndex::add(const PersonaRef& ref, const PersonaFeatures& features, base::UtcTime time) {
  const auto number = static_cast<std::uint32_t>(personas_.size());
  personas_.push_back({{ref, features}, time, sketch_of(features)});
  for (const auto& key : match_keys(features)) {
    auto& posting = postings_[hash_of(key)];
    const auto after = std::ranges::upper_bound(
        posting, time, {}, [&](std::uint32_t index) { return personas_[index].time; });
    posting.insert(after, number);
  }
  rarity_.add(features);
}

std::vector<std::uint32_t> MatchIndex::meet(const PersonaFeatures& features) const {
  std::map<std::uint32_t, Meeting> met;
  for (const auto& key : match_keys(features)) {
    const auto found = postings_.find(hash_of(key));
    if (found == postings_.end()) continue;
    const std::span posting(found->second);
    const auto newest = posting.last(std::min(posting.size(), candidates_per_key_max));
    for (const auto number : newest) {
      auto& meeting = met[number];
      meeting.add(key.kind, newest.size());
      meeting.sketch = personas_[number].sketch;
    }
  }
  std::vector<std::uint32_t> numbers;
  std::vector<Meeting> meetings;
  for (const auto& [number, meeting] : met) {
    numbers.push_back(number);
    meetings.push_back(meeting);
  }
  std::vector<std::uint32_t> worth;
  for (const auto place : worth_comparing(meetings, sketch_of(features)))
    worth.push_back(numbers[place]);
  return worth;
}

std::vector<LinkProposal> MatchIndex::find(const PersonaRef& ref,
                                           const PersonaFeatures& features) const {
  std::vector<LinkProposal> proposals;
  for (const auto number : meet(features)) {
    const auto& other = personas_[number].candidate;
    if (other.ref == ref) continue;
    auto proposal = propose_link(ref, features, other, rarity_);
    if (proposal.bits >= shown_bits_min) proposals.push_back(std::move(proposal));
  }
  return best_of(std::move(proposals));
}

}  // namespace engine
