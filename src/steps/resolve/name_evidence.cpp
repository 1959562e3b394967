#include "steps/resolve/name_evidence.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

namespace resolve {
namespace {

using model::TokenKind;

/// Places in NameFeatures; the file of weights names them by number.
enum class Whole : std::size_t {
  constant,
  sum_bits,
  worst_bits,
  words,
  information,
  missing,
  missing_both,
  single,
  swapped,
  initials,
  wrong_initials,
  attested,
  same_characters,
  other_characters,
  same_sound,
  legal,
  wrong_legal,
  missing_legal,
  missing_particles,
  company,
  worst_ratio,
  worst_ratio_squared,
  sum_ratio,
  known_elsewhere,
  missing_information,
  worst_information,
  joined,
  company_sum,
  company_worst,
  company_missing,
  different,
  exact,
  worst_cost,
  sum_cost,
  sum_prior,
  best_bits,
  best_cost,
  worst_writing,
  worst_is_attested,
  missing_left,
  missing_right,
  worst_open_bits,
  sum_open_bits,
  least_information,
  linear
};

class Counting {
 public:
  explicit Counting(bool is_company) : is_company_(is_company) { at(Whole::constant) = 1; }

  void add(const NamePart& part) {
    if (part.reason == NameReason::missing)
      add_missing(part);
    else if (part.kind == TokenKind::legal)
      at(part.reason == NameReason::legal_form ? Whole::legal : Whole::wrong_legal) += 1;
    else if (part.kind == TokenKind::initial && part.reason != NameReason::same_letters)
      at(part.reason == NameReason::initial ? Whole::initials : Whole::wrong_initials) += 1;
    else
      add_match(part);
  }

  NameFeatures done(bool is_order_kept) {
    at(Whole::worst_bits) = std::min(worst_, 13.0F);
    at(Whole::worst_ratio) = worst_ratio_;
    at(Whole::worst_ratio_squared) = worst_ratio_ * worst_ratio_;
    at(Whole::worst_information) = worst_information_;
    at(Whole::missing_both) = std::min(missing_left_, missing_right_);
    at(Whole::missing_left) = std::min(missing_left_, missing_right_);
    at(Whole::missing_right) = std::max(missing_left_, missing_right_);
    at(Whole::worst_cost) = worst_cost_;
    at(Whole::best_bits) = best_;
    at(Whole::worst_open_bits) = worst_open_;
    at(Whole::least_information) = least_information_;
    at(Whole::single) = at(Whole::words) == 1 ? 1 : 0;
    at(Whole::swapped) = is_order_kept ? 0 : 1;
    at(Whole::exact) = worst_ratio_ == 0 && at(Whole::missing) == 0 ? 1 : 0;
    for (std::size_t at_writing = 0; at_writing < features_.writings_there; ++at_writing) {
      auto& values = features_.writings[at_writing].values;
      values[0] = 1;
      values[3] = at(Whole::missing);
    }
    if (is_company_) {
      at(Whole::company) = 1;
      at(Whole::company_sum) = at(Whole::sum_bits);
      at(Whole::company_worst) = at(Whole::worst_bits);
      at(Whole::company_missing) = at(Whole::missing);
    }
    return features_;
  }

 private:
  float& at(Whole feature) { return features_.whole[static_cast<std::size_t>(feature)]; }

  void add_missing(const NamePart& part) {
    if (part.kind == TokenKind::legal) {
      at(Whole::missing_legal) += 1;
    } else if (part.kind == TokenKind::particle) {
      at(Whole::missing_particles) += 1;
    } else {
      at(Whole::missing) += 1;
      at(Whole::missing_information) += std::min(part.information_bits, 16.0F);
      (part.is_left ? missing_left_ : missing_right_) += 1;
    }
  }

  void add_match(const NamePart& part) {
    const float bits = std::clamp(part.bits, -9.0F, 13.0F);
    at(Whole::sum_bits) += bits;
    if (part.kind == TokenKind::particle) return;
    at(Whole::words) += 1;
    at(Whole::information) += std::min(part.information_bits, 13.0F);
    at(Whole::attested) += part.reason == NameReason::attested ? 1 : 0;
    at(Whole::same_characters) += part.reason == NameReason::same_characters ? 1 : 0;
    at(Whole::same_sound) += part.reason == NameReason::other_characters_same_sound ? 1 : 0;
    at(Whole::known_elsewhere) += part.is_known_elsewhere ? 1 : 0;
    at(Whole::joined) += part.is_joined ? 1 : 0;
    at(Whole::different) += part.reason == NameReason::different ? 1 : 0;
    const bool is_han = part.writing == han_writing;
    if (is_han && part.reason != NameReason::same_characters)
      at(Whole::other_characters) += 1 - part.cost_bits;
    const float cost = is_han ? 0 : part.cost_bits + part.prior_bits;
    const float ratio = part.reason == NameReason::different
                            ? 1.5F
                            : std::min(1.5F, cost / std::max(4.0F, part.information_bits));
    at(Whole::sum_ratio) += ratio;
    worst_ratio_ = std::max(worst_ratio_, ratio);
    const float open = std::clamp(part.information_bits - cost, -9.0F, 40.0F);
    at(Whole::sum_cost) += cost;
    at(Whole::sum_prior) += part.prior_bits;
    at(Whole::sum_open_bits) += open;
    worst_open_ = std::min(worst_open_, open);
    worst_cost_ = std::max(worst_cost_, cost);
    least_information_ = std::min(least_information_, part.information_bits);
    if (bits > best_) best_ = bits, at(Whole::best_cost) = cost;
    if (bits < worst_) {
      at(Whole::worst_writing) = part.writing;
      at(Whole::worst_is_attested) = part.reason == NameReason::attested ? 1 : 0;
    }
    if (bits < worst_) worst_ = bits, worst_information_ = std::min(part.information_bits, 16.0F);
    auto& values = features_.of_writing(part.writing);
    values[1] += std::min(cost, 30.0F) / 4;
    values[2] = std::max(values[2], ratio);
    values[4] += std::min(part.information_bits, 30.0F) / 4;
  }

