#include "steps/resolve/name_score.h"

#include <algorithm>

namespace resolve {
namespace {

using model::NameParse;
using model::NameView;
using model::TokenId;
using model::TokenKind;

/// In bits; learned by hand on the development pairs.
constexpr float swap_bits = -0.5F;

/// The letters of a name one after another, without its legal form.
std::u32string letters_of(const NameView& name) {
  std::u32string out;
  for (const auto id : name.tokens_of(name.parses.front()))
    if (const auto token = (*name.pool)[id]; token.kind != TokenKind::legal) out += token.text;
  return out;
}

/// What the name of a firm is without its legal form.
struct Sounding {
  std::array<TokenRef, 2> tokens;
  std::size_t count = 0;
};

Sounding sounding_of(const NameView& name, std::span<const TokenId> tokens) {
  Sounding out;
  for (const auto id : tokens)
    if ((*name.pool)[id].kind != TokenKind::legal && out.count < 2)
      out.tokens[out.count++] = {name.pool, id};
  return out;
}

}  // namespace

void NameScorer::compare_whole(TokenRef left, TokenRef right, float prior_bits) {
  const float floor = best_.bits + prior_bits;
  const auto match = match_tokens(left, right, costs_, floor);
  if (match.bits <= floor) return;
  best_.bits = match.bits - prior_bits;
  best_.is_order_kept = true;
  best_.parts.clear();
  auto& part = best_.parts.emplace_back();
  static_cast<TokenMatch&>(part) = match_tokens(left, right, costs_);
  part.left = left;
  part.right = right;
  part.is_joined = true;
}

void NameScorer::compare_parses(const NameView& left, const NameParse& one, const NameView& right,
                                const NameParse& other, float floor) {
  const float prior = one.prior_bits() + other.prior_bits();
  const auto lefts = left.tokens_of(one);
  const auto rights = right.tokens_of(other);
  const float needed = std::max(best_.bits, floor) + prior;
  const float apart = assignment_.find(*left.pool, lefts, *right.pool, rights, needed);
  if (apart > needed) {
    trial_.parts.clear();
    trial_.is_order_kept = assignment_.trace(trial_.parts);
    trial_.bits = apart - prior + (trial_.is_order_kept ? 0 : swap_bits);
    if (trial_.bits > best_.bits) std::swap(best_, trial_);
  }
  if (lefts.size() + rights.size() != 3 || lefts.empty() || rights.empty()) return;
  const bool is_left_single = lefts.size() == 1;
  const auto alone = is_left_single ? sounding_of(left, lefts) : sounding_of(right, rights);
  const auto two = is_left_single ? sounding_of(right, rights) : sounding_of(left, lefts);
  if (alone.count == 0 || two.count == 0) return;
  const auto whole = [&](TokenRef both) {
    if (is_left_single)
      compare_whole(alone.tokens[0], both, prior);
    else
      compare_whole(both, alone.tokens[0], prior);
  };
  if (two.count == 1) return whole(two.tokens[0]);
  whole(joiner_.join(two.tokens[0], two.tokens[1]));
  whole(joiner_.join(two.tokens[1], two.tokens[0]));
}

void NameScorer::compare(const NameView& left, const NameView& right, float floor) {
  for (const auto& one : left.parses)
    for (const auto& other : right.parses)
      compare_parses(left, one, right, other, floor);
}

const NameScore& NameScorer::score(const NameView& left, const NameView& right, float floor) {
  joiner_.clear();
  best_.parts.clear();
  best_.bits = 0;
  best_.is_order_kept = true;
  if (left.parses.empty() || right.parses.empty()) return best_;
  best_.bits = no_floor;
  // Ties between assignments may fall differently; one order for both directions keeps it
  // symmetric.
  if (letters_of(left) <= letters_of(right)) {
    compare(left, right, floor);
    return best_;
  }
  compare(right, left, floor);
  for (auto& part : best_.parts) {
    std::swap(part.left, part.right);
    if (part.reason == NameReason::missing) part.is_left = !part.is_left;
  }
  return best_;
}

}  // namespace resolve
