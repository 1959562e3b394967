#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "ground/model/name_tokens.h"
#include "steps/resolve/name_tokens.h"

namespace resolve {

/// What a word that stands in one name only takes away; in bits.
[[nodiscard]] float missing_bits(model::TokenKind kind);

/// What a comparison must reach to be of interest. Names whose parts taken together, or whose
/// worst part, say no more are told at little cost.
struct NameFloor {
  float sum = -1000;              ///< bits of NameScore
  float part = -1000;             ///< bits of every matched part but particles and legal forms
  bool needs_all_of_one = false;  ///< in one of both names at least every word has its like
};

/// One part of one name beside what it was matched with.
struct NamePart : TokenMatch {
  TokenRef left, right;  ///< nothing = matched with nothing
  bool is_left = false;  ///< a part that is missing stands in the left name
  bool is_joined = false;
};

/// Tokens of which two neighbours may stand as one.
class TokenJoiner {
 public:
  explicit TokenJoiner(const model::LetterSequences& sequences) : sequences_(sequences) {}

  /// Holds until clear().
  [[nodiscard]] TokenRef join(TokenRef left, TokenRef right) {
    return {&joined_, joined_.add_joined(*left.pool, left.id, *right.pool, right.id, sequences_)};
  }
  void clear() { joined_.clear(); }

 private:
  const model::LetterSequences& sequences_;
  model::TokenPool joined_;
};

/// Assigns tokens of one name in order to tokens of another; a token may stay alone, two neighbours
/// of either name may stand together for one token of the other.
class TokenAssignment {
 public:
  static constexpr std::size_t tokens_max = 9;

  TokenAssignment(const TokenMatcher& by, TokenJoiner& joiner) : by_(by), joiner_(joiner) {}

  /// Bits of the best assignment; exact where they are above `floor.sum`, else at most that. A name
  /// has at most tokens_max tokens.
  float find(const model::TokenPool& left_pool, std::span<const model::TokenId> left,
             const model::TokenPool& right_pool, std::span<const model::TokenId> right,
             const NameFloor& floor);

  /// What the assignments that `floor.part` or `needs_all_of_one` made find() pass over are worth
  /// at most.
  [[nodiscard]] float passed_over_bits() const { return passed_over_bits_; }

  /// The parts of what was found last; says whether the order is the same in both names.
  bool trace(std::vector<NamePart>& parts);

 private:
  /// One token, or two, of a name against one, or two, of the other.
  enum class Shape : std::uint8_t { one_to_one, left_joined, right_joined };
  struct Step {
    float bits = 0;
    std::uint16_t before = 0;  ///< state it came from: the set of right tokens that are taken
    std::uint8_t left_count = 0, right_at = 255, right_count = 0;
  };
  struct Cell {
    TokenMatch match;
    TokenRef joined;
    bool is_open = false;
    bool is_passed_over = false;  ///< not above the floor for parts
  };

  [[nodiscard]] TokenRef left_ref(std::size_t at) const { return {left_pool_, left_[at]}; }
  [[nodiscard]] TokenRef right_ref(std::size_t at) const { return {right_pool_, right_[at]}; }
  [[nodiscard]] static std::size_t place(Shape shape, std::size_t left, std::size_t right) {
    return (static_cast<std::size_t>(shape) * tokens_max + left) * tokens_max + right;
  }
  [[nodiscard]] Cell& cell(Shape shape, std::size_t left, std::size_t right) {
    return cells_[place(shape, left, right)];
  }
  void prepare(const model::TokenPool& left_pool, std::span<const model::TokenId> left,
               const model::TokenPool& right_pool, std::span<const model::TokenId> right);
  void match(Cell& here, TokenRef left, TokenRef right, float least);
  [[nodiscard]] float passed_over() const;
  void match_ones(float floor);
  [[nodiscard]] bool is_second_useless();
  [[nodiscard]] float best_of_row(std::size_t left, std::size_t not_right,
                                  std::size_t not_right_either);
  bool match_joined(float target);
  [[nodiscard]] float join_floor(Shape shape, std::size_t left, std::size_t right, float target);
  float assign();
  void advance(std::size_t at, std::size_t state);
  void reach(std::size_t at, std::size_t state, const Step& step);
  void add_part(const Step& step, std::size_t at, std::vector<NamePart>& parts);

  const TokenMatcher& by_;
  TokenJoiner& joiner_;
  const model::TokenPool* left_pool_ = nullptr;
  const model::TokenPool* right_pool_ = nullptr;
  std::span<const model::TokenId> left_, right_;
  std::array<float, tokens_max> left_missing_{}, right_missing_{};
  std::array<bool, tokens_max> left_legal_{}, right_legal_{};
  NameFloor floor_;
  float passed_over_bits_ = 0;
  std::array<Cell, 3 * tokens_max * tokens_max> cells_;
  std::vector<Step> steps_;
  std::size_t chosen_ = 0;
};

}  // namespace resolve
