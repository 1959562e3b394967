#include "reading_trainer.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace tools {
namespace {

struct Column {
  std::uint32_t index = 0;
  float value = 0;
};

struct Matrix {
  std::vector<std::string> names;  ///< of columns, sorted
  std::vector<float> factors;      ///< column by column: by what its share in a text is multiplied
  std::vector<std::vector<Column>> rows;
};

constexpr float bias_value = 5;  ///< so large that the bias is hardly held back

bool is_pattern(std::string_view name) {
  return name.starts_with('@') || name.starts_with('?');
}

bool is_placed(std::string_view name) {
  return name.starts_with('<') || name.starts_with('>');
}

/// How much the sorts of pieces are trusted beside one another; chosen with one writer held out at
/// a time, as everything in TrainingRule.
float trust_in(std::string_view name) {
  constexpr float pattern = 0.075F, placed = 0.15F, words = 0.25F;
  return is_pattern(name) ? pattern : (is_placed(name) ? placed : words);
}

std::map<std::string, int> texts_by_piece(const std::vector<Example>& examples) {
  std::map<std::string, int> texts;
  for (const auto& example : examples)
    for (const auto* list : {&example.words, &example.patterns})
      for (const auto& name : *list)
        ++texts[name];
  return texts;
}

std::vector<Column> row_of(const std::vector<std::string>& pieces, const Matrix& matrix,
                           const std::map<std::string, std::uint32_t>& columns) {
  const auto placed = std::ranges::count_if(pieces, is_placed);
  const auto whole = static_cast<std::ptrdiff_t>(pieces.size()) - placed;
  std::vector<Column> row;
  for (const auto& name : pieces)
    if (const auto found = columns.find(name); found != columns.end()) {
      const auto count = static_cast<float>(is_placed(name) ? placed : whole);
      row.push_back({found->second, matrix.factors[found->second] / std::sqrt(count)});
    }
  return row;
}

Matrix matrix_of(const std::vector<Example>& examples, const TrainingRule& rule) {
  Matrix matrix;
  std::map<std::string, std::uint32_t> columns;
  const auto all = static_cast<float>(examples.size() + 1);
  for (const auto& [name, texts] : texts_by_piece(examples)) {
    if (texts < rule.texts_min) continue;
    columns.emplace(name, static_cast<std::uint32_t>(matrix.names.size()));
    matrix.names.push_back(name);
    matrix.factors.push_back(trust_in(name) *
                             (std::log(all / static_cast<float>(texts + 1)) + 1.F));
  }
  for (const auto& example : examples) {
    auto row = row_of(example.words, matrix, columns);
    const auto hits = row_of(example.patterns, matrix, columns);
    row.insert(row.end(), hits.begin(), hits.end());
    matrix.rows.push_back(std::move(row));
  }
  return matrix;
}

/// A fixed order that differs from round to round (Numerical Recipes' generator).
std::vector<std::size_t> order_of(std::size_t count, std::uint32_t round) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), 0);
  std::uint32_t state = round * 2654435761U + 1;
  for (std::size_t at = count; at > 1; --at) {
    state = state * 1664525U + 1013904223U;
    std::swap(order[at - 1], order[(state >> 8U) % at]);
  }
  return order;
}

struct Model {
  std::vector<float> weights;
  float bias = 0;

  float sum(const std::vector<Column>& row) const {
    float result = bias;
    for (const auto& column : row)
      result += weights[column.index] * column.value;
    return result;
  }
  void move(const std::vector<Column>& row, float step) {
    bias += step * bias_value * bias_value;
    for (const auto& column : row)
      weights[column.index] += step * column.value;
  }
};

/// The share of `cost` with which an example pulls: the root s in (0, 1) of
/// log(s / (1 - s)) + square * (cost * s - pulled) + margin = 0, where `pulled` is the pull so far.
/// Newton's steps in log(s / (1 - s)), halved where they leave the bracket.
double pull_of(double square, double margin, double pulled, double cost) {
  double high = square * pulled - margin, low = high - square * cost;
  double at = std::clamp(0.0, low, high);
  constexpr int steps_max = 30;
  constexpr double close = 1e-4;
  for (int step = 0; step < steps_max; ++step) {
    const double share = 1 / (1 + std::exp(-at));
    const double value = at + margin + square * (cost * share - pulled);
    (value > 0 ? high : low) = at;
    double next = at - value / (1 + square * cost * share * (1 - share));
    if (next <= low || next >= high) next = (low + high) / 2;
    if (std::abs(next - at) < close) return 1 / (1 + std::exp(-next));
    at = next;
  }
  return 1 / (1 + std::exp(-at));
}

