#include "steps/intake/learned.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "ground/text/folded_text.h"

namespace intake {
namespace {

/// Keys seen before, by open addressing: a text has thousands of pieces.
class KeySet {
 public:
  explicit KeySet(std::size_t size_max) : slots_(std::bit_ceil(size_max * 2 + 1), 0) {}

  /// True the first time. A key of 0 is taken for 1, which no text can be made to notice.
  bool add(std::uint64_t key) {
    key = std::max<std::uint64_t>(key, 1);
    auto at = key & (slots_.size() - 1);
    for (; slots_[at] != 0; at = (at + 1) & (slots_.size() - 1))
      if (slots_[at] == key) return false;
    slots_[at] = key;
    return true;
  }

 private:
  std::vector<std::uint64_t> slots_;
};

std::uint32_t tag_of(std::uint64_t key) {
  return static_cast<std::uint32_t>(key >> 32U);
}

float share_of_one(std::size_t count) {
  return count == 0 ? 0.F : 1.F / std::sqrt(static_cast<float>(count));
}

}  // namespace

CompiledWeights::CompiledWeights(const model::WordWeights& weights)
    : targets_(weights.targets), biases_(weights.biases) {
  constexpr std::size_t spare = 2;  // slots a row: a miss, the common case, ends at once
  slots_.resize(std::bit_ceil(weights.features.size() * spare + 1));
  share_start_.push_back(0);
  for (std::uint32_t row = 0; row < weights.features.size(); ++row) {
    const auto& feature = weights.features[row];
    const auto key = feature_key(text::fold_words(feature.words));
    auto at = key & (slots_.size() - 1);
    while (slots_[at].row != 0)
      at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {tag_of(key), row + 1};
    shares_.insert(shares_.end(), feature.shares.begin(), feature.shares.end());
    std::ranges::stable_sort(std::span(shares_).subspan(share_start_.back()), {},
                             &model::WordWeights::Share::target);
    share_start_.push_back(static_cast<std::uint32_t>(shares_.size()));
  }
}

std::optional<std::size_t> CompiledWeights::find_target(std::string_view name) const {
  const auto found = std::ranges::find(targets_, name);
  if (found == targets_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - targets_.begin());
}

std::optional<std::uint32_t> CompiledWeights::find_row(std::uint64_t key) const {
  for (auto at = key & (slots_.size() - 1); slots_[at].row != 0;
       at = (at + 1) & (slots_.size() - 1))
    if (slots_[at].tag == tag_of(key)) return slots_[at].row - 1;
  return std::nullopt;
}

CompiledWeights::Rows CompiledWeights::rows_of(std::u32string_view masked,
                                               std::span<const std::string> hits) const {
  Rows rows;
  if (is_empty()) return rows;
  const auto features = word_features(masked);
  KeySet seen(features.size());
  std::size_t whole = 0, placed = 0;
  for (const auto& feature : features) {
    if (!seen.add(feature.key)) continue;
    ++(feature.part == Part::whole ? whole : placed);
    if (const auto row = find_row(feature.key)) rows.words.push_back({*row, feature});
  }
  for (auto& row : rows.words)
    row.share = share_of_one(row.place.part == Part::whole ? whole : placed);
  rows.pattern_share = share_of_one(hits.size());
  for (const auto& hit : hits)
    if (const auto row = find_row(feature_key(text::fold_words(hit))))
      rows.patterns.push_back(*row);
  return rows;
}

std::vector<Leaning> CompiledWeights::lean(const Rows& rows) const {
  std::vector<Leaning> leanings(targets_.size());
  const auto each_share = [&](std::uint32_t row, auto&& use) {
    for (auto at = share_start_[row]; at < share_start_[row + 1]; ++at)
      use(shares_[at]);
  };
  for (const auto& row : rows.words)
    each_share(row.index, [&](const auto& share) {
      leanings[share.target].words += share.weight * row.share;
    });
  for (const auto row : rows.patterns)
    each_share(row, [&](const auto& share) {
      leanings[share.target].patterns += share.weight * rows.pattern_share;
    });
  for (std::size_t target = 0; target < leanings.size(); ++target)
    leanings[target].bias = biases_[target];
  return leanings;
}

float CompiledWeights::weight_of(std::uint32_t row, std::size_t target) const {
  const auto shares =
      std::span(shares_).subspan(share_start_[row], share_start_[row + 1] - share_start_[row]);
  const auto found =
      std::ranges::lower_bound(shares, target, {}, &model::WordWeights::Share::target);
  return found != shares.end() && found->target == target ? found->weight : 0;
}

std::optional<WordFeature> CompiledWeights::best_words(const Rows& rows, std::size_t target) const {
  const Rows::Row* best = nullptr;
  float most = 0;
  for (const auto& row : rows.words)
    if (const float weight = weight_of(row.index, target) * row.share; weight > most) {
      most = weight;
      best = &row;
    }
  if (best == nullptr) return std::nullopt;
  WordFeature place = best->place;
  for (const auto& row : rows.words)
    if (row.place.from <= place.to && row.place.to >= place.from &&
        weight_of(row.index, target) > 0) {
      place.from = std::min(place.from, row.place.from);
      place.to = std::max(place.to, row.place.to);
    }
  return place;
}

std::vector<WordFeature> CompiledWeights::strongest(const Rows& rows, std::size_t target,
                                                    bool speaks_for) const {
  constexpr std::size_t shown_max = 5;
  std::vector<std::pair<float, WordFeature>> ranked;
  for (const auto& row : rows.words) {
    const float weight = weight_of(row.index, target) * row.share * (speaks_for ? 1.F : -1.F);
    if (weight > 0) ranked.emplace_back(weight, row.place);
  }
  std::ranges::stable_sort(ranked, std::greater{}, &std::pair<float, WordFeature>::first);
  std::vector<WordFeature> shown;
  for (const auto& [weight, place] : ranked) {
    if (shown.size() == shown_max) break;
    if (std::ranges::none_of(shown, [&](const WordFeature& other) {
          return place.from < other.to && other.from < place.to;
        }))
      shown.push_back(place);
  }
  return shown;
}

}  // namespace intake
