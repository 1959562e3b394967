#include "work/engine/name_candidates.h"

#include <algorithm>
#include <bit>

namespace engine {
namespace {

using model::TokenId;

// Bounds of the work, and bits; judged on the development names.
constexpr std::size_t slot_bits = 15, candidates_max = 16'000, hit_bits = 13,
                      places_alone_max = 400, initials_max = 6'000, pair_places_max = 200'000,
                      places_a_hit = 8;
static_assert(2 * NameCandidates::hits_max < std::size_t{1} << hit_bits);
constexpr int missing_worth = static_cast<int>(8 * NameCandidates::missing_bits);
constexpr float lowest_bits = -4;

/// Eighths of a bit above the lowest, at least 1.
std::uint8_t packed(float bits) {
  return static_cast<std::uint8_t>(std::clamp(8 * (bits - lowest_bits), 1.0F, 255.0F));
}
constexpr int unpacked(std::uint8_t worth) {
  return worth + static_cast<int>(8 * lowest_bits);
}

std::size_t place_of(std::uint32_t number, std::size_t bits) {
  return (number * 0x9E3779B1U) >> (32 - bits);
}

}  // namespace

NameCandidates::NameCandidates(const NameIndex& index)
    : index_(index), slots_(std::size_t{1} << slot_bits), hits_(std::size_t{1} << hit_bits) {}

void NameCandidates::add(std::uint32_t name, std::size_t one, std::uint8_t one_worth,
                         std::size_t other, std::uint8_t other_worth) {
  auto at = place_of(name, slot_bits);
  while (slots_[at] != 0 && all_[slots_[at] - 1U].name != name)
    at = (at + 1) % slots_.size();
  if (slots_[at] == 0) {
    if (all_.size() == candidates_max) return;
    all_.push_back({name, {}});
    slots_[at] = static_cast<std::uint16_t>(all_.size());
  }
  auto& worths = all_[slots_[at] - 1U].worths;
  worths[one] = std::max(worths[one], one_worth);
  worths[other] = std::max(worths[other], other_worth);
}

void NameCandidates::remember(std::span<const NameUnit::Hit> hits) {
  std::ranges::fill(hits_, Slot{});
  by_token_.assign(hits.begin(), hits.end());
  std::ranges::sort(by_token_, {}, &NameUnit::Hit::token);
  for (const auto& hit : hits) {
    auto at = place_of(hit.token, hit_bits);
    while (hits_[at].worth != 0)
      at = (at + 1) % hits_.size();
    hits_[at] = {hit.token, packed(hit.bits)};
  }
}

/// 0 where it is none of them.
std::uint8_t NameCandidates::remembered(TokenId token) const {
  auto at = place_of(token, hit_bits);
  while (hits_[at].worth != 0 && hits_[at].token != token)
    at = (at + 1) % hits_.size();
  return hits_[at].worth;
}

/// Names where a hit of one unit stands beside a hit of another: what stands beside the hits of the
/// unit that is rarer is looked up among the hits of the other.
void NameCandidates::collect_pairs(std::size_t one, std::size_t other) {
  if (units_[one].places > units_[other].places) std::swap(one, other);
  const auto& rarer = units_[one];
  const auto& more = units_[other];
  if (rarer.hits.empty() || more.hits.empty()) return;
  remember(more.hits);
  std::size_t left = pair_places_max;
  for (const auto& hit : rarer.hits) {
    const auto worth = packed(hit.bits);
    const auto places = index_.places_of(hit.token);
    const auto most = places_a_hit * by_token_.size();
    const auto work = std::min(places.size(), most);
    if (work > left) return;
    left -= work;
    if (places.size() <= most) {
      for (const auto place : places)
        if (const auto partner = remembered(static_cast<TokenId>(place >> 32U)); partner != 0)
          add(static_cast<std::uint32_t>(place), one, worth, other, partner);
      continue;
    }
    auto at = places.begin();
    for (const auto& partner : by_token_) {
      at = std::lower_bound(at, places.end(), NameIndex::Place{partner.token} << 32U);
      for (; at != places.end() && *at >> 32U == partner.token; ++at)
        add(static_cast<std::uint32_t>(*at), one, worth, other, packed(partner.bits));
    }
  }
}

void NameCandidates::collect_initial(std::size_t one, std::size_t initial) {
  const auto [from, end] = index_.tokens_beginning(units_[initial].initial);
  std::size_t left = initials_max;
  for (const auto& hit : units_[one].hits) {
    const auto places = index_.places_of(hit.token);
    auto at = std::ranges::lower_bound(places, NameIndex::Place{from} << 32U);
    for (; left > 0 && at != places.end() && *at >> 32U < end; ++at, --left)
      add(static_cast<std::uint32_t>(*at), one, packed(hit.bits), initial, packed(initial_bits));
  }
}

void NameCandidates::collect_alone(std::size_t unit) {
  std::size_t left = places_alone_max;
  for (const auto& hit : units_[unit].hits)
    for (const auto place : index_.places_of(hit.token)) {
      if (left-- == 0) return;
      const auto worth = packed(hit.bits);
      add(static_cast<std::uint32_t>(place), unit, worth, unit, worth);
    }
}

void NameCandidates::find(std::span<const NameUnit> units, std::size_t words) {
  units_ = units.first(std::min(units.size(), units_max));
  words_ = words;
  std::ranges::fill(slots_, std::uint16_t{0});
  all_.clear();
  for (std::size_t one = 0; one < units_.size(); ++one)
    for (std::size_t other = one + 1; other < units_.size(); ++other) {
      if ((units_[one].words & units_[other].words) != 0) continue;
      collect_pairs(one, other);
      if (units_[one].initial != 0) collect_initial(other, one);
      if (units_[other].initial != 0) collect_initial(one, other);
    }
  for (std::size_t unit = 0; unit < units_.size(); ++unit)
    collect_alone(unit);
}

/// The best way to have each word in one unit at most; words of either name without a like are
/// missing.
int NameCandidates::worth_of(const Candidate& candidate) const {
  constexpr std::size_t words_max = 32;
  const auto words = std::min(words_, words_max);
  std::array<int, words_max + 1> worths{}, found{};
  for (std::size_t word = 1; word <= words; ++word) {
    worths[word] = worths[word - 1];
    found[word] = found[word - 1];
    for (std::size_t unit = 0; unit < units_.size(); ++unit) {
      const auto mask = units_[unit].words;
      if (candidate.worths[unit] == 0 || mask >> (word - 1) != 1U) continue;
      const auto count = static_cast<std::size_t>(std::popcount(mask));
      const int here = worths[word - count] + unpacked(candidate.worths[unit]) -
                       missing_worth * static_cast<int>(count);
      if (here <= worths[word]) continue;
      worths[word] = here;
      found[word] = found[word - count] + static_cast<int>(count);
    }
  }
  const int lacking = static_cast<int>(words) - found[words];
  const int others = lacking + static_cast<int>(index_.word_count(candidate.name));
  return worths[words] + missing_worth * std::max(others, static_cast<int>(words));
}

void NameCandidates::best(std::size_t most, float prior_bits, std::vector<Best>& into) const {
  const auto before = into.size();
  for (const auto& candidate : all_)
    into.push_back({candidate.name, static_cast<float>(worth_of(candidate)) / 8 - prior_bits});
  const auto from = into.begin() + static_cast<std::ptrdiff_t>(before);
  const auto kept = std::min(into.size() - before, most);
  std::nth_element(from, from + static_cast<std::ptrdiff_t>(kept), into.end(),
                   [](const Best& one, const Best& other) {
                     return one.bits != other.bits ? one.bits > other.bits : one.name < other.name;
                   });
  into.resize(before + kept);
}

}  // namespace engine
