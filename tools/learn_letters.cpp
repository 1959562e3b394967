// Learns letter costs from pairs of words that are the same name in two writings.
// usage: learn_letters PAIRS.tsv > costs.tsv
// PAIRS: table, word, word, count (table = codes of the two alphabets, as model/name.h has them,
// and a letter for the origin: "LKj"). Deterministic; a table of 45,000 pairs takes some seconds.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>

#include "ground/model/name.h"
#include "ground/text/folded_text.h"
#include "steps/normalise/name_symbols.h"

namespace {

using Symbols = std::vector<std::uint8_t>;
constexpr std::uint8_t end_symbol = 63;
constexpr int rounds = 9;
constexpr std::size_t word_symbols_max = 24;

struct Shape {
  std::size_t from, to;
};
constexpr auto shapes = std::to_array<Shape>(
    {{1, 0}, {0, 1}, {1, 1}, {1, 2}, {2, 1}, {2, 2}, {1, 3}, {3, 1}, {2, 3}, {3, 2}, {3, 3}});

struct Pair {
  Symbols from, to;
  double count = 1;
};

std::uint64_t unit(const Symbols& symbols, std::size_t end, std::size_t count) {
  std::uint64_t out = count;
  for (std::size_t at = end - count; at < end; ++at)
    out = out << 6U | symbols[at];
  return out;
}

std::uint64_t key_of(std::uint64_t from, std::uint64_t to) {
  return from << 24U | to;
}

/// Long units must earn their place: each letter beyond 1:1 is worth this factor.
double size_prior(const Shape& shape) {
  return std::pow(0.4, static_cast<double>(shape.from + shape.to) - 2);
}

struct Table {
  std::unordered_map<std::uint64_t, double> probability;
  std::unordered_map<std::uint64_t, double> count;
  double rest = 1e-9;

  [[nodiscard]] double of(std::uint64_t key, const Shape& shape) const {
    if (probability.empty()) {
      const bool is_plain = shape.from == 1 && shape.to == 1;
      return (is_plain ? 1.0 : 0.3) *
             std::pow(0.03, static_cast<double>(shape.from + shape.to) / 2);
    }
    const auto found = probability.find(key);
    return found == probability.end() ? 0.0 : found->second;
  }
};

class Lattice {
 public:
  Lattice(const Pair& pair, const Table& table)
      : pair_(pair),
        wide_(pair.to.size() + 1),
        forward_((pair.from.size() + 1) * wide_, 0.0),
        backward_(forward_) {
    fill(table);
  }

  [[nodiscard]] double total() const { return forward_.back(); }

  template <class Visit>
  void each_edge(const Table& table, Visit visit) const {
    for (std::size_t i = 0; i <= pair_.from.size(); ++i)
      for (std::size_t j = 0; j <= pair_.to.size(); ++j)
        for (const auto& shape : shapes)
          if (shape.from <= i && shape.to <= j) {
            const auto key = key_of(unit(pair_.from, i, shape.from), unit(pair_.to, j, shape.to));
            const double p = table.of(key, shape) * size_prior(shape);
            if (p > 0) visit(i, j, shape, key, p);
          }
  }

  void collect(const Table& table, Table& next) const {
    each_edge(table,
              [&](std::size_t i, std::size_t j, const Shape& shape, std::uint64_t key, double p) {
                const double share = forward_[(i - shape.from) * wide_ + j - shape.to] * p *
                                     backward_[i * wide_ + j] / total() * pair_.count;
                if (share > 1e-4) next.count[key] += share;
              });
  }

 private:
  void fill(const Table& table) {
    forward_[0] = 1;
    each_edge(table,
              [&](std::size_t i, std::size_t j, const Shape& shape, std::uint64_t, double p) {
                forward_[i * wide_ + j] += forward_[(i - shape.from) * wide_ + j - shape.to] * p;
              });
    backward_.back() = 1;
    for (std::size_t i = pair_.from.size() + 1; i-- > 0;)
      for (std::size_t j = pair_.to.size() + 1; j-- > 0;)
        for (const auto& shape : shapes)
          if (i + shape.from <= pair_.from.size() && j + shape.to <= pair_.to.size()) {
            const auto key = key_of(unit(pair_.from, i + shape.from, shape.from),
                                    unit(pair_.to, j + shape.to, shape.to));
            const double p = table.of(key, shape) * size_prior(shape);
            backward_[i * wide_ + j] += p * backward_[(i + shape.from) * wide_ + j + shape.to];
          }
  }

