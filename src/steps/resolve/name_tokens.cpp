#include "steps/resolve/name_tokens.h"

#include <algorithm>

namespace resolve {
namespace {

using model::TokenKind;
using model::TokenPool;
using model::TokenView;

/// In bits; learned by hand on the development pairs.
constexpr float different_bits = -9, attested_loss = 0.5F, other_known_loss = 3, character_bits = 6,
                character_loss = 7, sound_loss_limit = 40;

TokenMatch made(NameReason reason, float bits, float information) {
  TokenMatch out;
  out.reason = reason;
  out.bits = bits;
  out.information_bits = information;
  return out;
}

/// A token, and the pool where its spellings lie.
struct Side {
  TokenView token;
  const TokenPool& pool;

  explicit Side(TokenRef ref) : token(ref.view()), pool(*ref.pool) {}
};

/// The likest spellings of two tokens. All of one side that have an alphabet in common go through
/// one grid for each spelling of the other side and each table.
class SoundMatch {
 public:
  SoundMatch(const Side& left, const Side& right, SoundProfiles& profiles, float floor)
      : is_turned_(left.token.readings.size() < right.token.readings.size()),
        rows_(is_turned_ ? right : left),
        columns_(is_turned_ ? left : right),
        profiles_(profiles),
        best_(made(NameReason::different, different_bits, 0)),
        least_(std::max(floor, different_bits)) {}

  TokenMatch find(const LetterCosts& costs) {
    unsigned there = 0;
    for (const auto& reading : rows_.token.readings)
      there |= 1U << static_cast<unsigned>(reading.alphabet);
    for (std::size_t column = 0; column < columns_.token.readings.size(); ++column)
      for (std::size_t at = 0; at < model::alphabet_count; ++at)
        if ((there >> at & 1U) != 0) {
          align(column, static_cast<model::Alphabet>(at), costs);
        }
    return best_;
  }

 private:
  void align(std::size_t column, model::Alphabet alphabet, const LetterCosts& costs) {
    const auto& other = columns_.token.readings[column];
    const auto tables = costs.tables(alphabet, other.alphabet);
    if (tables.empty()) return;
    const auto letters = columns_.pool.symbols(other);
    const float information = columns_.pool.information_bits(other);
    SoundProfiles::Column grid(profiles_, letters, tables, costs.least(alphabet, other.alphabet));
    for (std::size_t row = 0; row < rows_.token.readings.size(); ++row) {
      const auto& one = rows_.token.readings[row];
      if (one.alphabet != alphabet) continue;
      const float both = 0.5F * (rows_.pool.information_bits(one) + information);
      if (std::min(token_bits_max, both) - (one.prior_bits() + other.prior_bits()) < least_)
        continue;
      TokenMatch match = made(NameReason::sound, 0, both);
      match.prior_bits = one.prior_bits() + other.prior_bits();
      match.writing = writing_pair(one.alphabet, other.alphabet);
      const std::size_t order = is_turned_ ? column * rows_.token.readings.size() + row
                                           : row * columns_.token.readings.size() + column;
      if (!is_better(match, order)) continue;
      const auto word = rows_.pool.symbols(one);
      if (one.alphabet != other.alphabet || !std::ranges::equal(word, letters)) {
        const float limit_bits = match.information_bits - match.prior_bits - least_;
        const int limit = static_cast<int>(std::min(limit_bits, sound_loss_limit) * 8) + 1;
        const int cost = grid.may_be_below(word, limit) ? grid.cost(word, limit) : limit;
        match.cost_bits = static_cast<float>(cost) / 8;
        if (!is_better(match, order)) continue;
      }
      best_ = match;
      best_.bits = least_ = bits_of(match);
      order_ = order;
    }
  }

  static float bits_of(const TokenMatch& match) {
    return std::min(token_bits_max, match.information_bits - match.cost_bits) - match.prior_bits;
  }
  /// Of equals the first counts, whatever was met first here.
  [[nodiscard]] bool is_better(const TokenMatch& match, std::size_t order) const {
    const float bits = bits_of(match);
    if (bits != least_ || best_.reason == NameReason::different) return bits > least_;
    return order != order_ ? order < order_ : match.cost_bits < best_.cost_bits;
  }

