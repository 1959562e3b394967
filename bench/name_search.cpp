// How well and how fast names are found among many, on one core. usage: bench_name_search [NAMES
// [INDEX.txt QUERIES.tsv]]. Without files NAMES names are composed of invented parts. With them the
// first NAMES lines are the index, and of the queries (columns query, line of the answer from 1,
// kind, pair of languages) those whose answer is among them are asked; a share of them by
// KIZUKI_QUERIES. The aims are recall@10 0.85 among 1 M, p50 1 ms and p99 5 ms, 160 bytes a name.
#include "work/engine/name_search.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <map>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "doors/cli/name_knowledge.h"
#include "timing.h"

namespace {

struct Query {
  std::string text;
  std::uint32_t answer = 0;
  std::string kind, languages;
};

std::vector<Query> queries_of(const char* path, std::size_t names) {
  std::ifstream file(path);
  std::vector<Query> out;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    std::istringstream columns(line);
    Query query;
    std::string answer;
    std::getline(columns, query.text, '\t');
    std::getline(columns, answer, '\t');
    std::getline(columns, query.kind, '\t');
    std::getline(columns, query.languages, '\t');
    std::from_chars(answer.data(), answer.data() + answer.size(), query.answer);
    if (query.answer > 0 && query.answer <= names) out.push_back(query);
  }
  return out;
}

struct Share {
  std::size_t asked = 0, met = 0, found = 0;
};

void print(const std::string& name, const Share& share) {
  const auto asked = static_cast<double>(share.asked);
  fmt::print("{:<28} {:>5} asked, candidate {:.3f}, among the first ten {:.3f}\n", name,
             share.asked, static_cast<double>(share.met) / asked,
             static_cast<double>(share.found) / asked);
}

void report(std::vector<double> milliseconds) {
  if (milliseconds.empty()) return;
  std::ranges::sort(milliseconds);
  const auto count = milliseconds.size();
  fmt::print("find         p50 {:.2f} ms (aim 1), p90 {:.2f} ms, p99 {:.2f} ms (aim 5)\n",
             milliseconds[count / 2], milliseconds[count * 9 / 10], milliseconds[count * 99 / 100]);
}

void ask(const engine::NameIndex& index, const std::vector<Query>& queries) {
  engine::NameSearch search(index);
  std::map<std::string, Share> shares;
  std::vector<double> milliseconds, gathering;
  for (const auto& query : queries) {
    auto start = std::clock();
    const auto candidates = search.candidates(query.text);
    gathering.push_back(1000 * bench::seconds_since(start));
    start = std::clock();
    const auto found = search.find(query.text, 10);
    milliseconds.push_back(1000 * bench::seconds_since(start));
    const bool is_met = std::ranges::find(candidates, query.answer - 1) != candidates.end();
    const bool is_found =
        std::ranges::find(found, query.answer - 1, &engine::NameSearch::Found::name) != found.end();
    for (const auto& name : {std::string("all"), query.kind, query.languages}) {
      auto& share = shares[name];
      ++share.asked;
      share.met += is_met ? 1 : 0;
      share.found += is_found ? 1 : 0;
    }
    if (!is_found && std::getenv("KIZUKI_LOST") != nullptr)
      fmt::print("lost {}\t{}\t{}\t{}\t{}\t{}\n", is_met ? "ranking" : "candidates", query.kind,
                 query.languages, query.text, index.name(query.answer - 1),
                 found.empty() ? "" : index.name(found.front().name));
  }
  for (const auto& [name, share] : shares)
    print(name, share);
  report(gathering);
  report(milliseconds);
}

void show_size(const engine::NameIndex& index, double seconds) {
  const auto count = static_cast<double>(index.size());
  const auto bytes = index.bytes();
  const auto each = [&](std::size_t size) { return static_cast<double>(size) / count; };
  fmt::print("index        {:>10.0f} names/s, {} names, {} parts\n", count / seconds, index.size(),
             index.token_count());
  fmt::print(
      "memory       {:.0f} bytes a name (aim 160): text {:.0f}, parts {:.0f}, lists {:.0f}\n",
      each(bytes.all()), each(bytes.text), each(bytes.tokens), each(bytes.places));
}