  const Pair& pair_;
  std::size_t wide_;
  std::vector<double> forward_, backward_;
};

/// Pairs that need more than this per letter are taken for mistakes of the source.
constexpr double bits_per_symbol_max = 6.4;

Table learn(const std::vector<Pair>& pairs) {
  Table table;
  for (int round = 0; round < rounds; ++round) {
    Table next;
    std::size_t left_out = 0;
    for (const auto& pair : pairs) {
      const Lattice lattice(pair, table);
      const double total = lattice.total();
      const double symbols = static_cast<double>(pair.from.size() + pair.to.size());
      if (total <= 0 || (round > 3 && -std::log2(total) / symbols > bits_per_symbol_max)) {
        ++left_out;
        continue;
      }
      lattice.collect(table, next);
    }
    double sum = 0;
    for (const auto& [key, count] : next.count)
      sum += count;
    for (const auto& [key, count] : next.count)
      if (count > 0.02) next.probability[key] = count / sum;
    table = std::move(next);
    std::cerr << "  round " << round << ": " << table.probability.size() << " units, " << left_out
              << " pairs left out\n";
  }
  return table;
}

struct Occurrences {
  std::unordered_map<std::uint64_t, double> from, to;
  double from_letters = 0, to_letters = 0;
};

void count_units(const Symbols& symbols, double weight,
                 std::unordered_map<std::uint64_t, double>& into, double& letters) {
  for (std::size_t end = 1; end <= symbols.size(); ++end)
    for (std::size_t count = 1; count <= 3 && count <= end; ++count)
      into[unit(symbols, end, count)] += weight;
  letters += weight * static_cast<double>(symbols.size());
}

Occurrences occurrences_of(const std::vector<Pair>& pairs) {
  Occurrences out;
  for (const auto& pair : pairs) {
    count_units(pair.from, pair.count, out.from, out.from_letters);
    count_units(pair.to, pair.count, out.to, out.to_letters);
  }
  return out;
}

std::size_t size_of(std::uint64_t packed) {
  std::size_t size = 0;
  for (std::size_t candidate = 1; candidate <= 3; ++candidate)
    if (packed >> (6 * candidate) == candidate) size = candidate;
  return size;
}

Symbols symbols_of(std::uint64_t packed) {
  Symbols out;
  for (std::size_t left = size_of(packed); left-- > 0;)
    out.push_back(static_cast<std::uint8_t>(packed >> (6 * left) & 63U));
  return out;
}

std::string letters(const Symbols& symbols, model::Alphabet alphabet) {
  std::u32string out;
  for (const auto symbol : symbols)
    out += symbol == end_symbol ? U'$' : model::letters_of(alphabet)[symbol];
  return text::to_utf8(out);
}

struct Cost {
  Symbols from, to;
  double bits;
};

/// The cheapest way through smaller units, so that a unit that says nothing new is left out.
double composed(const Symbols& from, const Symbols& to,
                const std::unordered_map<std::uint64_t, double>& bits) {
  const std::size_t wide = to.size() + 1;
  std::vector<double> best((from.size() + 1) * wide, 1e9);
  best[0] = 0;
  for (std::size_t i = 0; i <= from.size(); ++i)
    for (std::size_t j = 0; j <= to.size(); ++j)
      for (const auto& shape : shapes) {
        if (shape.from > i || shape.to > j) continue;
        if (shape.from == from.size() && shape.to == to.size()) continue;
        const auto found = bits.find(key_of(unit(from, i, shape.from), unit(to, j, shape.to)));
        if (found != bits.end())
          best[i * wide + j] = std::min(
              best[i * wide + j], best[(i - shape.from) * wide + j - shape.to] + found->second);
      }
  return best.back();
}

std::vector<Cost> costs_of(const Table& table, const Occurrences& seen) {
  std::unordered_map<std::uint64_t, double> used_from, used_to;
  for (const auto& [key, count] : table.count) {
    used_from[key >> 24U] += count;
    used_to[key & 0xFFFFFFU] += count;
  }
  std::vector<Cost> all;
  for (const auto& [key, count] : table.count) {
    const auto from = key >> 24U;
    const auto to = key & 0xFFFFFFU;
    if (count < 3) continue;
    const auto base = [](std::uint64_t packed, double everything, const auto& used,
                         const auto& occurs) {
      if (size_of(packed) == 0) return everything;
      if (size_of(packed) == 1) return used.at(packed) + 1;
      return 0.5 * (used.at(packed) + occurs.at(packed)) + 2;
    };
    const double bits = -std::log2(count) +
                        0.5 * std::log2(base(from, seen.from_letters, used_from, seen.from)) +
                        0.5 * std::log2(base(to, seen.to_letters, used_to, seen.to));
    if (bits < 9) all.push_back({symbols_of(from), symbols_of(to), std::max(0.0, bits)});
  }
  std::ranges::sort(all, [](const Cost& left, const Cost& right) {
    const auto size_left = left.from.size() + left.to.size();
    const auto size_right = right.from.size() + right.to.size();
    return std::tie(size_left, left.from, left.to) < std::tie(size_right, right.from, right.to);
  });
  std::unordered_map<std::uint64_t, double> bits;
  std::vector<Cost> kept;
  for (auto& cost : all) {
    if (cost.from.size() + cost.to.size() > 2 &&
        composed(cost.from, cost.to, bits) < cost.bits + 0.4)
      continue;
    bits[key_of(unit(cost.from, cost.from.size(), cost.from.size()),
                unit(cost.to, cost.to.size(), cost.to.size()))] = cost.bits;
    kept.push_back(std::move(cost));
  }
  return kept;
}

model::Alphabet alphabet_of_code(char code) {
  for (std::size_t at = 0; at < model::alphabet_count; ++at)
    if (model::code_of(static_cast<model::Alphabet>(at)) == code)
      return static_cast<model::Alphabet>(at);
  throw std::runtime_error("unknown alphabet");
}

struct Bigrams {
  std::map<std::pair<int, int>, double> count;
};

void add_bigrams(Bigrams& bigrams, const Symbols& symbols) {
  int before = end_symbol;
  for (const auto symbol : symbols) {
    bigrams.count[{before, symbol}] += 1;
    before = symbol;
  }
}

void print_bigrams(model::Alphabet alphabet, const Bigrams& bigrams) {
  std::map<int, double> first, last;
  double all = 0;
  for (const auto& [pair, count] : bigrams.count) {
    first[pair.first] += count;
    last[pair.second] += count;
    all += count;
  }
  for (const auto& [before, before_count] : first)
    for (const auto& [after, after_count] : last) {
      const auto found = bigrams.count.find({before, after});
      const double together = found == bigrams.count.end() ? 0 : found->second;
      const double p = (together + 8 * after_count / all) / (before_count + 8);
      const double bits = std::min(14.0, -std::log2(p));
      fmt::print("next\t{}\t{}\t{}\t{}\n", model::code_of(alphabet),
                 letters({static_cast<std::uint8_t>(before)}, alphabet),
                 letters({static_cast<std::uint8_t>(after)}, alphabet), std::lround(bits * 8));
    }
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  std::ifstream file(arguments[1]);
  std::map<std::string, std::vector<Pair>> tables;
  std::map<model::Alphabet, Bigrams> bigrams;
  for (std::string line; std::getline(file, line);) {
    std::istringstream fields(line);
    std::string name, from, to, times;
    std::getline(fields, name, '\t');
    std::getline(fields, from, '\t');
    std::getline(fields, to, '\t');
    std::getline(fields, times, '\t');
    const auto first = alphabet_of_code(name.at(0)), second = alphabet_of_code(name.at(1));
    Pair pair{normalise::symbols_of(text::fold_words(from), first),
              normalise::symbols_of(text::fold_words(to), second), std::stod(times)};
    if (pair.from.empty() || pair.to.empty()) continue;
    if (pair.from.size() > word_symbols_max || pair.to.size() > word_symbols_max) continue;
    pair.from.push_back(end_symbol);
    pair.to.push_back(end_symbol);
    add_bigrams(bigrams[first], pair.from);
    add_bigrams(bigrams[second], pair.to);
    tables[name].push_back(std::move(pair));
  }
  for (const auto& [alphabet, counts] : bigrams)
    print_bigrams(alphabet, counts);
  for (const auto& [name, pairs] : tables) {
    std::cerr << name << ": " << pairs.size() << " pairs\n";
    const auto first = alphabet_of_code(name.at(0)), second = alphabet_of_code(name.at(1));
    for (const auto& cost : costs_of(learn(pairs), occurrences_of(pairs)))
      fmt::print("{}\t{}\t{}\t{}\n", name, letters(cost.from, first), letters(cost.to, second),
                 std::lround(cost.bits * 8));
  }
}