  bool is_turned_;
  const Side& rows_;
  const Side& columns_;
  SoundProfiles& profiles_;
  TokenMatch best_;
  float least_;
  std::size_t order_ = 0;
};

// Two kanji words share every alphabet; their characters were compared already.
TokenMatch match_sound(const Side& left, const Side& right, const TokenMatcher& by, float floor) {
  return SoundMatch(left, right, by.profiles, floor).find(by.costs);
}

bool share_concept(const TokenView& left, const TokenView& right) {
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

/// The least of its spellings.
float information_of(TokenRef token, float most) {
  float least = most;
  for (const auto& reading : token.view().readings)
    least = std::min(least, token.pool->information_bits(reading));
  return least;
}

TokenMatch made_han(NameReason reason, float bits, float information) {
  auto out = made(reason, bits, information);
  out.writing = han_writing;
  return out;
}

TokenMatch match_han(const Side& left, const Side& right, const TokenMatcher& by,
                     bool tells_homophones) {
  const auto one = left.token.text;
  const auto other = right.token.text;
  const auto longer = std::max(one.size(), other.size());
  std::size_t same = 0;
  for (std::size_t at = 0; at < std::min(one.size(), other.size()); ++at)
    same += one[at] == other[at] ? 1 : 0;
  const float information = std::min(token_bits_max, character_bits * static_cast<float>(longer));
  if (same == longer) return made_han(NameReason::same_characters, information, information);
  const float bits = character_bits * static_cast<float>(same) -
                     character_loss * static_cast<float>(longer - same);
  auto out = made_han(NameReason::different, std::max(different_bits, bits), information);
  out.cost_bits = static_cast<float>(same) / static_cast<float>(longer);
  if (tells_homophones && match_sound(left, right, by, different_bits).cost_bits == 0)
    out.reason = NameReason::other_characters_same_sound;
  return out;
}

/// The letter of an initial and the first letters of a word, of other alphabets.
bool may_begin(std::uint8_t letter, std::span<const std::uint8_t> word, const LetterTable& table) {
  constexpr int likely = 40;
  if (table.single(letter, word.front()) < likely) return true;
  const auto left = table.left_number({&letter, 1});
  for (std::size_t length = 2; length <= std::min<std::size_t>(3, word.size()); ++length)
    if (const auto right = table.right_number(word.first(length));
        left != 0 && right != 0 && table.longer(left, right) < likely)
      return true;
  return false;
}

bool begins_alike(const Side& initial, const Side& word, const LetterCosts& costs) {
  for (const auto& one : initial.token.readings)
    for (const auto& other : word.token.readings) {
      const auto letter = initial.pool.symbols(one).front();
      const auto letters = word.pool.symbols(other);
      if (letters.front() == model::end_symbol) continue;
      if (one.alphabet == other.alphabet) {
        if (letter == letters.front()) return true;
        continue;
      }
      for (const auto& table : costs.tables(one.alphabet, other.alphabet))
        if (may_begin(letter, letters.first(letters.size() - 1), table)) return true;
    }
  return false;
}

TokenMatch match_initial(const Side& left, const Side& right, const LetterCosts& costs) {
  const bool left_is_initial = left.token.kind == TokenKind::initial;
  const auto& initial = left_is_initial ? left : right;
  const auto& word = left_is_initial ? right : left;
  if (begins_alike(initial, word, costs)) return made(NameReason::initial, 2.5F, 4);
  return made(NameReason::different, -8, 0);
}

/// Both are listed with forms in the other's alphabet, but not as one another.
bool are_known_elsewhere(const TokenView& left, const TokenView& right) {
  if (left.readings.empty() || right.readings.empty()) return false;
  const auto bit = [](const TokenView& token) {
    return 1U << static_cast<unsigned>(token.is_han ? model::Alphabet::pinyin
                                                    : token.readings.front().alphabet);
  };
  return (left.scripts_known & bit(right)) != 0 && (right.scripts_known & bit(left)) != 0;
}

TokenMatch match_legal(const TokenView& left, const TokenView& right) {
  auto out = left.sense == right.sense ? made(NameReason::legal_form, 1, 1)
                                       : made(NameReason::different, -1.5F, 0);
  out.kind = TokenKind::legal;
  return out;
}

TokenMatch match_same(TokenRef ref, const TokenView& token) {
  if (token.is_han) {
    const float information =
        std::min(token_bits_max, character_bits * static_cast<float>(token.text.size()));
    return made_han(NameReason::same_characters, information, information);
  }
  const float information = std::max(1.0F, information_of(ref, token_bits_max));
  auto out = made(NameReason::same_letters, information, information);
  if (!token.readings.empty())
    out.writing = writing_pair(token.readings.front().alphabet, token.readings.front().alphabet);
  return out;
}

TokenMatch match_words(TokenRef left, TokenRef right, const TokenMatcher& by, float floor) {
  const Side one(left);
  const Side other(right);
  const bool is_attested = share_concept(one.token, other.token);
  // What is attested keeps the writing of its sound, however far that is.
  auto best = match_sound(one, other, by, is_attested ? different_bits : floor);
  if (is_attested) {
    const float information =
        0.5F * (information_of(left, token_bits_max) + information_of(right, token_bits_max));
    if (information - attested_loss > best.bits) {
      const auto writing = best.writing;
      best = made(NameReason::attested, information - attested_loss, information);
      best.writing = writing;
      best.cost_bits = attested_loss;
    }
    best.reason = NameReason::attested;
  } else if (best.cost_bits > 0) {
    best.is_known_elsewhere = are_known_elsewhere(one.token, other.token);
    if (best.is_known_elsewhere) best.bits -= other_known_loss;
  }
  return best;
}

}  // namespace

float rarity_of(TokenRef token) {
  const auto view = token.view();
  return view.readings.empty() ? 5.0F * static_cast<float>(view.text.size())
                               : information_of(token, 99);
}

TokenMatch match_tokens(TokenRef left, TokenRef right, const TokenMatcher& by, float floor) {
  const Side one(left);
  const Side other(right);
  const bool left_is_legal = one.token.kind == TokenKind::legal;
  if (left_is_legal != (other.token.kind == TokenKind::legal))
    return made(NameReason::different, -100, 0);
  if (left_is_legal) return match_legal(one.token, other.token);
  TokenMatch out;
  const bool any_initial =
      one.token.kind == TokenKind::initial || other.token.kind == TokenKind::initial;
  if (one.token.text == other.token.text)
    out = match_same(left, one.token);
  else if (any_initial)
    out = match_initial(one, other, by.costs);
  else if (one.token.is_han && other.token.is_han)
    out = match_han(one, other, by, floor <= -1000);
  else
    out = match_words(left, right, by, floor);
  const bool are_particles =
      one.token.kind == TokenKind::particle && other.token.kind == TokenKind::particle;
  out.kind = any_initial     ? TokenKind::initial
             : are_particles ? TokenKind::particle
                             : TokenKind::word;
  return out;
}

}  // namespace resolve
