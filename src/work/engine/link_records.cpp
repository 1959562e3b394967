#include "work/engine/link_records.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "ground/base/ensure.h"
#include "steps/resolve/record_keys.h"
#include "steps/resolve/record_likeness.h"
#include "work/engine/in_parallel.h"

namespace engine {
namespace {

using resolve::RecordLink;

constexpr std::size_t rows_compared_fully = 2500;
constexpr double random_pairs_max = 300'000;
constexpr std::size_t chunk_rows = 8192;
constexpr double sampled_pairs_max = 1'500'000;
/// Links below are of no use even to a cluster that wants them.
constexpr float kept_bits_min = 0;

struct PatternKey {
  std::uint64_t pattern = 0;
  std::int16_t rare_bits = 0;
  friend bool operator==(const PatternKey&, const PatternKey&) = default;
};
struct PatternHash {
  std::size_t operator()(const PatternKey& key) const {
    auto mix = key.pattern ^
               (static_cast<std::uint64_t>(static_cast<std::uint16_t>(key.rare_bits)) << 51U);
    mix *= 0x9E3779B97F4A7C15U;
    return mix ^ (mix >> 29U);
  }
};
using PatternCounts = std::unordered_map<PatternKey, std::uint64_t, PatternHash>;

std::int16_t rounded(float bits) {
  return static_cast<std::int16_t>(bits < 0 ? bits - 0.5F : bits + 0.5F);
}

std::uint64_t scattered(std::uint64_t number) {
  number = (number + 0x9E3779B97F4A7C15U) * 0xBF58476D1CE4E5B9U;
  number = (number ^ (number >> 27U)) * 0x94D049BB133111EBU;
  return number ^ (number >> 31U);
}

/// Candidate pairs of a table, as groups of rows that share a key, or all pairs of a small one.
class Candidates {
 public:
  Candidates(const model::RecordTable& table, std::size_t workers)
      : rows_(table.size()), workers_(workers), keys_(table) {
    if (rows_ <= rows_compared_fully) {
      all_.resize(rows_);
      return;
    }
    in_parallel(workers_, (rows_ + chunk_rows - 1) / chunk_rows,
                [&](std::size_t, std::size_t chunk) {
                  keys_.fill(chunk * chunk_rows, std::min(rows_, (chunk + 1) * chunk_rows));
                });
    groups_.resize(keys_.spaces().size());
    const auto pairs_max = std::max(2.0 * static_cast<double>(rows_), 2e6);
    in_parallel(workers_, groups_.size(), [&](std::size_t, std::size_t space) {
      groups_[space] = resolve::group_by_key(keys_, space, rows_, pairs_max);
    });
    cut_into_jobs();
  }

  [[nodiscard]] double proposed_pairs() const { return proposed_; }
  [[nodiscard]] std::size_t hub_rows() const {
    std::size_t sum = 0;
    for (const auto& groups : groups_)
      sum += groups.hub_rows;
    return sum;
  }

  /// Calls use(worker, left, right) for each pair once; of the groups, one in `one_in`.
  template <class Use>
  void each(std::uint64_t one_in, Use use) const {
    if (!all_.empty()) {
      in_parallel(workers_, rows_, [&](std::size_t worker, std::size_t left) {
        for (auto right = left + 1; right < rows_; ++right)
          use(worker, left, right);
      });
      return;
    }
    in_parallel(workers_, jobs_.size(), [&](std::size_t worker, std::size_t job) {
      const auto [space, from, to] = jobs_[job];
      for (auto group = from; group < to; ++group)
        each_of_group(space, group, one_in,
                      [&](std::size_t left, std::size_t right) { use(worker, left, right); });
    });
  }

 private:
  struct Job {
    std::size_t space, from, to;  // groups
  };

