// Who somebody is moves nothing in a reading by the shipped tables. The same over the whole corpus
// is counted by bench/reading.cpp.
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "doors/cli/shipped_tables.h"
#include "work/engine/read.h"

namespace {

const engine::Knowledge& knowledge() {
  static const engine::Knowledge made(cli::shipped_indicators(), {}, cli::shipped_weights());
  return made;
}

std::string with(std::string text, const std::string& mark, const std::string& word) {
  for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + word.size()))
    text.replace(at, mark.size(), word);
  return text;
}

std::vector<std::string> ids(const std::vector<model::IndicatorHit>& hits) {
  std::vector<std::string> all;
  for (const auto& hit : hits)
    all.push_back(hit.id);
  return all;
}

void expect_the_same(const std::string& text, const std::vector<std::string>& words) {
  const auto first = engine::read(with(text, "<>", words.front()), std::nullopt, knowledge());
  for (const auto& word : words) {
    const auto other = engine::read(with(text, "<>", word), std::nullopt, knowledge());
    EXPECT_EQ(first.kind, other.kind) << word;
    EXPECT_EQ(first.band, other.band) << word;
    EXPECT_EQ(first.score, other.score) << word;
    EXPECT_EQ(first.stage, other.stage) << word;
    EXPECT_EQ(ids(first.indicators), ids(other.indicators)) << word;
    EXPECT_EQ(ids(first.counters), ids(other.counters)) << word;
  }
}

TEST(reading_fairness, the_country_moves_nothing) {
  expect_the_same(
      "展示会で知り合った<>人の男性に、封筒で三万円を渡され、社内の手順書を頼まれました。",
      {"中国", "ロシア", "フランス", "ブラジル", "ウズベキスタン", "アメリカ"});
  expect_the_same(
      "A man from <> asked me the way near our gate, took my number and invited me to dinner.",
      {"China", "Russia", "Canada", "South Korea", "Uzbekistan", "the United States"});
}

TEST(reading_fairness, language_faith_and_school_move_nothing) {
  expect_the_same("隣に座った人と<>で話し、連絡先を聞かれ、食事に誘われました。",
                  {"英語", "中国語", "フランス語", "アラビア語"});
  expect_the_same("We met at the <> and since then he pays for every dinner.",
                  {"church", "mosque", "temple", "synagogue"});
  expect_the_same("<>の教授だという人から、旅費先方負担の講演の誘いが届きました。",
                  {"東京大学", "京都大学", "青葉大学", "早稲田大学"});
}

TEST(reading_fairness, the_name_moves_nothing) {
  expect_the_same("At the fair Mr. <> asked who decides, and then <> gave me a list of questions.",
                  {"Ivan Petrov", "Li", "Smith", "Okonkwo", "Papadopoulos", "Nguyen Van An"});
  expect_the_same("<>さんに毎月食事に誘われ、会社には言わないでほしいと頼まれました。",
                  {"田中", "王", "セルゲイ・イワノフ", "スミス", "グエン"});
}

}  // namespace