  bool is_company_;
  NameFeatures features_{};
  float worst_ = 99, worst_ratio_ = 0, worst_information_ = 0, missing_left_ = 0,
        missing_right_ = 0;
  float best_ = -9, worst_open_ = 99, worst_cost_ = 0, least_information_ = 99;
};

}  // namespace

std::array<float, features_a_writing>& NameFeatures::of_writing(std::size_t number) {
  std::size_t place = 0;
  while (place < writings_there && writings[place].number < number)
    ++place;
  if (place < writings_there && writings[place].number == number) return writings[place].values;
  const auto from = writings.begin() + static_cast<std::ptrdiff_t>(place);
  std::move_backward(from, writings.begin() + static_cast<std::ptrdiff_t>(writings_there),
                     writings.begin() + static_cast<std::ptrdiff_t>(writings_there + 1));
  ++writings_there;
  *from = {number, {}};
  return from->values;
}

NameFeatures name_features(const NameScore& score, bool is_company) {
  Counting counting(is_company);
  for (const auto& part : score.parts)
    counting.add(part);
  return counting.done(score.is_order_kept);
}

base::Result<NameWeights> NameWeights::parse(std::string_view tsv) {
  NameWeights out;
  std::vector<Tree> trees;
  std::size_t number = 0;
  const auto refuse = [&] {
    return base::fail(base::ErrorKind::invalid_input, fmt::format("line {}", number),
                      "is no row of this table", "compare it with data/names/README.md");
  };
  while (!tsv.empty()) {
    const auto end = std::min(tsv.find('\n'), tsv.size());
    const auto line = tsv.substr(0, end);
    tsv.remove_prefix(std::min(end + 1, tsv.size()));
    ++number;
    if (line.empty() || line.starts_with('#')) continue;
    if (line.starts_with("tree\t")) {
      if (!read_tree(line.substr(5), trees.emplace_back())) return refuse();
      continue;
    }
    const auto tab = std::min(line.find('\t'), line.size());
    std::size_t feature = name_feature_count;
    float weight = 0;
    std::from_chars(line.data(), line.data() + tab, feature);
    const auto* begin = line.data() + std::min(tab + 1, line.size());
    const auto read = std::from_chars(begin, line.data() + line.size(), weight);
    if (feature >= name_feature_count || read.ec != std::errc() || !std::isfinite(weight))
      return refuse();
    out.weights_[feature] = weight;
  }
  out.plant(trees);
  return out;
}

bool NameWeights::read_tree(std::string_view fields, Tree& into) {
  for (std::size_t at = 0; at < 31; ++at) {
    const auto end = std::min(fields.find('\t'), fields.size());
    const auto field = fields.substr(0, end);
    fields.remove_prefix(std::min(end + 1, fields.size()));
    const auto colon = field.find(':');
    if ((colon == std::string_view::npos) != (at >= 15)) return false;
    const auto* begin = field.data() + (at < 15 ? colon + 1 : 0);
    auto& value = at < 15 ? into.threshold[at] : into.answer[at - 15];
    if (std::from_chars(begin, field.data() + field.size(), value).ec != std::errc() ||
        !std::isfinite(value))
      return false;
    if (at >= 15) continue;
    std::from_chars(field.data(), field.data() + colon, into.feature[at]);
    if (into.feature[at] >= whole_features) return false;
  }
  return true;
}

void NameWeights::plant(std::span<const Tree> trees) {
  groves_.resize((trees.size() + Grove::trees - 1) / Grove::trees);
  // More than what is lost where sums are rounded.
  float most = 0.001F;
  for (std::size_t at = trees.size(); at > 0; --at) {
    const auto& tree = trees[at - 1];
    auto& grove = groves_[(at - 1) / Grove::trees];
    const auto place = (at - 1) % Grove::trees;
    for (std::size_t node = 0; node < tree.feature.size(); ++node) {
      grove.questions[node][place] = {tree.threshold[node], tree.feature[node]};
    }
    for (std::size_t leaf = 0; leaf < tree.answer.size(); ++leaf)
      grove.answer[leaf][place] = tree.answer[leaf];
    most += *std::ranges::max_element(tree.answer);
    grove.most = most;
  }
}

float NameWeights::bits(const NameFeatures& features, float cutoff) const {
  float bits = 0;
  for (std::size_t at = 0; at < whole_features; ++at)
    bits += weights_[at] * features.whole[at];
  for (const auto& writing : std::span(features.writings).first(features.writings_there))
    for (std::size_t at = 0; at < features_a_writing; ++at)
      bits +=
          weights_[whole_features + writing.number * features_a_writing + at] * writing.values[at];
  auto asked = features.whole;
  asked[static_cast<std::size_t>(Whole::linear)] = bits;
  for (const auto& grove : groves_) {
    if (bits + grove.most <= cutoff) return bits + grove.most;
    std::array<std::size_t, Grove::trees> nodes{};
    for (std::size_t depth = 0; depth < 4; ++depth)
      for (std::size_t tree = 0; tree < Grove::trees; ++tree) {
        const auto node = nodes[tree];
        const auto& question = grove.questions[node][tree];
        nodes[tree] = 2 * node + 1 + (asked[question.feature] > question.threshold ? 1 : 0);
      }
    for (std::size_t tree = 0; tree < Grove::trees; ++tree)
      bits += grove.answer[nodes[tree] - grove.questions.size()][tree];
  }
  return bits;
}

}  // namespace resolve
