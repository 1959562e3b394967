#include "reading_trainer.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

namespace tools {
namespace {

struct Column {
  std::uint32_t index = 0;
  float value = 0;
};

struct Matrix {
  std::vector<std::string> names;  ///< of columns, sorted
  std::vector<bool> is_pattern;    ///< column by column
  std::vector<std::vector<Column>> rows;
};

struct Use {
  int texts = 0;
  std::set<std::string> hands;
};

Matrix matrix_of(const std::vector<Example>& examples, const TrainingRule& rule) {
  std::map<std::string, Use> uses;
  for (const auto& example : examples)
    for (const auto* list : {&example.words, &example.patterns})
      for (const auto& name : *list) {
        ++uses[name].texts;
        uses[name].hands.insert(example.hand);
      }
  Matrix matrix;
  std::map<std::string, std::uint32_t> columns;
  for (const auto& [name, use] : uses) {
    const bool is_pattern = name.starts_with('@') || name.starts_with('?');
    if (use.texts < rule.texts_min ||
        (!is_pattern && static_cast<int>(use.hands.size()) < rule.hands_min))
      continue;
    columns.emplace(name, static_cast<std::uint32_t>(matrix.names.size()));
    matrix.names.push_back(name);
    matrix.is_pattern.push_back(is_pattern);
  }
  for (const auto& example : examples) {
    std::vector<Column> row;
    for (const auto& word : example.words)
      if (const auto found = columns.find(word); found != columns.end())
        row.push_back({found->second, 1});
    const float scale = row.empty() ? 0.F : 1.F / std::sqrt(static_cast<float>(row.size()));
    for (auto& column : row)
      column.value = scale;
    for (const auto& hit : example.patterns)
      if (const auto found = columns.find(hit); found != columns.end())
        row.push_back({found->second, 1});
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
};

/// Gradient steps shrink as 1/sqrt(round); the penalty is applied to the columns of each text
/// in proportion, which is the usual lazy form of it.
Model fit(const Matrix& matrix, const std::vector<std::size_t>& rows,
          const std::vector<bool>& truth, const TrainingRule& rule) {
  Model model{std::vector<float>(matrix.names.size(), 0.F), 0};
  std::vector<float> squares(matrix.names.size(), 1e-3F);
  float bias_square = 1e-3F;
  std::vector<float> share(matrix.names.size(), 0.F);  // texts a column stands in
  for (const auto row : rows)
    for (const auto& column : matrix.rows[row])
      share[column.index] += 1.F;
  const auto count = static_cast<float>(rows.size());
  for (int round = 0; round < rule.rounds; ++round) {
    for (const auto pick : order_of(rows.size(), static_cast<std::uint32_t>(round))) {
      const auto row = rows[pick];
      float sum = model.bias;
      for (const auto& column : matrix.rows[row])
        sum += model.weights[column.index] * column.value;
      const float error = 1.F / (1.F + std::exp(-sum)) - (truth[row] ? 1.F : 0.F);
      constexpr float rate = 0.2F;  // AdaGrad (Duchi and others, 2011)
      for (const auto& column : matrix.rows[row]) {
        const double penalty =
            matrix.is_pattern[column.index] ? rule.pattern_penalty : rule.penalty;
        auto& weight = model.weights[column.index];
        const float gradient = error * column.value + static_cast<float>(penalty) * weight * count /
                                                          share[column.index] / 10.F;
        squares[column.index] += gradient * gradient;
        weight -= rate * gradient / std::sqrt(squares[column.index]);
      }
      bias_square += error * error;
      model.bias -= rate * error / std::sqrt(bias_square);
    }
  }
  return model;
}

bool holds(const std::vector<std::string>& list, const std::string& name) {
  return std::ranges::find(list, name) != list.end();
}

/// The columns of most weight; the rest of a table is noise that would have to be shipped.
std::vector<std::uint32_t> kept_columns(const Matrix& matrix, const Model& model, int shares_max) {
  constexpr float weight_min = 0.02F;
  std::vector<std::uint32_t> kept;
  for (std::uint32_t column = 0; column < matrix.names.size(); ++column)
    if (std::abs(model.weights[column]) >= weight_min) kept.push_back(column);
  std::ranges::stable_sort(kept, std::greater{}, [&](std::uint32_t column) {
    return std::abs(model.weights[column]) * (matrix.is_pattern[column] ? 100.F : 1.F);
  });
  if (kept.size() > static_cast<std::size_t>(shares_max))
    kept.resize(static_cast<std::size_t>(shares_max));
  return kept;
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
    const auto model = fit(matrix, rows, truth, rule);
    const auto index = static_cast<std::uint16_t>(weights.targets.size());
    weights.targets.push_back(target);
    weights.biases.push_back(model.bias);
    for (const auto column : kept_columns(matrix, model, rule.shares_max))
      shares[column].push_back({index, model.weights[column]});
  }
  for (std::size_t column = 0; column < matrix.names.size(); ++column)
    if (!shares[column].empty())
      weights.features.push_back({matrix.names[column], std::move(shares[column])});
  return weights;
}

}  // namespace tools
