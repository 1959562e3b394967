#include "steps/resolve/name_assignment.h"

#include <algorithm>

namespace resolve {
namespace {

using model::TokenKind;

constexpr float no_match = -1000;
constexpr std::size_t nowhere = 99;

}  // namespace

float missing_bits(TokenKind kind) {
  switch (kind) {
    case TokenKind::word:
      return -3.5F;
    case TokenKind::initial:
      return -1.5F;
    case TokenKind::particle:
    case TokenKind::legal:
      return -0.5F;
  }
  return 0;
}

void TokenAssignment::prepare(const model::TokenPool& left_pool,
                              std::span<const model::TokenId> left,
                              const model::TokenPool& right_pool,
                              std::span<const model::TokenId> right) {
  left_pool_ = &left_pool;
  right_pool_ = &right_pool;
  left_ = left.first(std::min(left.size(), tokens_max));
  right_ = right.first(std::min(right.size(), tokens_max));
  for (std::size_t at = 0; at < left_.size(); ++at) {
    const auto kind = left_ref(at).view().kind;
    left_missing_[at] = missing_bits(kind);
    left_legal_[at] = kind == TokenKind::legal;
  }
  for (std::size_t at = 0; at < right_.size(); ++at) {
    const auto kind = right_ref(at).view().kind;
    right_missing_[at] = missing_bits(kind);
    right_legal_[at] = kind == TokenKind::legal;
  }
  for (auto shape : {Shape::one_to_one, Shape::left_joined, Shape::right_joined})
    for (std::size_t at = 0; at < left_.size(); ++at)
      for (std::size_t other = 0; other < right_.size(); ++other) {
        auto& here = cell(shape, at, other);
        here.is_open = here.is_passed_over = false;
      }
}

float TokenAssignment::find(const model::TokenPool& left_pool, std::span<const model::TokenId> left,
                            const model::TokenPool& right_pool,
                            std::span<const model::TokenId> right, const NameFloor& floor) {
  prepare(left_pool, left, right_pool, right);
  floor_ = floor;
  passed_over_bits_ = no_match;
  match_ones(floor.sum);
  float best = assign();
  if (match_joined(std::max(best, floor.sum))) best = assign();
  passed_over_bits_ = std::max(passed_over_bits_, passed_over());
  return best;
}

/// Each row at its best, and one of them with what was passed over.
float TokenAssignment::passed_over() const {
  float sum = 0;
  float most_more = no_match;
  float before = 0;
  for (std::size_t at = 0; at < left_.size(); ++at) {
    // The second of two joined tokens takes nothing away.
    float row = std::max(left_missing_[at], before);
    bool is_any = false;
    before = left_missing_[at];
    for (const auto shape : {Shape::one_to_one, Shape::left_joined, Shape::right_joined})
      for (std::size_t other = 0; other < right_.size(); ++other) {
        const auto& here = cells_[place(shape, at, other)];
        if (!here.is_open && !here.is_passed_over) continue;
        is_any = is_any || here.is_passed_over;
        row = std::max(row, here.is_open ? here.match.bits : floor_.part);
        if (shape == Shape::left_joined) before = 0;
      }
    sum += row;
    if (is_any) most_more = std::max(most_more, floor_.part - row);
  }
  return most_more == no_match ? no_match : sum + most_more;
}

void TokenAssignment::match(Cell& here, TokenRef left, TokenRef right, float least) {
  const auto is_word = [](TokenRef token) {
    const auto kind = token.view().kind;
    return kind == TokenKind::word || kind == TokenKind::initial;
  };
  // Particles and legal forms say little and are no part that counts.
  const float part = is_word(left) || is_word(right) ? floor_.part : no_match;
  const float floor = std::max(least, part);
  here.match = match_tokens(left, right, by_, floor);
  here.is_open = here.match.bits > floor;
  here.is_passed_over = !here.is_open && part > least;
}

void TokenAssignment::match_ones(float floor) {
  const bool is_small = left_.size() <= 2 && right_.size() <= 2;
  for (std::size_t at = 0; at < left_.size(); ++at) {
    // With more tokens than two a side, joined ones may stand for what the others are worth.
    float others = token_bits_max * static_cast<float>(left_.size() - 1);
    if (is_small && at == 1) {
      others = best_of_row(0, nowhere, nowhere);
      if (is_second_useless()) {
        passed_over_bits_ = token_bits_max + left_missing_[0] + right_missing_[0];
        return;
      }
    }
    for (std::size_t other = 0; other < right_.size(); ++other)
      // What is worth less than both missing is never chosen.
      match(cell(Shape::one_to_one, at, other), left_ref(at), right_ref(other),
            std::max(left_missing_[at] + right_missing_[other], floor - others));
  }
}

/// Of two words a side the first has no like: with the second alone, both names lack one.
bool TokenAssignment::is_second_useless() {
  const float word = missing_bits(TokenKind::word);
  return floor_.needs_all_of_one && right_.size() == 2 && left_missing_[0] == word &&
         left_missing_[1] == word && right_missing_[0] == word && right_missing_[1] == word &&
         !cell(Shape::one_to_one, 0, 0).is_open && !cell(Shape::one_to_one, 0, 1).is_open;
}

float TokenAssignment::best_of_row(std::size_t left, std::size_t not_right,
                                   std::size_t not_right_either) {
  float best = left_missing_[left];
  for (std::size_t other = 0; other < right_.size(); ++other)
    if (const auto& here = cell(Shape::one_to_one, left, other);
        other != not_right && other != not_right_either && here.is_open)
      best = std::max(best, here.match.bits);
  return best;
}

/// What two joined tokens must be worth for the whole to come above the target.
float TokenAssignment::join_floor(Shape shape, std::size_t left, std::size_t right, float target) {
  const bool is_left = shape == Shape::left_joined;
  const std::size_t left_others = left_.size() - (is_left ? 2 : 1);
  const std::size_t right_others = right_.size() - (is_left ? 1 : 2);
  const bool may_join_more = left_others > 0 && right_others > 0 && left_others + right_others > 2;
  float rest = 0;
  for (std::size_t at = 0; at < left_.size(); ++at) {
    if (at == left || (is_left && at == left + 1)) continue;
    rest += may_join_more ? token_bits_max : best_of_row(at, right, is_left ? nowhere : right + 1);
  }
  for (std::size_t other = 0; left_others == 0 && other < right_.size(); ++other)
    if (other != right && (is_left || other != right + 1)) rest += right_missing_[other];
  const float alone = left_missing_[left] + right_missing_[right] +
                      (is_left ? left_missing_[left + 1] : right_missing_[right + 1]);
  return std::max(alone, target - rest);
}

bool TokenAssignment::match_joined(float target) {
  bool is_any = false;
  for (const auto shape : {Shape::left_joined, Shape::right_joined}) {
    const bool is_left = shape == Shape::left_joined;
    const auto& joined = is_left ? left_ : right_;
    const auto& legal = is_left ? left_legal_ : right_legal_;
    const auto& alone = is_left ? right_ : left_;
    for (std::size_t at = 0; at + 1 < joined.size(); ++at) {
      if (legal[at] || legal[at + 1]) continue;
      TokenRef both;
      for (std::size_t other = 0; other < alone.size(); ++other) {
        const auto left = is_left ? at : other;
        const auto right = is_left ? other : at;
        const float least = join_floor(shape, left, right, target);
        if (least >= token_bits_max) continue;
        if (both.pool == nullptr)
          both = is_left ? joiner_.join(left_ref(at), left_ref(at + 1))
                         : joiner_.join(right_ref(at), right_ref(at + 1));
        auto& here = cell(shape, left, right);
        match(here, is_left ? both : left_ref(other), is_left ? right_ref(other) : both, least);
        here.joined = both;
        is_any = is_any || here.is_open;
      }
    }
  }
  return is_any;
}

void TokenAssignment::reach(std::size_t at, std::size_t state, const Step& step) {
  auto& known = steps_[(at << right_.size()) + state];
  if (step.bits > known.bits) known = step;
}

void TokenAssignment::advance(std::size_t at, std::size_t state) {
  const float so_far = steps_[(at << right_.size()) + state].bits;
  const auto from = static_cast<std::uint16_t>(state);
  reach(at + 1, state, {so_far + left_missing_[at], from, 1, 255, 0});
  for (std::size_t other = 0; other < right_.size(); ++other) {
    if ((state >> other & 1U) != 0) continue;
    const auto taken = state | std::size_t{1} << other;
    const auto place = static_cast<std::uint8_t>(other);
    if (const auto& here = cell(Shape::one_to_one, at, other); here.is_open)
      reach(at + 1, taken, {so_far + here.match.bits, from, 1, place, 1});
    if (const auto& here = cell(Shape::left_joined, at, other); here.is_open)
      reach(at + 2, taken, {so_far + here.match.bits, from, 2, place, 1});
    if (const auto& here = cell(Shape::right_joined, at, other);
        here.is_open && (state >> (other + 1) & 1U) == 0)
      reach(at + 1, taken | std::size_t{1} << (other + 1),
            {so_far + here.match.bits, from, 1, place, 2});
  }
}

float TokenAssignment::assign() {
  const std::size_t states = std::size_t{1} << right_.size();
  steps_.assign((left_.size() + 1) * states, Step{no_match});
  steps_[0].bits = 0;
  for (std::size_t at = 0; at < left_.size(); ++at)
    for (std::size_t state = 0; state < states; ++state)
      if (steps_[at * states + state].bits > no_match) advance(at, state);
  float best = no_match;
  for (std::size_t state = 0; state < states; ++state) {
    float bits = steps_[left_.size() * states + state].bits;
    if (bits <= no_match) continue;
    for (std::size_t other = 0; other < right_.size(); ++other)
      if ((state >> other & 1U) == 0) bits += right_missing_[other];
    if (bits > best) best = bits, chosen_ = state;
  }
  return best;
}

void TokenAssignment::add_part(const Step& step, std::size_t at, std::vector<NamePart>& parts) {
  auto& part = parts.emplace_back();
  if (step.right_at == 255) {
    part.left = left_ref(at);
    part.is_left = true;
    part.reason = NameReason::missing;
    part.bits = left_missing_[at];
    part.kind = part.left.view().kind;
    part.information_bits = rarity_of(part.left);
    return;
  }
  const auto shape = step.left_count == 2    ? Shape::left_joined
                     : step.right_count == 2 ? Shape::right_joined
                                             : Shape::one_to_one;
  const auto& here = cell(shape, at, step.right_at);
  part.left = shape == Shape::left_joined ? here.joined : left_ref(at);
  part.right = shape == Shape::right_joined ? here.joined : right_ref(step.right_at);
  part.is_joined = shape != Shape::one_to_one;
  // Homophones of kanji are told only where nothing limits the search.
  static_cast<TokenMatch&>(part) = here.match.reason == NameReason::different
                                       ? match_tokens(part.left, part.right, by_)
                                       : here.match;
}

bool TokenAssignment::trace(std::vector<NamePart>& parts) {
  const auto first = parts.size();
  for (std::size_t other = 0; other < right_.size(); ++other) {
    if ((chosen_ >> other & 1U) != 0) continue;
    auto& part = parts.emplace_back();
    part.right = right_ref(other);
    part.reason = NameReason::missing;
    part.bits = right_missing_[other];
  }
  bool is_order_kept = true;
  std::size_t last = 255;
  std::size_t state = chosen_;
  for (std::size_t at = left_.size(); at > 0;) {
    const auto step = steps_[(at << right_.size()) + state];
    at -= step.left_count;
    add_part(step, at, parts);
    if (step.right_at != 255) {
      if (last != 255 && step.right_at > last) is_order_kept = false;
      last = step.right_at;
    }
    state = step.before;
  }
  std::reverse(parts.begin() + static_cast<std::ptrdiff_t>(first), parts.end());
  return is_order_kept;
}

}  // namespace resolve
