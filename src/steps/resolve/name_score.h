#pragma once

#include <vector>

#include "ground/model/name_tokens.h"
#include "steps/resolve/name_assignment.h"

namespace resolve {

struct NameScore {
  float bits = 0;  ///< log2 likelihood ratio of the same against different bearers
  /// What the best of the assignments that fell to a floor for parts may be worth: below `bits`,
  /// the parts are what they are without such floors.
  float unsure_bits = -1000;
  bool is_order_kept = true;
  std::vector<NamePart> parts;
};

/// Compares names. Keeps its work space from one comparison to the next: one thread at a time.
class NameScorer {
 public:
  /// Both must outlive it.
  NameScorer(const LetterCosts& costs, const model::LetterSequences& sequences)
      : by_{costs, profiles_}, joiner_(sequences), assignment_(by_, joiner_) {}

  /// Best over all divisions and spellings, symmetric. Exact where it is above `floor.sum`, else
  /// the bits are at most that and there are no parts; `floor.part` and `needs_all_of_one` pass
  /// over assignments (NameScore::unsure_bits). Names without parses are worth nothing. What it
  /// gives back holds until the next call and as long as the pools of the names do.
  const NameScore& score(const model::NameView& left, const model::NameView& right,
                         const NameFloor& floor);

  NameScorer(const NameScorer&) = delete;  // its parts lead to one another
  NameScorer& operator=(const NameScorer&) = delete;

 private:
  void compare(const model::NameView& left, const model::NameView& right, const NameFloor& floor);
  void compare_parses(const model::NameView& left, const model::NameParse& one,
                      const model::NameView& right, const model::NameParse& other,
                      const NameFloor& floor);
  void compare_whole(TokenRef left, TokenRef right, float prior_bits, const NameFloor& floor);

  SoundProfiles profiles_;
  TokenMatcher by_;
  TokenJoiner joiner_;
  TokenAssignment assignment_;
  NameScore best_, trial_;
  float unsure_bits_ = 0;
};

}  // namespace resolve
