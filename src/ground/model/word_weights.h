#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace model {

/// What the learned layer of the reader knows (data/reading_weights.tsv): for each target how
/// much a piece of text speaks for it. Made by tools/train_reading from data/corpus; a logistic
/// regression per target, nothing hidden. An empty one teaches nothing.
struct WordWeights {
  /// A target that a weight speaks of, by its place in `targets`.
  struct Share {
    std::uint16_t target = 0;
    float weight = 0;
    bool operator==(const Share&) const = default;
  };
  struct Feature {
    std::string words;  ///< "ask my number", "封筒に", ">封筒" (closing), "@TA1" (a hit)
    std::vector<Share> shares;
    bool operator==(const Feature&) const = default;
  };
  std::vector<std::string> targets;  ///< "AP1", "OK3", "#hostile", "#insider", "#stage2" ...
  std::vector<float> biases;         ///< one a target
  std::vector<Feature> features;     ///< sorted by words
  bool operator==(const WordWeights&) const = default;
};

}  // namespace model
