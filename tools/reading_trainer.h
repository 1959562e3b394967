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
};

struct TrainingRule {
  double cost = 10;                    ///< of an error against the square of the weights
  int texts_min = 2;                   ///< texts that a piece has to stand in
  int positives_min = 8;               ///< texts that a target has to hold in
  int rounds = 25;                     ///< passes over the examples
  std::size_t hostile_shares = 50000;  ///< words kept of that target, those of most weight
  std::size_t topic_shares = 12000;    ///< likewise of a kind or a stage group
  std::size_t code_shares = 5500;      ///< likewise of an indicator or counter-indicator
};

/// One logistic regression a target, hostile and harmless counting alike in sum however many there
/// are of each. A piece counts log((texts + 1) / (texts with it + 1)) + 1 (inverse document
/// frequency), scaled by its sort; that factor is part of the weight in the table. The same
/// examples give the same table, to the last bit, on the same machine.
[[nodiscard]] model::WordWeights train(const std::vector<Example>& examples,
                                       const std::vector<std::string>& targets,
                                       const TrainingRule& rule);

}  // namespace tools