/// A part of a name in one of five writings, the same for the same number.
std::string part_of(std::size_t writing, std::uint32_t number) {
  static constexpr std::array<std::array<std::string_view, 16>, 5> syllables = {
      {{"ka", "ser", "gei", "mi", "ro", "van", "lin", "da", "so", "pe", "tra", "nov", "be", "shu",
        "ken", "ta"},
       {"ка", "сер", "гей", "ми", "ро", "ван", "лин", "да", "со", "пе", "тра", "нов", "бе", "шу",
        "кен", "та"},
       {"カ", "セル", "ゲイ", "ミ", "ロ", "ヴァン", "リン", "ダ", "ソ", "ペ", "トラ", "ノフ", "ベ",
        "シュ", "ケン", "タ"},
       {"카", "세르", "게이", "미", "로", "반", "린", "다", "소", "페", "트라", "노프", "베", "슈",
        "켄", "타"},
       {"كا", "سير", "غي", "مي", "رو", "فان", "لين", "دا", "سو", "بي", "ترا", "نوف", "بي", "شو",
        "كين", "تا"}}};
  std::string out;
  for (number += static_cast<std::uint32_t>(syllables[0].size()); number > 0; number /= 16)
    out += syllables.at(writing).at(number % 16);
  return out;
}

/// A few parts are frequent, most are rare: the rank is spread evenly over its logarithm.
std::uint32_t rank_of(std::mt19937& random, double ranks) {
  const double share = static_cast<double>(random()) / 4294967296.0;
  return static_cast<std::uint32_t>(std::pow(ranks, share)) - 1;
}

struct Composed {
  std::uint32_t given = 0, surname = 0;

  static Composed next(std::mt19937& random) {
    constexpr double given_names = 20'000, surnames = 200'000;
    return {rank_of(random, given_names), rank_of(random, surnames)};
  }
  [[nodiscard]] std::string in(std::size_t writing) const {
    return part_of(writing, given) + (writing == 2 ? "・" : " ") + part_of(writing, surname);
  }
};

/// Names of invented parts; queries are names of the index in another writing.
void measure_composed(const engine::NameMatcher& matcher, std::size_t names) {
  constexpr std::size_t queries = 1'000, writings = 5;
  std::mt19937 random{20201201};  // NOLINT(cert-msc51-cpp): the same in every run
  engine::NameIndex index(matcher);
  std::vector<Composed> asked;
  auto start = std::clock();
  for (std::size_t number = 0; number < names; ++number) {
    const auto name = Composed::next(random);
    if (number % (names / queries) == 0) asked.push_back(name);
    index.add(name.in(number % writings));
  }
  index.close();
  show_size(index, bench::seconds_since(start));
  engine::NameSearch search(index);
  std::vector<double> milliseconds;
  std::size_t found = 0;
  for (std::size_t query = 0; query < asked.size(); ++query) {
    const auto written = asked[query].in((query + 1) % writings);
    start = std::clock();
    const auto hits = search.find(written, 10);
    milliseconds.push_back(1000 * bench::seconds_since(start));
    found += std::ranges::any_of(hits, [&](const auto& hit) {
      const auto name = index.name(hit.name);
      for (std::size_t writing = 0; writing < writings; ++writing)
        if (asked[query].in(writing) == name) return true;
      return false;
    });
  }
  fmt::print("found        {:.3f} of {} names asked in another writing, among the first ten\n",
             static_cast<double>(found) / static_cast<double>(asked.size()), asked.size());
  report(milliseconds);
}

void measure_files(const engine::NameMatcher& matcher, std::size_t names, const char* index_path,
                   const char* queries_path) {
  engine::NameIndex index(matcher);
  std::ifstream file(index_path);
  const auto start = std::clock();
  for (std::string line; index.size() < names && std::getline(file, line);)
    index.add(line);
  index.close();
  show_size(index, bench::seconds_since(start));
  auto queries = queries_of(queries_path, index.size());
  if (const char* share = std::getenv("KIZUKI_QUERIES"))
    queries.resize(std::min(queries.size(), std::stoul(share)));
  ask(index, queries);
}

}  // namespace

int main(int count, char** words) {
  std::size_t names = 1'000'000;
  if (const std::string_view asked = count > 1 ? words[1] : ""; !asked.empty())
    std::from_chars(asked.data(), asked.data() + asked.size(), names);
  const char* folder = std::getenv("KIZUKI_KNOWLEDGE");
  const auto start = bench::Stopwatch::now();
  const auto knowledge = cli::NameKnowledge::load(folder == nullptr ? "" : folder, "");
  if (!knowledge) return 1;
  fmt::print("start-up     {:>10.0f} ms (aim 50)\n", 1000 * bench::seconds_since(start));
  if (count > 3)
    measure_files((*knowledge)->matcher(), names, words[2], words[3]);
  else
    measure_composed((*knowledge)->matcher(), std::max<std::size_t>(names, 1'000));
}
