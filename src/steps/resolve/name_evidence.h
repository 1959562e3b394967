#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
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

/// Nearly all pairs of writings are absent from a pair of names, so only what is there is kept.
struct NameFeatures {
  struct Writing {
    std::size_t number = 0;
    std::array<float, features_a_writing> values{};
  };
  std::array<float, whole_features> whole{};
  std::array<Writing, TokenAssignment::tokens_max> writings;  ///< by number
  std::size_t writings_there = 0;

  /// Its values, all 0 where it is new.
  [[nodiscard]] std::array<float, features_a_writing>& of_writing(std::size_t number);
};

[[nodiscard]] NameFeatures name_features(const NameScore& score, bool is_company);

class NameWeights {
 public:
  /// Rows "feature, weight in bits" and, for what does not add up, "tree" with 15 questions
  /// "feature:threshold" and 16 answers in bits: gradient-boosted trees (Friedman 2001) of depth
  /// four, node n before its children 2n + 1 (not above the threshold) and 2n + 2.
  [[nodiscard]] static base::Result<NameWeights> parse(std::string_view tsv);

  /// log2 of the odds that both names are of one bearer, at even odds beforehand. Exact where it is
  /// above the cut-off, else no less than that and at most the cut-off.
  [[nodiscard]] float bits(const NameFeatures& features, float cutoff = -1000) const;

 private:
  struct Tree {
    std::array<std::uint16_t, 15> feature{};
    std::array<float, 15> threshold{};
    std::array<float, 16> answer{};
  };
  /// Trees side by side, so that the processor asks in all of them at a time.
  struct Grove {
    static constexpr std::size_t trees = 8;
    struct Question {
      float threshold = 0;
      std::uint32_t feature = 0;
    };
    std::array<std::array<Question, trees>, 15> questions{};
    std::array<std::array<float, trees>, 16> answer{};
    float most = 0;  ///< what these trees and all after them add at most
  };
  [[nodiscard]] static bool read_tree(std::string_view fields, Tree& into);
  void plant(std::span<const Tree> trees);

  std::array<float, name_feature_count> weights_{};
  std::vector<Grove> groves_;
};

}  // namespace resolve
