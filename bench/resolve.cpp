// How many pairs of personas are compared in a second, how long one persona takes to be brought
// into comparable form, and how long it takes to find its like among many: seconds of one core.
#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <ctime>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "steps/normalise/features.h"
#include "steps/resolve/evidence.h"
#include "work/engine/match.h"

namespace {

/// Processor time, so that what else runs on the machine does not count.
double seconds_since(std::clock_t start) {
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

constexpr std::string_view given_names[] = {"Sergey",  "Anna",  "セルゲイ", "アンナ", "Алексей",
                                            "Mikhail", "Elena", "Ivan",     "健一",   "美咲"};
constexpr std::string_view family_names[] = {"Ivanov",  "Petrov", "イワノフ",  "田中",  "Соколов",
                                             "Smirnov", "佐藤",   "Kuznetsov", "Novak", "高橋"};
constexpr std::string_view openings[] = {"道を教えてほしい", "お礼に一杯どうですか",
                                         "Do you know a good restaurant near here?",
                                         "市場調査にご協力ください", "名刺をいただけますか"};
constexpr std::string_view acts[] = {"AP1", "AP2", "AP3", "AP4", "AP5", "DV1", "DV2", "TE1", "TA1"};
constexpr std::string_view areas[] = {"13109", "13103", "13101", "13104", "14109", "27100"};

/// Invented reports; every one has a name, a place, a date, acts, and one in three a telephone.
class Reports {
 public:
  model::Report next() {
    model::Report report;
    auto& encounter = report.encounters.emplace_back();
    encounter.when = model::exact_day(base::Day{std::chrono::days{18'000 + below(2'000)}});
    encounter.place.area = pick(areas);
    encounter.place.kind = static_cast<model::PlaceKind>(below(8));
    encounter.said = pick(openings);
    encounter.behaviours = {pick(acts), pick(acts), pick(acts)};
    encounter.personas = {0};
    auto& persona = report.personas.emplace_back();
    persona.names = {{pick(given_names) + " " + pick(family_names) + std::to_string(below(50)),
                      model::NameCertainty::heard}};
    if (below(3) == 0) persona.phones = {fmt::format("090{:08}", 10'000'000 + below(80'000'000))};
    return report;
  }

 private:
  int below(int bound) { return static_cast<int>(random_() % static_cast<unsigned>(bound)); }
  template <std::size_t Count>
  std::string pick(const std::string_view (&texts)[Count]) {
    return std::string(texts[static_cast<std::size_t>(below(static_cast<int>(Count)))]);
  }

  std::mt19937 random_{20201201};
};

model::PersonaRef ref_of(std::size_t number) {
  model::PersonaRef ref;
  for (std::size_t byte = 0; byte < 8; ++byte)
    ref.report.bytes[15 - byte] = static_cast<std::uint8_t>(number >> (8 * byte));
  return ref;
}

std::vector<model::PersonaFeatures> measure_features(std::size_t count) {
  Reports reports;
  std::vector<model::Report> made;
  for (std::size_t number = 0; number < count; ++number)
    made.push_back(reports.next());
  std::vector<model::PersonaFeatures> features;
  const auto start = std::clock();
  for (const auto& report : made)
    features.push_back(normalise::features_of(report, 0));
  fmt::print("features     {:>10.0f} personas/s\n",
             static_cast<double>(count) / seconds_since(start));
  return features;
}

void measure_comparisons(const std::vector<model::PersonaFeatures>& features,
                         const engine::Rarity& rarity) {
  constexpr std::size_t count = 300'000;
  double sum = 0;
  const auto start = std::clock();
  for (std::size_t number = 0; number < count; ++number)
    sum += resolve::compare(features[number % features.size()],
                            features[(number * 7919 + 13) % features.size()], rarity)
               .bits;
  fmt::print("comparisons  {:>10.0f} pairs/s (mean {:.2f} bits)\n",
             static_cast<double>(count) / seconds_since(start), sum / count);
}

void measure_find(const std::vector<model::PersonaFeatures>& features) {
  engine::MatchIndex index;
  const auto start = std::clock();
  for (std::size_t number = 0; number < features.size(); ++number)
    index.add(ref_of(number), features[number], {static_cast<std::int64_t>(number)});
  fmt::print("index        {:>10.0f} personas/s, {} in all\n",
             static_cast<double>(features.size()) / seconds_since(start), features.size());
  std::vector<double> milliseconds;
  std::size_t shown = 0;
  constexpr std::size_t queries = 500;
  for (std::size_t number = 0; number < queries; ++number) {
    const auto at = number * features.size() / queries;
    const auto before = std::clock();
    shown += index.find(ref_of(at), features[at]).size();
    milliseconds.push_back(1000 * seconds_since(before));
  }
  std::ranges::sort(milliseconds);
  fmt::print("find         p50 {:.2f} ms, p99 {:.2f} ms, {:.2f} shown a persona\n",
             milliseconds[queries / 2], milliseconds[queries * 99 / 100],
             static_cast<double>(shown) / queries);
}

}  // namespace

int main() {
  const auto features = measure_features(50'000);
  engine::Rarity rarity;
  for (const auto& one : features)
    rarity.add(one);
  measure_comparisons(features, rarity);
  measure_find(features);
}
