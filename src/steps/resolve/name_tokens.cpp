#include "steps/resolve/name_tokens.h"

#include <algorithm>
#include <array>

namespace resolve {
namespace {

using model::NameToken;
using model::Spelling;
using model::TokenKind;

/// In bits; learned by hand on the development pairs.
constexpr float information_max = 13, different_bits = -9, attested_loss = 0.5F,
                other_known_loss = 3, character_bits = 6, character_loss = 7, sound_loss_limit = 40;

std::vector<std::uint8_t> with_end(const Spelling& spelling) {
  auto symbols = spelling.symbols;
  symbols.push_back(end_symbol);
  return symbols;
}

NamePart made(NameReason reason, float bits, float information) {
  NamePart out;
  out.reason = reason;
  out.bits = bits;
  out.information_bits = information;
  return out;
}

float cost_bits(const Spelling& left, const Spelling& right, const LetterCosts& costs,
                float limit_bits) {
  if (left.alphabet > right.alphabet) return cost_bits(right, left, costs, limit_bits);
  const bool is_same = left.alphabet == right.alphabet;
  if (is_same && left.symbols == right.symbols) return 0;
  const auto one = with_end(left);
  const auto other = with_end(right);
  const int limit = static_cast<int>(std::min(limit_bits, sound_loss_limit) * 8) + 1;
  int best = limit;
  const auto tables = costs.tables(left.alphabet, right.alphabet);
  for (const auto& table : tables)
    best = std::min(best, alignment_cost(one, other, table, best));
  return static_cast<float>(best) / 8;
}

NamePart match_sound(const NameToken& left, const NameToken& right, const LetterCosts& costs) {
  NamePart best = made(NameReason::different, different_bits, 0);
  for (const auto& one : left.spellings)
    for (const auto& other : right.spellings) {
      // Two kanji words share every alphabet; their characters were compared already.
      const float information = 0.5F * (one.information_bits + other.information_bits);
      const float prior = one.prior_bits + other.prior_bits;
      if (std::min(information, information_max) - prior <= best.bits) continue;
      const float cost = cost_bits(one, other, costs, information - prior - best.bits);
      const float bits = std::min(information_max, information - cost) - prior;
      if (bits <= best.bits) continue;
      best = made(NameReason::sound, bits, information);
      best.cost_bits = cost;
      best.prior_bits = prior;
      best.writing = writing_pair(one.alphabet, other.alphabet);
    }
  return best;
}

bool share_concept(const NameToken& left, const NameToken& right) {
  auto one = left.concepts.begin();
  auto other = right.concepts.begin();
  while (one != left.concepts.end() && other != right.concepts.end()) {
    if (*one == *other) return true;
    if (*one < *other)
      ++one;
    else
      ++other;
  }
  return false;
}

float information_of(const NameToken& token) {
  float least = information_max;
  for (const auto& spelling : token.spellings)
    least = std::min(least, spelling.information_bits);
  return least;
}

NamePart made_han(NameReason reason, float bits, float information) {
  auto out = made(reason, bits, information);
  out.writing = han_writing;
  return out;
}

NamePart match_han(const NameToken& left, const NameToken& right, const LetterCosts& costs) {
  const auto longer = std::max(left.text.size(), right.text.size());
  std::size_t same = 0;
  for (std::size_t at = 0; at < std::min(left.text.size(), right.text.size()); ++at)
    same += left.text[at] == right.text[at] ? 1 : 0;
  const float information = std::min(information_max, character_bits * static_cast<float>(longer));
  if (same == longer) return made_han(NameReason::same_characters, information, information);
  const float bits = character_bits * static_cast<float>(same) -
                     character_loss * static_cast<float>(longer - same);
  auto out = made_han(NameReason::different, std::max(different_bits, bits), information);
  out.cost_bits = static_cast<float>(same) / static_cast<float>(longer);
  if (match_sound(left, right, costs).cost_bits == 0)
    out.reason = NameReason::other_characters_same_sound;
  return out;
}

bool begins_alike(const NameToken& initial, const NameToken& word, const LetterCosts& costs) {
  for (const auto& one : initial.spellings)
    for (const auto& other : word.spellings) {
      if (other.symbols.empty()) continue;
      if (one.alphabet == other.alphabet && one.symbols.front() == other.symbols.front())
        return true;
      if (one.alphabet == other.alphabet) continue;
      const bool is_ordered = one.alphabet < other.alphabet;
      const auto& low = is_ordered ? one : other;
      const auto& high = is_ordered ? other : one;
      for (const auto& table : costs.tables(low.alphabet, high.alphabet))
        for (std::size_t length = 1; length <= 3; ++length) {
          const auto lows =
              std::span(low.symbols).first(std::min(is_ordered ? 1 : length, low.symbols.size()));
          const auto highs =
              std::span(high.symbols).first(std::min(is_ordered ? length : 1, high.symbols.size()));
          if (lows.size() == 1 && highs.size() == 1
                  ? table.single(lows[0], highs[0]) < 40
                  : table.longer(pack_unit(lows), pack_unit(highs)) < 40)
            return true;
        }
    }
  return false;
}

NamePart match_initial(const NameToken& left, const NameToken& right, const LetterCosts& costs) {
  const bool left_is_initial = left.kind == TokenKind::initial;
  const auto& initial = left_is_initial ? left : right;
  const auto& word = left_is_initial ? right : left;
  if (begins_alike(initial, word, costs)) return made(NameReason::initial, 2.5F, 4);
  return made(NameReason::different, -8, 0);
}

/// Both are listed with forms in the other's alphabet, but not as one another.
bool are_known_elsewhere(const NameToken& left, const NameToken& right) {
  if (left.spellings.empty() || right.spellings.empty()) return false;
  const auto bit = [](const NameToken& token) {
    return 1U << static_cast<unsigned>(token.is_han ? model::Alphabet::pinyin
                                                    : token.spellings.front().alphabet);
  };
  return (left.scripts_known & bit(right)) != 0 && (right.scripts_known & bit(left)) != 0;
}

NamePart match_legal(const NameToken& left, const NameToken& right) {
  auto out = left.sense == right.sense ? made(NameReason::legal_form, 1, 1)
                                       : made(NameReason::different, -1.5F, 0);
  out.kind = TokenKind::legal;
  return out;
}

NamePart match_same(const NameToken& token) {
  if (token.is_han) {
    const float information =
        std::min(information_max, character_bits * static_cast<float>(token.text.size()));
    return made_han(NameReason::same_characters, information, information);
  }
  const float information = std::max(1.0F, information_of(token));
  auto out = made(NameReason::same_letters, information, information);
  if (!token.spellings.empty())
    out.writing = writing_pair(token.spellings.front().alphabet, token.spellings.front().alphabet);
  return out;
}

NamePart match_words(const NameToken& left, const NameToken& right, const LetterCosts& costs) {
  auto best = match_sound(left, right, costs);
  if (share_concept(left, right)) {
    const float information = 0.5F * (information_of(left) + information_of(right));
    if (information - attested_loss > best.bits) {
      const auto writing = best.writing;
      best = made(NameReason::attested, information - attested_loss, information);
      best.writing = writing;
      best.cost_bits = attested_loss;
    }
    best.reason = NameReason::attested;
  } else if (best.cost_bits > 0) {
    best.is_known_elsewhere = are_known_elsewhere(left, right);
    if (best.is_known_elsewhere) best.bits -= other_known_loss;
  }
  return best;
}

}  // namespace

NamePart match_tokens(const NameToken& left, const NameToken& right, const LetterCosts& costs) {
  const bool left_is_legal = left.kind == TokenKind::legal;
  if (left_is_legal != (right.kind == TokenKind::legal))
    return made(NameReason::different, -100, 0);
  if (left_is_legal) return match_legal(left, right);
  NamePart out;
  const bool any_initial = left.kind == TokenKind::initial || right.kind == TokenKind::initial;
  if (left.text == right.text)
    out = match_same(left);
  else if (any_initial)
    out = match_initial(left, right, costs);
  else if (left.is_han && right.is_han)
    out = match_han(left, right, costs);
  else
    out = match_words(left, right, costs);
  out.kind = any_initial ? TokenKind::initial
             : left.kind == TokenKind::particle && right.kind == TokenKind::particle
                 ? TokenKind::particle
                 : TokenKind::word;
  return out;
}

}  // namespace resolve
