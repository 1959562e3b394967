#include "steps/resolve/letter_table.h"

#include <algorithm>
#include <atomic>

namespace resolve {
namespace {

/// What no table knows, in eighths of a bit. Judgement, of the size of the rarest learned costs.
constexpr std::uint8_t strange_letter = 80, extra_letter = 64, barred = 254;

constexpr std::uint8_t letter_of(std::uint32_t unit) {
  return static_cast<std::uint8_t>(unit & 63U);
}

constexpr std::size_t size_of(std::uint32_t unit) {
  return unit >> 18U;
}

std::uint64_t set_of(std::uint32_t unit) {
  std::uint64_t set = 0;
  for (std::size_t at = 0; at < size_of(unit); ++at)
    set |= std::uint64_t{1} << (unit >> (6 * at) & 63U);
  return set;
}

std::size_t slot_of(std::uint32_t unit, std::size_t mask) {
  return (unit * 0x9E3779B1U >> 12U) & mask;
}

void keep(std::vector<std::uint32_t>& units, std::uint32_t unit) {
  if (std::ranges::find(units, unit) == units.end()) units.push_back(unit);
}

}  // namespace

LetterTable::LetterTable(std::string name) : name_(std::move(name)) {
  single_.fill(strange_letter);
  dropped_.fill(extra_letter);
  added_.fill(extra_letter);
  for (std::size_t at = 0; at < symbols; ++at) {
    if (is_same_alphabet()) single_[at * symbols + at] = 0;
    single_[at * symbols + end_symbol] = barred;
    single_[end_symbol * symbols + at] = barred;
  }
  single_[end_symbol * symbols + end_symbol] = 0;
  dropped_[end_symbol] = added_[end_symbol] = barred;
}

void LetterTable::add(std::uint32_t from, std::uint32_t to, std::uint8_t cost) {
  if (size_of(from) == 1 && size_of(to) == 1) {
    single_[letter_of(from) * symbols + letter_of(to)] = cost;
  } else if (size_of(from) == 1 && size_of(to) == 0) {
    dropped_[letter_of(from)] = cost;
  } else if (size_of(from) == 0 && size_of(to) == 1) {
    added_[letter_of(to)] = cost;
  } else {
    std::erase_if(pairs_, [&](const Longer& pair) { return pair.from == from && pair.to == to; });
    pairs_.push_back({from, to, cost});
  }
}

void LetterTable::lower_to(const LetterTable& other) {
  const auto lower = [](auto& costs, const auto& others) {
    std::ranges::transform(costs, others, costs.begin(),
                           [](auto one, auto two) { return std::min(one, two); });
  };
  lower(single_, other.single_);
  lower(dropped_, other.dropped_);
  lower(added_, other.added_);
  for (const auto& pair : other.pairs_) {
    const auto same = std::ranges::find_if(pairs_, [&](const Longer& known) {
      return known.from == pair.from && known.to == pair.to;
    });
    if (same == pairs_.end())
      pairs_.push_back(pair);
    else
      same->cost = std::min(same->cost, pair.cost);
  }
}

LetterTable LetterTable::turned() const {
  LetterTable out(std::string{name_[1], name_[0]} + name_.substr(2));
  for (std::size_t from = 0; from < symbols; ++from)
    for (std::size_t to = 0; to < symbols; ++to)
      out.single_[to * symbols + from] = single_[from * symbols + to];
  out.dropped_ = added_;
  out.added_ = dropped_;
  for (const auto& pair : pairs_)
    out.pairs_.push_back({pair.to, pair.from, pair.cost});
  out.finish();
  return out;
}

void LetterTable::number(Numbers& numbers, const std::vector<std::uint32_t>& units) {
  numbers = Numbers();
  numbers.slots.assign(64, 0);
  while (numbers.slots.size() < units.size() * 4)
    numbers.slots.resize(numbers.slots.size() * 2);
  const std::size_t mask = numbers.slots.size() - 1;
  for (std::size_t at = 0; at < units.size(); ++at) {
    const auto unit = units[at];
    const auto number = static_cast<std::uint16_t>(at + 1);
    if (size_of(unit) == 1) numbers.one[letter_of(unit)] = number;
    if (size_of(unit) == 2) numbers.two[unit & 4095U] |= number;
    if (size_of(unit) != 3) continue;
    numbers.two[unit & 4095U] |= ends_three;
    auto slot = slot_of(unit & 0x3FFFFU, mask);
    while (numbers.slots[slot] != 0)
      slot = (slot + 1) & mask;
    numbers.slots[slot] = (unit & 0x3FFFFU) << 12U | number;
  }
}

std::uint16_t LetterTable::number_of(const Numbers& numbers, std::span<const std::uint8_t> unit) {
  return ending_of(numbers, unit, unit.size())[unit.size() - 1];
}

std::uint16_t LetterTable::number_of_three(const Numbers& numbers,
                                           std::span<const std::uint8_t> unit) {
  const std::uint32_t packed = pack_unit(unit) & 0x3FFFFU;
  const std::size_t mask = numbers.slots.size() - 1;
  for (auto slot = slot_of(packed, mask);; slot = (slot + 1) & mask) {
    if (numbers.slots[slot] == 0) return 0;
    if (numbers.slots[slot] >> 12U == packed)
      return static_cast<std::uint16_t>(numbers.slots[slot] & 4095U);
  }
}

void LetterTable::finish() {
  static std::atomic<std::uint64_t> last_identity{0};
  identity_ = ++last_identity;
  std::vector<std::uint32_t> lefts{0};
  std::vector<std::uint32_t> rights{0};
  for (const auto& pair : pairs_) {
    keep(lefts, pair.from);
    keep(rights, pair.to);
  }
  number(left_numbers_, lefts);
  number(right_numbers_, rights);
  right_count_ = rights.size() + 1;
  longer_.assign((lefts.size() + 1) * right_count_, none);
  for (const auto& pair : pairs_) {
    const auto left = static_cast<std::size_t>(std::ranges::find(lefts, pair.from) - lefts.begin());
    const auto right =
        static_cast<std::size_t>(std::ranges::find(rights, pair.to) - rights.begin());
    longer_[(left + 1) * right_count_ + right + 1] = pair.cost;
  }
  drops_units_ = std::ranges::any_of(
      pairs_, [](const Longer& pair) { return size_of(pair.from) == 0 || size_of(pair.to) == 0; });
  find_partners(lefts);
  find_likes();
}

void LetterTable::find_partners(std::span<const std::uint32_t> lefts) {
  partners_.clear();
  partners_at_.assign(1, 0);
  for (std::size_t right = 0; right < right_count_; ++right) {
    for (std::size_t left = 1; left < left_count(); ++left)
      if (const auto cost = longer_[left * right_count_ + right]; cost != none)
        partners_.push_back(
            {static_cast<std::uint16_t>(left), letter_of(lefts[left - 1]),
             size_of(lefts[left - 1]) < 2 ? end_symbol : letter_of(lefts[left - 1] >> 6U), cost});
    partners_at_.push_back(static_cast<std::uint32_t>(partners_.size()));
  }
}

void LetterTable::find_likes() {
  constexpr std::uint64_t always = std::uint64_t{1} << end_symbol;
  left_likes_.fill({});
  right_likes_.fill({});
  // Letters share what their unit costs; a unit against nothing is always at hand.
  const auto keep_like = [](Likes& likes, std::size_t cost, std::size_t letters,
                            std::uint64_t others) {
    for (std::size_t level = 0; level < like_levels.size(); ++level)
      if (cost < like_levels[level] * letters) likes[level] |= others == 0 ? always : others;
  };
  for (std::size_t from = 0; from < symbols; ++from) {
    keep_like(left_likes_[from], dropped_[from], 1, 0);
    keep_like(right_likes_[from], added_[from], 1, 0);
    for (std::size_t to = 0; to < symbols; ++to) {
      const auto cost = single_[from * symbols + to];
      keep_like(left_likes_[from], cost, 1, std::uint64_t{1} << to);
      keep_like(right_likes_[to], cost, 1, std::uint64_t{1} << from);
    }
  }
  for (const auto& pair : pairs_) {
    const auto lefts = set_of(pair.from) & ~always;
    const auto rights = set_of(pair.to) & ~always;
    for (std::size_t at = 0; at < symbols; ++at) {
      if ((lefts >> at & 1U) != 0)
        keep_like(left_likes_[at], pair.cost, size_of(pair.from), rights);
      if ((rights >> at & 1U) != 0) keep_like(right_likes_[at], pair.cost, size_of(pair.to), lefts);
    }
  }
}

void LetterTable::least_of(std::span<const std::uint8_t> letters,
                           const std::array<Likes, symbols>& likes, std::uint64_t others,
                           std::span<std::uint16_t> rests) {
  int rest = 0;
  rests[letters.size()] = 0;
  for (std::size_t at = letters.size(); at > 0; --at) {
    const auto letter = letters[at - 1];
    int cost = 0;
    for (std::size_t level = 0; level < like_levels.size(); ++level)
      cost += (likes[letter][level] & others) != 0
                  ? 0
                  : like_levels[level] - (level == 0 ? 0 : like_levels[level - 1]);
    const bool is_doubled = at > 1 && letters[at - 2] == letter;
    rest += is_doubled ? std::min(cost, doubled_letter) : cost;
    rests[at - 1] = static_cast<std::uint16_t>(rest);
  }
}

void LetterTable::least_rests(std::span<const std::uint8_t> left,
                              std::span<const std::uint8_t> right,
                              std::span<std::uint16_t> left_rests,
                              std::span<std::uint16_t> right_rests) const {
  std::uint64_t lefts = std::uint64_t{1} << end_symbol;
  std::uint64_t rights = lefts;
  for (const auto letter : left)
    lefts |= std::uint64_t{1} << letter;
  for (const auto letter : right)
    rights |= std::uint64_t{1} << letter;
  least_of(left, left_likes_, rights, left_rests);
  least_of(right, right_likes_, lefts, right_rests);
}

}  // namespace resolve
