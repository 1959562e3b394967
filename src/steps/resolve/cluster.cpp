#include "steps/resolve/cluster.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

namespace resolve {
namespace {

using model::PersonaRef;

class Parts {
 public:
  explicit Parts(const std::vector<PersonaRef>& members) : parent_(members.size()) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }

  std::size_t find(std::size_t at) {
    while (parent_[at] != at)
      at = parent_[at] = parent_[parent_[at]];
    return at;
  }
  void join(std::size_t left, std::size_t right) {
    const auto [low, high] = std::minmax({find(left), find(right)});
    parent_[high] = low;
  }

 private:
  std::vector<std::size_t> parent_;
};

using Pair = std::pair<PersonaRef, PersonaRef>;

/// Sorted, so that the outcome does not hang on the order in which people judged.
std::vector<JudgedLink> sorted_same_person(std::span<const JudgedLink> links) {
  std::vector<JudgedLink> sorted;
  for (auto link : links) {
    if (link.right < link.left) std::swap(link.left, link.right);
    if (link.kind == model::LinkKind::same_person && link.left != link.right)
      sorted.push_back(link);
  }
  std::ranges::sort(sorted, {}, [](const auto& link) {
    return std::tuple(link.left, link.right, link.judgement);
  });
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  return sorted;
}

std::vector<PersonaRef> members_of(const std::vector<JudgedLink>& links) {
  std::set<PersonaRef> members;
  for (const auto& link : links)
    members.insert({link.left, link.right});
  return {members.begin(), members.end()};
}

std::size_t index_of(const std::vector<PersonaRef>& members, const PersonaRef& member) {
  return static_cast<std::size_t>(std::ranges::lower_bound(members, member) - members.begin());
}

/// Would joining the two parts put a pair judged different together?
bool is_vetoed(Parts& parts, const std::vector<std::pair<std::size_t, std::size_t>>& apart,
               std::size_t left, std::size_t right) {
  const auto a = parts.find(left), b = parts.find(right);
  return std::ranges::any_of(apart, [&](const auto& pair) {
    const auto first = parts.find(pair.first), second = parts.find(pair.second);
    return (first == a && second == b) || (first == b && second == a);
  });
}

}  // namespace

Clusters clusters_of(std::span<const JudgedLink> links) {
  const auto sorted = sorted_same_person(links);
  const auto members = members_of(sorted);
  std::vector<std::pair<std::size_t, std::size_t>> apart;
  for (const auto& link : sorted)
    if (link.judgement == model::Judgement::different)
      apart.emplace_back(index_of(members, link.left), index_of(members, link.right));

  Clusters clusters;
  Parts parts(members);
  for (const auto& link : sorted) {
    if (link.judgement != model::Judgement::same) continue;
    const auto left = index_of(members, link.left), right = index_of(members, link.right);
    if (is_vetoed(parts, apart, left, right))
      clusters.contradictions.push_back(link);
    else
      parts.join(left, right);
  }
  std::map<std::size_t, std::vector<PersonaRef>> groups;
  for (std::size_t at = 0; at < members.size(); ++at)
    groups[parts.find(at)].push_back(members[at]);
  for (auto& [root, group] : groups)
    if (group.size() > 1) clusters.groups.push_back(std::move(group));
  return clusters;
}

}  // namespace resolve
