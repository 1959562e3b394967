#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "ground/base/result.h"
#include "steps/resolve/name_score.h"

namespace resolve {

/// What the matched and missing parts of two names say, as numbers. The weights on them are learned
/// by logistic regression on the development pairs and shipped as numbers.
inline constexpr std::size_t whole_features = 48, features_a_writing = 5,
                             writing_count = model::alphabet_count * model::alphabet_count + 1,
                             name_feature_count =
                                 whole_features + features_a_writing * writing_count;
using NameFeatures = std::array<float, name_feature_count>;

[[nodiscard]] NameFeatures name_features(const NameScore& score, bool is_company);

class NameWeights {
 public:
  /// Rows "feature, weight in bits" and, for what does not add up, "tree" with 15 questions
  /// "feature:threshold" and 16 answers in bits: gradient-boosted trees (Friedman 2001) of depth
  /// four, node n before its children 2n + 1 (not above the threshold) and 2n + 2.
  [[nodiscard]] static base::Result<NameWeights> parse(std::string_view tsv);

  /// log2 of the odds that both names are of one bearer, at even odds beforehand.
  [[nodiscard]] float bits(const NameFeatures& features) const;

 private:
  struct Tree {
    std::array<std::uint16_t, 15> feature{};
    std::array<float, 15> threshold{};
    std::array<float, 16> answer{};
  };
  [[nodiscard]] static bool read_tree(std::string_view fields, Tree& into);

  NameFeatures weights_{};
  std::vector<Tree> trees_;
};

}  // namespace resolve
