#include "steps/resolve/record_clusters.h"

#include <algorithm>
#include <numeric>

namespace resolve {
namespace {

/// Two records alone are joined at even odds or better; the same in bits.
constexpr float link_bits_min = 0;
/// Members of either group that are compared across, at most.
constexpr std::size_t members_compared_max = 8;
constexpr float across_bits_max = 10;
/// Aliases and missing fields speak against members of one party now and then.
constexpr float across_bits_min = -2;

/// Groups as rings of rows, each known by its first row.
class Groups {
 public:
  explicit Groups(std::size_t rows) : first_(rows), next_(rows), last_(rows), size_(rows, 1) {
    std::iota(first_.begin(), first_.end(), 0U);
    std::iota(last_.begin(), last_.end(), 0U);
    next_ = first_;
  }

  [[nodiscard]] std::uint32_t first_of(std::uint32_t row) {
    while (first_[row] != row) {
      first_[row] = first_[first_[row]];
      row = first_[row];
    }
    return row;
  }
  [[nodiscard]] std::size_t size_of(std::uint32_t first) const { return size_[first]; }

  void join(std::uint32_t one, std::uint32_t other) {
    if (other < one) std::swap(one, other);
    first_[other] = one;
    size_[one] += size_[other];
    next_[last_[one]] = other;
    last_[one] = last_[other];
  }

  /// Some members, spread evenly over the group in the order of joining.
  [[nodiscard]] std::vector<std::uint32_t> members_of(std::uint32_t first) const {
    const auto size = size_[first];
    const auto count = std::min<std::size_t>(size, members_compared_max);
    std::vector<std::uint32_t> members;
    std::size_t place = 0;
    for (auto row = first; members.size() < count; row = next_[row], ++place)
      if (place == members.size() * size / count) members.push_back(row);
    return members;
  }

 private:
  std::vector<std::uint32_t> first_, next_, last_, size_;
};

/// Jr and Sr: no chain of rows that leave it out makes one party of two. A number that an authority
/// gave outweighs it. (Birth dates are too often wrong for that.)
bool contradicts(const Comparison& comparison) {
  return comparison.level(model::Aspect::identifier) < 3 &&
         comparison.level(model::Aspect::suffix) == 1;
}

/// Whether two groups may be one: no member contradicts another, and unless both hold one number
/// that an authority gave, the mean weight across, each pair within bounds, is not against it.
bool may_join(const RecordComparer& comparer, const RecordModel& model,
              std::span<const std::uint32_t> left, std::span<const std::uint32_t> right) {
  float sum = 0;
  bool share_number = false;
  for (const auto one : left)
    for (const auto other : right) {
      const auto comparison = comparer.compare(std::min(one, other), std::max(one, other));
      if (contradicts(comparison)) return false;
      share_number = share_number || comparison.level(model::Aspect::identifier) == 3;
      sum += std::clamp(model.judge(comparison).bits, -across_bits_max, across_bits_max);
    }
  return share_number || sum / static_cast<float>(left.size() * right.size()) >= across_bits_min;
}

}  // namespace

std::vector<std::uint32_t> cluster_records(const RecordComparer& comparer, const RecordModel& model,
                                           std::vector<RecordLink> links) {
  std::ranges::sort(links, [](const RecordLink& one, const RecordLink& other) {
    if (one.bits != other.bits) return one.bits > other.bits;
    return one.left != other.left ? one.left < other.left : one.right < other.right;
  });
  const auto rows = comparer.table().size();
  Groups groups(rows);
  for (const auto& link : links) {
    if (link.bits < link_bits_min) break;
    const auto left = groups.first_of(link.left), right = groups.first_of(link.right);
    if (left == right) continue;
    if (may_join(comparer, model, groups.members_of(left), groups.members_of(right)))
      groups.join(left, right);
  }
  std::vector<std::uint32_t> firsts(rows);
  for (std::uint32_t row = 0; row < rows; ++row)
    firsts[row] = groups.first_of(row);
  return firsts;
}

}  // namespace resolve
