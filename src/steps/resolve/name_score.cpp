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
class Letters {
 public:
  explicit Letters(const NameView& name)
      : pool_(*name.pool), tokens_(name.tokens_of(name.parses.front())) {}

  /// 0 = there are no more.
  char32_t next() {
    while (at_ == text_.size()) {
      if (tokens_.empty()) return 0;
      const auto token = pool_[tokens_.front()];
      tokens_ = tokens_.subspan(1);
      if (token.kind != TokenKind::legal) text_ = token.text, at_ = 0;
    }
    return text_[at_++];
  }

 private:
  const model::TokenPool& pool_;
  std::span<const TokenId> tokens_;
  std::u32string_view text_;
  std::size_t at_ = 0;
};

bool comes_first(const NameView& left, const NameView& right) {
  Letters one(left), other(right);
  while (true) {
    const auto letter = one.next();
    const auto against = other.next();
    if (letter != against || letter == 0) return letter <= against;
  }
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

void NameScorer::compare_whole(TokenRef left, TokenRef right, float prior_bits,
                               const NameFloor& floor) {
  unsure_bits_ = std::max(unsure_bits_, floor.part - prior_bits);
  const float needed = std::max(std::max(best_.bits, floor.sum) + prior_bits, floor.part);
  const auto match = match_tokens(left, right, by_, needed);
  if (match.bits <= needed) return;
  best_.bits = match.bits - prior_bits;
  best_.is_order_kept = true;
  best_.parts.clear();
  auto& part = best_.parts.emplace_back();
  static_cast<TokenMatch&>(part) = match_tokens(left, right, by_);
  part.left = left;
  part.right = right;
  part.is_joined = true;
}

void NameScorer::compare_parses(const NameView& left, const NameParse& one, const NameView& right,
                                const NameParse& other, const NameFloor& floor) {
  const float prior = one.prior_bits() + other.prior_bits();
  const auto lefts = left.tokens_of(one);
  const auto rights = right.tokens_of(other);
  NameFloor here = floor;
  here.sum = std::max(best_.bits, floor.sum) + prior;
  const float apart = assignment_.find(*left.pool, lefts, *right.pool, rights, here);
  unsure_bits_ = std::max(unsure_bits_, assignment_.passed_over_bits() - prior);
  if (apart > here.sum) {
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
      compare_whole(alone.tokens[0], both, prior, floor);
    else
      compare_whole(both, alone.tokens[0], prior, floor);
  };
  if (two.count == 1) return whole(two.tokens[0]);
  whole(joiner_.join(two.tokens[0], two.tokens[1]));
  whole(joiner_.join(two.tokens[1], two.tokens[0]));
}

void NameScorer::compare(const NameView& left, const NameView& right, const NameFloor& floor) {
  for (const auto& one : left.parses)
    for (const auto& other : right.parses)
      compare_parses(left, one, right, other, floor);
}

const NameScore& NameScorer::score(const NameView& left, const NameView& right,
                                   const NameFloor& floor) {
  joiner_.clear();
  best_.parts.clear();
  best_.bits = 0;
  best_.is_order_kept = true;
  best_.unsure_bits = 0;
  if (left.parses.empty() || right.parses.empty()) return best_;
  best_.bits = NameFloor().sum;
  unsure_bits_ = NameFloor().sum;
  // Ties between assignments may fall differently; one order for both directions keeps it
  // symmetric.
  const bool is_turned = !comes_first(left, right);
  compare(is_turned ? right : left, is_turned ? left : right, floor);
  best_.unsure_bits = unsure_bits_;
  if (!is_turned) return best_;
  for (auto& part : best_.parts) {
    std::swap(part.left, part.right);
    if (part.reason == NameReason::missing) part.is_left = !part.is_left;
  }
  return best_;
}

}  // namespace resolve
