#include "work/engine/candidates.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>

namespace engine {
namespace {

/// What one shared bit of a sketch tells beside the keys (judgement).
constexpr double sketch_bit = 0.5;

/// FNV-1a: spreads short texts evenly and is the same on every machine, as a stored value must be.
std::uint64_t spread(std::string_view text) {
  std::uint64_t value = 14695981039346656037ULL;
  for (const char character : text)
    value = (value ^ static_cast<unsigned char>(character)) * 1099511628211ULL;
  return value ^ (value >> 32);
}

std::uint64_t bits_of(const std::vector<std::string>& texts, unsigned first, unsigned count) {
  std::uint64_t bits = 0;
  for (const auto& text : texts)
    bits |= std::uint64_t{1} << (first + spread(text) % count);
  return bits;
}

}  // namespace

std::uint64_t sketch_of(const model::PersonaFeatures& features) {
  std::vector<std::string> seldom = features.told;
  std::erase_if(seldom, [](const std::string& idea) { return idea < "2"; });
  return bits_of(features.behaviours, 0, 20) | bits_of(seldom, 20, 32) |
         bits_of(features.requests, 52, 12) | bits_of(features.technologies, 52, 12);
}

void Meeting::add(model::MatchKey::Kind kind, std::size_t sharers) {
  constexpr double commonest = 2 * candidates_per_key_max;  // a full posting still tells one bit
  key_bits += std::log2(commonest / static_cast<double>(std::max<std::size_t>(sharers, 1)));
  by_identity = by_identity || (kind != model::MatchKey::Kind::place_script &&
                                kind != model::MatchKey::Kind::told);
}

std::vector<std::size_t> worth_comparing(std::span<const Meeting> meetings, std::uint64_t sketch) {
  std::vector<std::pair<double, std::size_t>> ranked;  // least telling first
  for (std::size_t number = 0; number < meetings.size(); ++number) {
    const auto& meeting = meetings[number];
    const int shared = std::popcount(meeting.sketch & sketch);
    if (meeting.by_identity || shared >= 2)
      ranked.emplace_back(-(meeting.key_bits + sketch_bit * shared), number);
  }
  const auto kept = std::min(ranked.size(), compared_max);
  std::ranges::partial_sort(ranked, ranked.begin() + static_cast<std::ptrdiff_t>(kept));
  std::vector<std::size_t> numbers;
  for (const auto& [rank, number] : std::span(ranked).first(kept))
    numbers.push_back(number);
  return numbers;
}

}  // namespace engine
