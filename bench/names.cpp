// How fast names are compared, on one core. usage: bench_names [PAIRS.tsv], columns id, name,
// writing, name as of labelled pairs; without a file they are invented: one name in two of six
// writings, or two people of one surname. The aim is 1 M comparisons a second.
#include <array>
#include <ctime>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "doors/cli/name_knowledge.h"
#include "timing.h"
#include "work/engine/name_search.h"

namespace {

/// Invented names: syllables put together, a writing each.
class Names {
 public:
  /// Two names of the same surname in two writings; every other pair of the same given name, the
  /// rest of another that begins alike.
  std::pair<std::string, std::string> next_pair() {
    static constexpr std::array<std::size_t, 4> alike{0, 1, 2, 5};
    const auto one = alike[random_() % alike.size()], other = alike[random_() % alike.size()];
    const auto surname = parts(2 + random_() % 2);
    auto given = parts(2 + random_() % 2);
    auto left = written(one, given) + ' ' + written(one, surname);
    if (random_() % 2 == 0) given.back() = parts(1).front();
    return {std::move(left), written(other, given) + ' ' + written(other, surname)};
  }

 private:
  using Parts = std::vector<std::uint32_t>;
  static constexpr std::array<std::array<std::string_view, 12>, 6> syllables = {
      {{"ka", "ser", "gei", "mi", "ro", "van", "lin", "da", "so", "pe", "tra", "nov"},
       {"ка", "сер", "ге", "ми", "ро", "ван", "лин", "да", "со", "пе", "тра", "нов"},
       {"カ", "セル", "ゲ", "ミ", "ロ", "ワン", "リン", "ダ", "ソ", "ペ", "トラ", "ノフ"},
       {"김", "이", "박", "철", "수", "민", "재", "영", "호", "지", "은", "현"},
       {"田", "中", "山", "本", "王", "李", "健", "一", "美", "伟", "大", "郎"},
       {"كا", "سير", "غي", "مي", "رو", "فان", "لين", "دا", "سو", "بي", "ترا", "نوف"}}};

  Parts parts(std::size_t count) {
    Parts out;
    for (std::size_t at = 0; at < count; ++at)
      out.push_back(static_cast<std::uint32_t>(random_()));
    return out;
  }
  static std::string written(std::size_t writing, const Parts& parts) {
    std::string out;
    for (const auto part : parts)
      out += syllables[writing][part % syllables[writing].size()];
    return out;
  }

  std::mt19937 random_{20201201};
};

using Pairs = std::vector<std::pair<std::string, std::string>>;

Pairs invented_pairs() {
  Names names;
  Pairs out;
  for (std::size_t number = 0; number < 20'000; ++number)
    out.push_back(names.next_pair());
  return out;
}

Pairs pairs_of(const char* path) {
  std::ifstream file(path);
  Pairs out;
  for (std::string line; std::getline(file, line);) {
    std::array<std::string, 4> fields;
    std::istringstream columns(line);
    for (auto& field : fields)
      std::getline(columns, field, '\t');
    out.emplace_back(fields[1], fields[3]);
  }
  return out;
}

void measure_comparisons(const engine::NameMatcher& matcher, const Pairs& pairs) {
  // What one pair in a hundred of different people passes on the labelled pairs.
  constexpr float cutoff = 2.8F;
  model::TokenPool pool;
  auto compiler = matcher.compiler(pool);
  std::vector<std::pair<model::CompiledName, model::CompiledName>> compiled;
  auto start = std::clock();
  for (const auto& [left, right] : pairs)
    compiled.emplace_back(compiler.compile(left), compiler.compile(right));
  const auto count = static_cast<double>(pairs.size());
  fmt::print("compiled     {:>10.0f} names/s\n", 2 * count / bench::seconds_since(start));
  engine::NameComparer comparer(matcher);
  std::vector<float> exact, cut;
  const auto compare = [&](std::vector<float>& into, float above) {
    start = std::clock();
    for (const auto& [left, right] : compiled)
      into.push_back(comparer.bits(left.in(pool), right.in(pool), above));
    return count / bench::seconds_since(start);
  };
  const auto all = compare(exact, engine::NameMatcher::no_cutoff);
  const auto above = compare(cut, cutoff);
  std::size_t passed = 0, wrong = 0;
  for (std::size_t at = 0; at < exact.size(); ++at) {
    passed += exact[at] > cutoff ? 1 : 0;
    wrong += exact[at] > cutoff ? exact[at] != cut[at] : cut[at] > cutoff;
  }
  fmt::print(
      "comparisons  {:>10.0f} pairs/s, {:.0f} all exact ({} pairs, {:.0f} % above the cut-off, "
      "{} wrong), aim 1,000,000\n",
      above, all, pairs.size(), 100 * static_cast<double>(passed) / count, wrong);
}

}  // namespace

int main(int count, char** words) {
  const auto start = bench::Stopwatch::now();
  const auto knowledge = cli::NameKnowledge::load("", "");
  if (!knowledge) return 1;
  fmt::print("start-up     {:>10.0f} ms (aim 50)\n", 1000 * bench::seconds_since(start));
  measure_comparisons((*knowledge)->matcher(), count > 1 ? pairs_of(words[1]) : invented_pairs());
}
