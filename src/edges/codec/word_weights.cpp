#include "edges/codec/word_weights.h"

#include <charconv>
#include <cmath>
#include <optional>
#include <vector>

#include <fmt/format.h>

namespace codec {
namespace {

using model::WordWeights;

constexpr std::size_t targets_max = 200, features_max = 200'000;

std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields;
  for (std::size_t from = 0; from <= line.size();) {
    const auto to = std::min(line.find('\t', from), line.size());
    fields.push_back(line.substr(from, to - from));
    from = to + 1;
  }
  return fields;
}

template <class Number>
std::optional<Number> number_of(std::string_view text) {
  Number number{};
  const auto* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc{} || stop != end) return std::nullopt;
  if constexpr (std::is_floating_point_v<Number>)
    if (!std::isfinite(number)) return std::nullopt;
  return number;
}

base::Error refused(std::size_t line) {
  return {base::ErrorKind::invalid_input, fmt::format("line {}", line),
          "is no line of a table of weights", "make the table again with tools/train_reading"};
}

bool take_targets(const std::vector<std::string_view>& fields, WordWeights& weights) {
  if (fields.front() != "targets" || fields.size() - 1 > targets_max) return false;
  weights.targets.assign(fields.begin() + 1, fields.end());
  return true;
}

bool take_biases(const std::vector<std::string_view>& fields, WordWeights& weights) {
  if (fields.front() != "biases" || fields.size() - 1 != weights.targets.size()) return false;
  for (std::size_t at = 1; at < fields.size(); ++at) {
    const auto bias = number_of<float>(fields[at]);
    if (!bias) return false;
    weights.biases.push_back(*bias);
  }
  return true;
}

bool take_feature(const std::vector<std::string_view>& fields, WordWeights& weights) {
  if (fields.size() < 2 || fields.front().empty() || weights.features.size() == features_max)
    return false;
  if (!weights.features.empty() && weights.features.back().words >= fields.front()) return false;
  WordWeights::Feature feature{std::string(fields.front()), {}};
  for (std::size_t at = 1; at < fields.size(); ++at) {
    const auto sign = fields[at].find('=');
    if (sign == std::string_view::npos) return false;
    const auto target = number_of<std::uint16_t>(fields[at].substr(0, sign));
    const auto weight = number_of<float>(fields[at].substr(sign + 1));
    if (!target || *target >= weights.targets.size() || !weight) return false;
    feature.shares.push_back({*target, *weight});
  }
  weights.features.push_back(std::move(feature));
  return true;
}

}  // namespace

base::Result<WordWeights> parse_word_weights(std::string_view tsv) {
  WordWeights weights;
  std::size_t number = 0;
  while (!tsv.empty()) {
    const auto end = std::min(tsv.find('\n'), tsv.size());
    const auto fields = fields_of(tsv.substr(0, end));
    tsv.remove_prefix(std::min(end + 1, tsv.size()));
    const bool taken = number == 0   ? take_targets(fields, weights)
                       : number == 1 ? take_biases(fields, weights)
                                     : take_feature(fields, weights);
    ++number;
    if (!taken) return std::unexpected(refused(number));
  }
  if (number < 2) return std::unexpected(refused(number + 1));
  return weights;
}

std::string encode_word_weights(const WordWeights& weights) {
  std::string tsv = "targets";
  for (const auto& target : weights.targets)
    tsv += "\t" + target;
  tsv += "\nbiases";
  for (const float bias : weights.biases)
    tsv += fmt::format("\t{:.3f}", bias);
  tsv += "\n";
  for (const auto& feature : weights.features) {
    tsv += feature.words;
    for (const auto& share : feature.shares)
      tsv += fmt::format("\t{}={:.2f}", share.target, share.weight);
    tsv += "\n";
  }
  return tsv;
}

}  // namespace codec