  void cut_into_jobs() {
    for (std::size_t space = 0; space < groups_.size(); ++space) {
      const auto& ends = groups_[space].ends;
      std::size_t from = 0, begin = 0;
      double pairs = 0;
      for (std::size_t group = 0; group < ends.size(); ++group) {
        const auto size = static_cast<double>(ends[group] - begin);
        begin = ends[group];
        pairs += size * (size - 1) / 2;
        if (pairs < 50'000 && group + 1 < ends.size()) continue;
        jobs_.push_back({space, from, group + 1});
        proposed_ += pairs;
        from = group + 1;
        pairs = 0;
      }
    }
  }

  template <class Use>
  void each_of_group(std::size_t space, std::size_t group, std::uint64_t one_in, Use use) const {
    const auto& groups = groups_[space];
    const auto begin = group == 0 ? 0 : groups.ends[group - 1];
    const auto end = groups.ends[group];
    if (one_in > 1 && scattered(groups.rows[begin] * 64 + space) % one_in != 0) return;
    for (auto left = begin; left < end; ++left)
      for (auto right = left + 1; right < end; ++right) {
        const auto one = groups.rows[left], other = groups.rows[right];
        if (one != other && !keys_.have_met(one, other, space)) use(one, other);
      }
  }

  std::size_t rows_, workers_;
  resolve::RecordKeys keys_;
  std::vector<resolve::KeyGroups> groups_;
  std::vector<Job> jobs_;
  std::vector<char> all_;  // not empty: every pair is a candidate
  double proposed_ = 0;
};

std::vector<resolve::PatternCount> count_patterns(const Candidates& candidates,
                                                  const resolve::RecordComparer& comparer,
                                                  std::size_t workers, std::uint64_t one_in) {
  std::vector<PatternCounts> counts(workers);
  candidates.each(one_in, [&](std::size_t worker, std::size_t left, std::size_t right) {
    const auto comparison = comparer.compare(left, right);
    ++counts[worker][{comparison.pattern, rounded(comparison.rare_bits)}];
  });
  for (std::size_t worker = 1; worker < workers; ++worker)
    for (const auto& [key, pairs] : counts[worker])
      counts[0][key] += pairs;
  std::vector<resolve::PatternCount> patterns;
  patterns.reserve(counts[0].size());
  for (const auto& [key, pairs] : counts[0])
    patterns.push_back({key.pattern, key.rare_bits, pairs});
  // Sums of floating numbers depend on their order, and that of a hash table on nothing stable.
  std::ranges::sort(patterns, [](const auto& one, const auto& other) {
    return std::tie(one.pattern, one.rare_bits) < std::tie(other.pattern, other.rare_bits);
  });
  return patterns;
}

resolve::RandomPairs draw_pairs(const resolve::RecordComparer& comparer, std::size_t workers) {
  const auto rows = comparer.table().size();
  const auto all = static_cast<double>(rows) * static_cast<double>(rows - 1) / 2;
  std::vector<resolve::LevelShares> counts(workers);
  const auto add = [&](std::size_t worker, std::size_t left, std::size_t right) {
    const auto comparison = comparer.compare(std::min(left, right), std::max(left, right));
    for (const auto aspect : comparer.aspects())
      counts[worker][static_cast<std::size_t>(aspect)][comparison.level(aspect)] += 1;
  };
  if (all <= random_pairs_max) {
    in_parallel(workers, rows, [&](std::size_t worker, std::size_t left) {
      for (auto right = left + 1; right < rows; ++right)
        add(worker, left, right);
    });
  } else {
    in_parallel(workers, static_cast<std::size_t>(random_pairs_max) / 1000,
                [&](std::size_t worker, std::size_t thousand) {
                  for (std::uint64_t number = thousand * 1000; number < (thousand + 1) * 1000;
                       ++number) {
                    const auto left = scattered(2 * number) % rows;
                    const auto right = scattered(2 * number + 1) % rows;
                    if (left != right) add(worker, left, right);
                  }
                });
  }
  resolve::RandomPairs random{{}, all};
  for (const auto& part : counts)
    for (std::size_t aspect = 0; aspect < part.size(); ++aspect)
      for (std::size_t level = 1; level < resolve::levels_max; ++level)
        random.counts[aspect][level] += part[aspect][level];
  return random;
}

}  // namespace

bool needs_matcher(const model::RecordTable& table) {
  return std::ranges::any_of(
      std::array{model::RecordPart::given, model::RecordPart::family}, [&](model::RecordPart part) {
        return std::ranges::any_of(table.of(part), [&](const model::RecordColumn& column) {
          return std::ranges::any_of(column, [&](model::ValueId value) {
            return resolve::is_foreign(table.values.text(value));
          });
        });
      });
}

LinkedRecords link_records(const model::RecordTable& table, std::size_t workers,
                           const NameMatcher* matcher, std::optional<float> pair_bits_min) {
  LinkedRecords linked;
  linked.summary.rows = table.size();
  resolve::NameAcross across;
  if (matcher != nullptr)
    across = [matcher](std::string_view left, std::string_view right) {
      return matcher->compare(left, right).bits;
    };
  linked.comparer = std::make_unique<resolve::RecordComparer>(table, std::move(across));
  const auto& comparer = *linked.comparer;
  if (table.size() < 2) {
    linked.firsts.assign(table.size(), 0);
    linked.summary.parties = table.size();
    return linked;
  }
  const Candidates candidates(table, workers);
  const auto one_in =
      static_cast<std::uint64_t>(std::max(1.0, candidates.proposed_pairs() / sampled_pairs_max));
  const auto patterns = count_patterns(candidates, comparer, workers, one_in);
  linked.model = resolve::RecordModel::learn(comparer, patterns, static_cast<double>(one_in),
                                             draw_pairs(comparer, workers));
  std::vector<std::vector<RecordLink>> links(workers), pairs(workers);
  std::vector<std::uint64_t> compared(workers);
  candidates.each(1, [&](std::size_t worker, std::size_t left, std::size_t right) {
    ++compared[worker];
    const auto verdict = linked.model.judge(comparer.compare(left, right));
    const RecordLink link{static_cast<std::uint32_t>(left), static_cast<std::uint32_t>(right),
                          verdict.bits};
    if (verdict.bits >= kept_bits_min) links[worker].push_back(link);
    if (pair_bits_min && verdict.bits >= *pair_bits_min) pairs[worker].push_back(link);
  });
  for (std::size_t worker = 1; worker < workers; ++worker) {
    links[0].insert(links[0].end(), links[worker].begin(), links[worker].end());
    pairs[0].insert(pairs[0].end(), pairs[worker].begin(), pairs[worker].end());
  }
  std::ranges::sort(pairs[0], [](const RecordLink& one, const RecordLink& other) {
    return std::tie(one.left, one.right) < std::tie(other.left, other.right);
  });
  linked.pairs = std::move(pairs[0]);
  linked.firsts = resolve::cluster_records(comparer, linked.model, std::move(links[0]));
  linked.summary.expected_same_pairs = linked.model.expected_same_pairs();
  linked.summary.hub_keys = candidates.hub_rows();
  for (const auto count : compared)
    linked.summary.pairs_compared += count;
  for (std::size_t row = 0; row < table.size(); ++row)
    linked.summary.parties += linked.firsts[row] == row;
  return linked;
}

}  // namespace engine
