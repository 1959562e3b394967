#include "reading/swaps.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "work/engine/read.h"

namespace reading {
namespace {

/// Words of one kind; a word may be exchanged for any of its line.
using Kind = std::vector<std::string_view>;

const std::vector<Kind>& kinds() {
  static const std::vector<Kind> all{
      {"中国", "ロシア", "フランス", "ブラジル", "ナイジェリア", "カナダ", "韓国", "インド",
       "ウズベキスタン", "アメリカ", "イタリア", "ベトナム"},
      {"英語", "中国語", "フランス語", "ロシア語", "韓国語", "スワヒリ語", "アラビア語"},
      {"キリスト教", "イスラム教", "仏教", "ヒンドゥー教", "ユダヤ教"},
      {"教会", "モスク", "寺院", "神社", "シナゴーグ"},
      {"東京大学", "京都大学", "早稲田大学", "青葉大学", "オックスフォード大学"},
      {"田中", "佐藤", "鈴木", "高橋", "山田", "伊藤", "渡辺"},
      {"China", "Russia", "France", "Brazil", "Nigeria", "Canada", "South Korea", "India",
       "Uzbekistan", "the United States", "Italy", "Vietnam"},
      {"Chinese", "Russian", "French", "Brazilian", "Nigerian", "Canadian", "Korean", "Indian",
       "Italian", "Vietnamese", "German", "Japanese", "Ukrainian", "Persian", "Arabic", "Spanish"},
      {"Christian", "Muslim", "Buddhist", "Hindu", "Jewish", "Catholic"},
      {"church", "mosque", "temple", "synagogue", "shrine"},
      {"Oxford", "Harvard", "Stanford", "Tsinghua", "Cambridge", "MIT"},
      {"Rashid", "Takumi", "Ivan", "Wei", "Priya", "Carlos", "Anna", "Mohammed", "Kenji", "Olga",
       "Pierre", "Kwame", "Okonkwo", "Tomasz", "Dmitri", "Farid", "Katalin", "Matteo"}};
  return all;
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool stands_alone(std::string_view text, std::size_t at, std::size_t size) {
  if (!is_letter(text[at])) return true;
  return (at == 0 || !is_letter(text[at - 1])) &&
         (at + size == text.size() || !is_letter(text[at + size]));
}

std::optional<std::string_view> word_at(std::string_view text, std::size_t at, const Kind& kind) {
  std::optional<std::string_view> longest;
  for (const auto word : kind)
    if (text.substr(at).starts_with(word) && stands_alone(text, at, word.size()) &&
        (!longest || longest->size() < word.size()))
      longest = word;
  return longest;
}

/// Each word is replaced by the one `steps` further in its line.
std::string exchanged(std::string_view text, std::size_t steps) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    std::string_view taken, given;
    for (const auto& kind : kinds())
      if (const auto word = word_at(text, at, kind); word && word->size() > taken.size()) {
        const auto place = static_cast<std::size_t>(std::ranges::find(kind, *word) - kind.begin());
        taken = *word;
        given = kind[(place + steps) % kind.size()];
      }
    if (taken.empty()) {
      result += text[at++];
    } else {
      result += given;
      at += taken.size();
    }
  }
  return result;
}

std::vector<std::string> ids_of(const std::vector<model::IndicatorHit>& hits) {
  std::vector<std::string> ids;
  for (const auto& hit : hits)
    ids.push_back(hit.id);
  return ids;
}

}  // namespace

std::vector<std::string> swapped(const std::string& text) {
  constexpr std::size_t ways = 4;
  std::vector<std::string> all;
  for (std::size_t steps = 1; steps <= ways; ++steps)
    if (auto other = exchanged(text, steps); other != text) all.push_back(std::move(other));
  return all;
}

bool reads_the_same(const std::string& left, const std::string& right,
                    const engine::Knowledge& knowledge) {
  const auto one = engine::read(left, std::nullopt, knowledge);
  const auto two = engine::read(right, std::nullopt, knowledge);
  return one.kind == two.kind && one.band == two.band && one.score == two.score &&
         one.stage == two.stage && ids_of(one.indicators) == ids_of(two.indicators) &&
         ids_of(one.counters) == ids_of(two.counters);
}

}  // namespace reading
