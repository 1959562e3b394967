#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ground/model/word_weights.h"

namespace tools {

/// A text as the trainer sees it.
struct Example {
  std::vector<std::string> words;     ///< distinct pieces, as steps/intake/word_features.h
  std::vector<std::string> patterns;  ///< hits of the patterns: "@TA1"
  std::vector<std::string> truths;    ///< targets that hold
  std::vector<std::string> silent;    ///< targets of which this text teaches nothing
  std::string hand;                   ///< who wrote it
};

struct TrainingRule {
  double penalty = 0.0005;         ///< of the square of a word's weight (L2), per example
  double pattern_penalty = 0.005;  ///< likewise of a pattern's weight
  int texts_min = 4;               ///< texts that a piece has to stand in
  int hands_min = 1;               ///< hands that have to use it
  int positives_min = 8;           ///< texts that a target has to hold in
  int rounds = 60;                 ///< passes over the examples
  int shares_max = 4000;           ///< words kept a target, those of most weight
};

/// One logistic regression a target, by stochastic gradient descent in a fixed order: the same
/// examples give the same table, to the last bit, on the same machine.
[[nodiscard]] model::WordWeights train(const std::vector<Example>& examples,
                                       const std::vector<std::string>& targets,
                                       const TrainingRule& rule);

}  // namespace tools
