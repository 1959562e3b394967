// How fast names are compared and found, on one core: invented names in six writings. usage:
// bench_names [NAMES]. The aims are 1 M comparisons a second, a search among 10 M names in under
// 1 ms (p50) and 160 bytes a name.
#include <array>
#include <charconv>
#include <ctime>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "doors/cli/name_knowledge.h"
#include "timing.h"
#include "work/engine/name_search.h"

namespace {

/// Processor time, so that what else runs on the machine does not count.
double seconds_since(std::clock_t start) {
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

/// Invented names: syllables put together, a writing each.
class Names {
 public:
  std::string next() {
    static constexpr std::array<std::array<std::string_view, 12>, 6> syllables = {
        {{"ka", "ser", "gei", "mi", "ro", "van", "lin", "da", "so", "pe", "tra", "nov"},
         {"ка", "сер", "ге", "ми", "ро", "ван", "лин", "да", "со", "пе", "тра", "нов"},
         {"カ", "セル", "ゲ", "ミ", "ロ", "ワン", "リン", "ダ", "ソ", "ペ", "トラ", "ノフ"},
         {"김", "이", "박", "철", "수", "민", "재", "영", "호", "지", "은", "현"},
         {"田", "中", "山", "本", "王", "李", "健", "一", "美", "伟", "大", "郎"},
         {"كا", "سير", "غي", "مي", "رو", "فان", "لين", "دا", "سو", "بي", "ترا", "نوف"}}};
    const auto& writing = syllables[random_() % syllables.size()];
    const bool is_unspaced = &writing == &syllables[3] || &writing == &syllables[4];
    const auto part = [&](std::size_t count) {
      std::string out;
      for (std::size_t at = 0; at < count; ++at)
        out += writing[random_() % writing.size()];
      return out;
    };
    if (is_unspaced) return part(3);
    const auto given = part(2 + random_() % 2);
    return given + ' ' + part(2 + random_() % 2);
  }

 private:
  std::mt19937 random_{20201201};
};

void measure_comparisons(const engine::NameMatcher& matcher) {
  constexpr std::size_t count = 20'000;
  Names names;
  model::TokenPool pool;
  auto compiler = matcher.compiler(pool);
  std::vector<model::CompiledName> compiled;
  auto start = std::clock();
  for (std::size_t number = 0; number < count; ++number)
    compiled.push_back(compiler.compile(names.next()));
  fmt::print("compiled     {:>10.0f} names/s\n", count / seconds_since(start));
  engine::NameComparer comparer(matcher);
  double sum = 0;
  start = std::clock();
  for (std::size_t number = 0; number + 1 < count; ++number)
    sum += static_cast<double>(
        comparer.bits(compiled[number].in(pool), compiled[number + 1].in(pool)));
  fmt::print("comparisons  {:>10.0f} pairs/s (mean {:.2f} bits), aim 1,000,000\n",
             count / seconds_since(start), sum / count);
}

void measure_search(const engine::NameMatcher& matcher, std::size_t count) {
  constexpr std::size_t queries = 200;
  Names names;
  engine::NameIndex index(matcher);
  auto start = std::clock();
  for (std::size_t number = 0; number < count; ++number)
    index.add(names.next());
  index.close();
  fmt::print("index        {:>10.0f} names/s, {:.0f} bytes a name (aim 160), {} names\n",
             static_cast<double>(count) / seconds_since(start),
             static_cast<double>(index.bytes()) / static_cast<double>(count), count);
  engine::NameSearch search(index);
  std::vector<double> milliseconds;
  for (std::size_t number = 0; number < queries; ++number) {
    const auto query = names.next();
    start = std::clock();
    static_cast<void>(search.find(query, 10));
    milliseconds.push_back(1000 * seconds_since(start));
  }
  std::ranges::sort(milliseconds);
  fmt::print("find         p50 {:.2f} ms (aim 1), p99 {:.2f} ms (aim 5)\n",
             milliseconds[queries / 2], milliseconds[queries * 99 / 100]);
}

}  // namespace

int main(int count, char** words) {
  std::size_t names = 1'000'000;
  if (count > 1) {
    const std::string_view asked = words[1];
    std::from_chars(asked.data(), asked.data() + asked.size(), names);
  }
  const auto start = bench::Stopwatch::now();
  const auto knowledge = cli::NameKnowledge::load("", "");
  if (!knowledge) return 1;
  fmt::print("start-up     {:>10.0f} ms (aim 50)\n", 1000 * bench::seconds_since(start));
  measure_comparisons((*knowledge)->matcher());
  measure_search((*knowledge)->matcher(), names);
}
