#include "steps/resolve/name_score.h"

#include <algorithm>
#include <limits>

#include "steps/resolve/name_tokens.h"

namespace resolve {
namespace {

using model::NameParse;
using model::NameToken;
using model::TokenKind;

/// In bits; learned by hand on the development pairs.
constexpr float missing_bits = -3.5F, missing_particle_bits = -0.5F, missing_legal_bits = -0.5F,
                swap_bits = -0.5F, no_match = -1000;

float missing_cost(const NameToken& token) {
  switch (token.kind) {
    case TokenKind::word:
      return missing_bits;
    case TokenKind::initial:
      return -1.5F;
    case TokenKind::particle:
      return missing_particle_bits;
    case TokenKind::legal:
      return missing_legal_bits;
  }
  return missing_bits;
}

float information_of(const NameToken& token) {
  float least = token.spellings.empty() ? 5.0F * static_cast<float>(token.text.size()) : 99;
  for (const auto& spelling : token.spellings)
    least = std::min(least, spelling.information_bits);
  return least;
}

NamePart missing(const NameToken& token, bool is_left) {
  NamePart out;
  (is_left ? out.left : out.right) = token.text;
  out.reason = NameReason::missing;
  out.bits = missing_cost(token);
  out.information_bits = information_of(token);
  out.kind = token.kind;
  out.is_left = is_left;
  return out;
}

NamePart matched(const NameToken& left, const NameToken& right, const LetterCosts& costs) {
  auto out = match_tokens(left, right, costs);
  out.left = left.text;
  out.right = right.text;
  return out;
}

struct Step {
  float bits = no_match;
  std::uint32_t before = 0;  // state it came from
  std::uint8_t left_count = 0, right_at = 255, right_count = 0;
};

/// Assigns tokens of the left name in order to tokens of the right one; a state is the set of right
/// tokens that are taken. Neighbours may be joined on either side.
class Assignment {
 public:
  Assignment(const NameParse& left, const NameParse& right, const LetterCosts& costs)
      : left_(left),
        right_(right),
        costs_(costs),
        states_(std::size_t{1} << right.tokens.size()),
        steps_((left.tokens.size() + 1) * states_) {
    steps_[0].bits = 0;
    for (std::size_t at = 0; at < left.tokens.size(); ++at)
      for (std::size_t state = 0; state < states_; ++state)
        if (steps_[at * states_ + state].bits > no_match) advance(at, state);
  }

  [[nodiscard]] NameScore best() const {
    NameScore out;
    out.bits = no_match;
    std::size_t chosen = 0;
    for (std::size_t state = 0; state < states_; ++state) {
      const float bits = steps_[left_.tokens.size() * states_ + state].bits + rest(state);
      if (bits > out.bits) out.bits = bits, chosen = state;
    }
    trace(chosen, out);
    return out;
  }

 private:
  [[nodiscard]] float rest(std::size_t state) const {
    float bits = 0;
    for (std::size_t at = 0; at < right_.tokens.size(); ++at)
      if ((state >> at & 1U) == 0) bits += missing_cost(right_.tokens[at]);
    return bits;
  }

  void reach(std::size_t at, std::size_t state, Step step) {
    auto& known = steps_[at * states_ + state];
    if (step.bits > known.bits) known = step;
  }

  void advance(std::size_t at, std::size_t state) {
    const float so_far = steps_[at * states_ + state].bits;
    const auto from = static_cast<std::uint32_t>(state);
    reach(at + 1, state, {so_far + missing_cost(left_.tokens[at]), from, 1, 255, 0});
    for (std::size_t other = 0; other < right_.tokens.size(); ++other) {
      if ((state >> other & 1U) != 0) continue;
      const auto taken = state | std::size_t{1} << other;
      const auto place = static_cast<std::uint8_t>(other);
      reach(
          at + 1, taken,
          {so_far + pair(left_.tokens[at], right_.tokens[other], at, other, 0), from, 1, place, 1});
      if (at < left_.joined.size() && may_join(left_.tokens[at], left_.tokens[at + 1]))
        reach(at + 2, taken,
              {so_far + pair(left_.joined[at], right_.tokens[other], at, other, 1), from, 2, place,
               1});
      if (other < right_.joined.size() && (state >> (other + 1) & 1U) == 0 &&
          may_join(right_.tokens[other], right_.tokens[other + 1]))
        reach(at + 1, taken | std::size_t{1} << (other + 1),
              {so_far + pair(left_.tokens[at], right_.joined[other], at, other, 2), from, 1, place,
               2});
    }
  }

