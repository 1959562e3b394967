#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ground/model/word_weights.h"
#include "steps/intake/word_features.h"

namespace intake {

/// What the learned layer says of one target in one text.
struct Leaning {
  float words = 0;     ///< from the words alone
  float patterns = 0;  ///< from what the patterns hit
  float bias = 0;
  [[nodiscard]] float sum() const { return words + patterns + bias; }
};

/// Targets that are no indicator.
namespace learned_target {
inline constexpr std::string_view hostile = "#hostile";
/// Stage groups of hostile texts (assess::stage_group_of), by group.
inline constexpr std::string_view stage_groups[] = {"#stage0", "#stage1", "#stage2", "#stage3"};
}  // namespace learned_target

/// The table of weights made ready for look-up; immutable, shared by threads. Each distinct
/// piece of a text counts once, and its share is 1/sqrt of how many the text has of its sort
/// (words of the whole, words of opening and closing, patterns), so a long text says no more
/// than a short one.
class CompiledWeights {
 public:
  CompiledWeights() = default;
  explicit CompiledWeights(const model::WordWeights& weights);

  [[nodiscard]] bool is_empty() const { return targets_.empty(); }
  [[nodiscard]] std::span<const std::string> targets() const { return targets_; }
  [[nodiscard]] std::optional<std::size_t> find_target(std::string_view name) const;

  /// A text as rows of the table, its pieces and its hits ("@TA1"); unknown ones are left out.
  struct Rows {
    struct Row {
      std::uint32_t index = 0;
      WordFeature place;
      float share = 0;  ///< of the weight that counts
    };
    std::vector<Row> words;  ///< distinct
    std::vector<std::uint32_t> patterns;
    float pattern_share = 0;
  };
  [[nodiscard]] Rows rows_of(std::u32string_view masked, std::span<const std::string> hits) const;

  /// One leaning per target.
  [[nodiscard]] std::vector<Leaning> lean(const Rows& rows) const;

  /// The place in the text that speaks most for a target: the strongest piece, grown by the
  /// pieces that touch it and speak for it too. Nothing if no word speaks for it.
  [[nodiscard]] std::optional<WordFeature> best_words(const Rows& rows, std::size_t target) const;

  /// Up to five pieces that speak most for a target, or against it, none within another.
  [[nodiscard]] std::vector<WordFeature> strongest(const Rows& rows, std::size_t target,
                                                   bool speaks_for) const;

 private:
  /// Small, so that the look-ups of a text stay in the processor's cache: half of a key tells
  /// pieces apart beside the place it leads to.
  struct Slot {
    std::uint32_t tag = 0;
    std::uint32_t row = 0;  ///< 1 + row; 0 = empty
  };
  [[nodiscard]] std::optional<std::uint32_t> find_row(std::uint64_t key) const;
  [[nodiscard]] float weight_of(std::uint32_t row, std::size_t target) const;

  std::vector<std::string> targets_;
  std::vector<float> biases_;
  std::vector<Slot> slots_;  ///< open addressing, a power of two
  std::vector<std::uint32_t> share_start_;
  std::vector<model::WordWeights::Share> shares_;
};

}  // namespace intake
