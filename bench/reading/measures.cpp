#include "reading/measures.h"

#include <algorithm>
#include <limits>
#include <set>

#include <fmt/format.h>

#include "steps/assess/stage.h"

namespace reading {
namespace {

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? std::numeric_limits<double>::quiet_NaN()
                    : static_cast<double>(part) / static_cast<double>(whole);
}

double auc_of(const std::vector<Judged>& judged) {
  std::vector<int> hostile, benign;
  for (const auto& one : judged)
    if (one.text->is_scored())
      (one.text->is_hostile ? hostile : benign)
          .push_back(one.reading.score.value_or(std::numeric_limits<int>::min()));
  double wins = 0;
  for (const int left : hostile)
    for (const int right : benign)
      wins += left > right ? 1 : (left == right ? 0.5 : 0);
  return wins / (static_cast<double>(hostile.size()) * static_cast<double>(benign.size()));
}

struct Counts {
  std::size_t right = 0, wrong = 0, missed = 0;
  void add(const std::vector<std::string>& truth, const std::vector<model::IndicatorHit>& found) {
    std::set<std::string> ids;
    for (const auto& hit : found)
      ids.insert(hit.id);
    for (const auto& id : truth)
      ids.contains(id) ? ++right : ++missed;
    for (const auto& id : ids)
      wrong += std::ranges::find(truth, id) == truth.end();
  }
  double precision() const { return share(right, right + wrong); }
  double recall() const { return share(right, right + missed); }
  double f1() const { return share(2 * right, 2 * right + wrong + missed); }
};

}  // namespace

Measures measure(const std::vector<Judged>& judged) {
  Measures result;
  std::size_t staged = 0, stage_right = 0, kind_right = 0, concern = 0, watch = 0, seen = 0,
              benign = 0;
  Counts indicators, counters;
  for (const auto& [text, reading] : judged) {
    ++result.texts;
    kind_right += base::word_of(reading.kind) == text->kind;
    if (text->is_scored()) {
      indicators.add(text->indicators, reading.indicators);
      counters.add(text->counters, reading.counters);
    }
    const bool is_watch = reading.band >= model::Band::watch;
    if (!text->is_hostile) {
      ++benign;
      watch += is_watch;
      concern += reading.band >= model::Band::concern;
      continue;
    }
    if (!text->is_scored()) continue;
    ++result.hostile;
    seen += is_watch;
    const auto stage = base::find_word<model::Stage>(text->stage);
    if (!stage || *stage == model::Stage::none) continue;
    ++staged;
    stage_right += assess::stage_group_of(reading.stage) == assess::stage_group_of(*stage);
  }
  result.auc = auc_of(judged);
  result.stage_group = share(stage_right, staged);
  result.kind = share(kind_right, result.texts);
  result.precision = indicators.precision();
  result.recall = indicators.recall();
  result.f1 = indicators.f1();
  result.counter_f1 = counters.f1();
  result.benign_concern = share(concern, benign);
  result.benign_watch = share(watch, benign);
  result.hostile_watch = share(seen, result.hostile);
  return result;
}

std::map<std::string, std::vector<Judged>> by_hand(const std::vector<Judged>& judged) {
  std::map<std::string, std::vector<Judged>> hands;
  for (const auto& one : judged)
    hands[one.text->hand].push_back(one);
  return hands;
}

void print_head() {
  fmt::print("{:<22} {:>5} {:>7} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6} {:>8} {:>8} {:>8} {:>8}\n", "",
             "texts", "hostile", "AUC", "stage", "kind", "ind P", "ind R", "ind F1", "count F1",
             "ben.conc", "ben.wtch", "hos.wtch");
}

void print_row(const std::string& name, const Measures& m) {
  fmt::print(
      "{:<22} {:>5} {:>7} {:>6.3f} {:>6.3f} {:>6.3f} {:>6.3f} {:>6.3f} {:>6.3f} {:>8.3f} {:>8.3f} "
      "{:>8.3f} {:>8.3f}\n",
      name, m.texts, m.hostile, m.auc, m.stage_group, m.kind, m.precision, m.recall, m.f1,
      m.counter_f1, m.benign_concern, m.benign_watch, m.hostile_watch);
}

}  // namespace reading