  [[nodiscard]] static bool may_join(const NameToken& one, const NameToken& other) {
    return one.kind != TokenKind::legal && other.kind != TokenKind::legal;
  }

  float pair(const NameToken& one, const NameToken& other, std::size_t at, std::size_t place,
             std::size_t kind) {
    auto& known = pairs_[(at * 16 + place) * 3 + kind];
    if (known == unknown) known = match_tokens(one, other, costs_).bits;
    return known;
  }

  void trace(std::size_t state, NameScore& out) const {
    for (std::size_t other = 0; other < right_.tokens.size(); ++other)
      if ((state >> other & 1U) == 0)
        out.parts.push_back({{},
                             right_.tokens[other].text,
                             NameReason::missing,
                             missing_cost(right_.tokens[other]),
                             0});
    std::size_t last = 255;
    for (std::size_t at = left_.tokens.size(); at > 0;) {
      const auto& step = steps_[at * states_ + state];
      at -= step.left_count;
      const auto& one = step.left_count == 2 ? left_.joined[at] : left_.tokens[at];
      if (step.right_at == 255) {
        out.parts.push_back(missing(one, true));
      } else {
        const auto& other =
            step.right_count == 2 ? right_.joined[step.right_at] : right_.tokens[step.right_at];
        out.parts.push_back(matched(one, other, costs_));
        out.parts.back().is_joined = step.left_count + step.right_count > 2;
        if (last != 255 && step.right_at > last) out.is_order_kept = false;
        last = step.right_at;
      }
      state = step.before;
    }
    std::ranges::reverse(out.parts);
  }

  static constexpr float unknown = std::numeric_limits<float>::max();
  const NameParse& left_;
  const NameParse& right_;
  const LetterCosts& costs_;
  std::size_t states_;
  std::vector<Step> steps_;
  std::vector<float> pairs_ = std::vector<float>(16 * 16 * 3, unknown);
};

NameScore whole_score(const NameToken& one, const NameToken& other, const LetterCosts& costs) {
  NameScore out;
  out.parts.push_back(matched(one, other, costs));
  out.parts.back().is_joined = true;
  out.bits = out.parts.back().bits;
  return out;
}

NameScore ordered_score(const model::ComparableName& left, const model::ComparableName& right,
                        const LetterCosts& costs) {
  NameScore best;
  best.bits = no_match;
  const auto keep = [&](NameScore score, const NameParse& one, const NameParse& other) {
    score.bits -= one.prior_bits + other.prior_bits;
    if (!score.is_order_kept) score.bits += swap_bits;
    if (score.bits > best.bits) best = std::move(score);
  };
  for (const auto& one : left.parses)
    for (const auto& other : right.parses) {
      keep(Assignment(one, other, costs).best(), one, other);
      if (one.tokens.size() == 1 && other.tokens.size() == 2) {
        keep(whole_score(one.whole, other.whole, costs), one, other);
        keep(whole_score(one.whole, other.whole_swapped, costs), one, other);
      }
      if (other.tokens.size() == 1 && one.tokens.size() == 2) {
        keep(whole_score(one.whole, other.whole, costs), one, other);
        keep(whole_score(one.whole_swapped, other.whole, costs), one, other);
      }
    }
  return best;
}

}  // namespace

NameScore name_score(const model::ComparableName& left, const model::ComparableName& right,
                     const LetterCosts& costs) {
  if (left.parses.empty() || right.parses.empty()) return {};
  // Ties between assignments may fall differently; one order for both directions keeps it
  // symmetric.
  if (left.parses.front().whole.text <= right.parses.front().whole.text)
    return ordered_score(left, right, costs);
  auto score = ordered_score(right, left, costs);
  for (auto& part : score.parts) {
    std::swap(part.left, part.right);
    if (part.reason == NameReason::missing) part.is_left = !part.is_left;
  }
  return score;
}

}  // namespace resolve
