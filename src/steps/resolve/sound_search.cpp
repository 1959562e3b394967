#include "steps/resolve/sound_search.h"

#include <algorithm>
#include <bit>
#include <span>

namespace resolve {
namespace {

constexpr std::size_t twice_from = 4;     ///< classes that are left when one was taken away
constexpr std::size_t seen_a_tried = 16;  ///< words looked at for one compared

std::uint32_t bag_of(SoundWord word) {
  std::uint32_t bag = 0;
  for (std::size_t at = 0; at < word_sounds_max; ++at)
    bag |= 1U << sound_at(word, at);
  return bag & ~1U;
}

std::size_t class_count(std::uint32_t skeleton) {
  return skeleton == 0
             ? 0
             : skeleton_classes_max - static_cast<std::size_t>(std::countr_zero(skeleton)) / 4;
}

/// What is left of a skeleton when a class is taken away; `use` may see twins.
template <class Use>
void each_shortened(std::uint32_t skeleton, Use use) {
  for (unsigned shift = 32; shift > 0 && (skeleton >> (shift - 4) & 15U) != 0; shift -= 4) {
    const std::uint32_t before = shift == 32 ? 0 : skeleton >> shift << shift;
    const std::uint32_t after = skeleton & ((1U << (shift - 4)) - 1);
    use(before | after << 4U);
  }
}

template <class List>
void sort_numbers(List& list) {
  std::ranges::sort(list);
  const auto twins = std::ranges::unique(list);
  list.erase(twins.begin(), twins.end());
}

}  // namespace

bool SoundSearch::in_order(SoundWord one, SoundWord other) {
  const auto first = skeleton_of(one), second = skeleton_of(other);
  return first != second ? first < second : one < other;
}

SoundSearch::SoundSearch(std::vector<SoundWord> words) : words_(std::move(words)) {
  words_.shrink_to_fit();
  bags_.reserve(words_.size() + SoundCosts::Beside::block);
  for (std::uint32_t at = 0; at < words_.size(); ++at) {
    bags_.push_back(bag_of(words_[at]));
    if (const auto skeleton = skeleton_of(words_[at]);
        skeletons_.empty() || skeleton != skeletons_.back()) {
      skeletons_.push_back(skeleton);
      starts_.push_back(at);
    }
  }
  starts_.push_back(static_cast<std::uint32_t>(words_.size()));
  bags_.resize(words_.size() + SoundCosts::Beside::block);
  for (std::uint32_t number = 0; number < skeletons_.size(); ++number)
    each_shortened(skeletons_[number], [&](std::uint32_t left) {
      shortened_.emplace_back(left, number);
      if (class_count(left) < twice_from) return;
      each_shortened(left, [&](std::uint32_t less) { shortened_.emplace_back(less, number); });
    });
  sort_numbers(shortened_);
  shortened_.shrink_to_fit();
}

void SoundSearch::add_same(std::uint32_t skeleton, std::vector<std::uint32_t>& numbers) const {
  const auto found = std::ranges::lower_bound(skeletons_, skeleton);
  if (found != skeletons_.end() && *found == skeleton)
    numbers.push_back(static_cast<std::uint32_t>(found - skeletons_.begin()));
}

void SoundSearch::add_shortened(std::uint32_t left, std::vector<std::uint32_t>& numbers) const {
  auto found = std::ranges::lower_bound(shortened_, Shortened{left, 0});
  for (; found != shortened_.end() && found->first == left; ++found)
    numbers.push_back(found->second);
}

/// By number; the skeleton itself first where it is there, twins taken out.
std::vector<std::uint32_t> SoundSearch::near_skeletons(std::uint32_t skeleton) const {
  std::vector<std::uint32_t> same, numbers;
  const auto count = class_count(skeleton);
  add_same(skeleton, same);
  add_shortened(skeleton, numbers);
  each_shortened(skeleton, [&](std::uint32_t left) {
    add_same(left, numbers);
    if (count > 2) add_shortened(left, numbers);
    if (count > twice_from)
      each_shortened(left, [&](std::uint32_t less) { add_same(less, numbers); });
  });
  sort_numbers(numbers);
  if (!same.empty()) std::erase(numbers, same.front());
  same.insert(same.end(), numbers.begin(), numbers.end());
  return same;
}

/// Halves a full list; what is not better than its worst is of no use any more.
int SoundSearch::keep_best(std::size_t kept_max, std::vector<FoundSound>& list) {
  const auto last = list.begin() + static_cast<std::ptrdiff_t>(kept_max - 1);
  std::ranges::nth_element(list, last, [](const FoundSound& one, const FoundSound& other) {
    return one.worth != other.worth ? one.worth > other.worth : one.word < other.word;
  });
  list.resize(kept_max);
  return list.back().worth;
}

void SoundSearch::find(SoundWord word, const SoundCosts& costs, Limits limits,
                       std::vector<FoundSound>& into) const {
  constexpr auto block = SoundCosts::Beside::block;
  SoundCosts::Beside beside(costs, word);
  const auto seen_max = limits.tried_max * seen_a_tried;
  std::size_t tried = 0, seen = 0;
  for (const auto number : near_skeletons(skeleton_of(word)))
    for (std::size_t at = starts_[number], end = starts_[number + 1]; at < end;) {
      if (seen >= seen_max) return;
      const auto group = sound_group(words_[at]);
      const auto most = beside.most_twice(group, std::span(bags_).subspan(at).first<block>());
      const auto last = std::min(end, at + block);
      for (const auto from = at; at < last && sound_group(words_[at]) == group; ++at, ++seen) {
        const int twice = most[at - from] + beside.most_of_other_twice(words_[at]);
        if (twice <= 2 * limits.least) continue;
        if (tried++ == limits.tried_max) return;
        const int worth = beside.worth(words_[at], limits.least);
        if (worth <= limits.least) continue;
        into.push_back({static_cast<std::uint32_t>(at), worth});
        if (into.size() == 2 * limits.kept_max) limits.least = keep_best(limits.kept_max, into);
      }
    }
}

std::size_t SoundSearch::bytes() const {
  return words_.capacity() * 8 + shortened_.capacity() * sizeof(Shortened) +
         (bags_.capacity() + skeletons_.capacity() + starts_.capacity()) * 4;
}

}  // namespace resolve