/// The dual coordinate method for logistic regression (Yu, Huang, Lin, 2011).
Model fit(const Matrix& matrix, const std::vector<std::size_t>& rows,
          const std::vector<bool>& truth, const TrainingRule& rule) {
  Model model{std::vector<float>(matrix.names.size(), 0.F), 0};
  const auto positives = static_cast<double>(
      std::ranges::count_if(rows, [&](const std::size_t row) { return truth[row]; }));
  const auto count = static_cast<double>(rows.size());
  std::vector<double> pulls(rows.size(), 0), squares(rows.size(), bias_value * bias_value);
  for (std::size_t at = 0; at < rows.size(); ++at)
    for (const auto& column : matrix.rows[rows[at]])
      squares[at] += column.value * column.value;
  for (int round = 0; round < rule.rounds; ++round)
    for (const auto at : order_of(rows.size(), static_cast<std::uint32_t>(round))) {
      const auto& row = matrix.rows[rows[at]];
      const double sign = truth[rows[at]] ? 1 : -1;
      const double cost = rule.cost * count / 2 / (sign > 0 ? positives : count - positives);
      const double margin = sign * model.sum(row);
      const double pull = cost * pull_of(squares[at], margin, pulls[at], cost);
      model.move(row, static_cast<float>(sign * (pull - pulls[at])));
      pulls[at] = pull;
    }
  return model;
}

bool holds(const std::vector<std::string>& list, const std::string& name) {
  return std::ranges::find(list, name) != list.end();
}

std::size_t shares_of(const std::string& target, const TrainingRule& rule) {
  if (target == "#hostile") return rule.hostile_shares;
  return target.starts_with('#') ? rule.topic_shares : rule.code_shares;
}

/// The columns of most weight; the rest of a table is noise that would have to be shipped.
std::vector<std::uint32_t> kept_columns(const Matrix& matrix, const std::vector<float>& weights,
                                        std::size_t shares_max) {
  constexpr float weight_min = 0.01F;
  std::vector<std::uint32_t> kept;
  for (std::uint32_t column = 0; column < weights.size(); ++column)
    if (std::abs(weights[column]) >= weight_min) kept.push_back(column);
  std::ranges::stable_sort(kept, std::greater{}, [&](std::uint32_t column) {
    return std::abs(weights[column]) * (is_pattern(matrix.names[column]) ? 100.F : 1.F);
  });
  if (kept.size() > shares_max) kept.resize(shares_max);
  return kept;
}

/// The weights as a table holds them.
Model in_table(Model model, const Matrix& matrix) {
  for (std::size_t column = 0; column < matrix.names.size(); ++column)
    model.weights[column] *= matrix.factors[column];
  return model;
}

}  // namespace

model::WordWeights train(const std::vector<Example>& examples,
                         const std::vector<std::string>& targets, const TrainingRule& rule) {
  const auto matrix = matrix_of(examples, rule);
  model::WordWeights weights;
  std::vector<std::vector<model::WordWeights::Share>> shares(matrix.names.size());
  for (const auto& target : targets) {
    std::vector<std::size_t> rows;
    std::vector<bool> truth(examples.size(), false);
    int positives = 0;
    for (std::size_t row = 0; row < examples.size(); ++row) {
      if (holds(examples[row].silent, target)) continue;
      rows.push_back(row);
      truth[row] = holds(examples[row].truths, target);
      positives += truth[row];
    }
    if (positives < rule.positives_min) continue;
    const auto model = in_table(fit(matrix, rows, truth, rule), matrix);
    const auto index = static_cast<std::uint16_t>(weights.targets.size());
    weights.targets.push_back(target);
    weights.biases.push_back(model.bias);
    for (const auto column : kept_columns(matrix, model.weights, shares_of(target, rule)))
      shares[column].push_back({index, model.weights[column]});
  }
  for (std::size_t column = 0; column < matrix.names.size(); ++column)
    if (!shares[column].empty())
      weights.features.push_back({matrix.names[column], std::move(shares[column])});
  return weights;
}

}  // namespace tools
