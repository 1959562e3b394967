#include "steps/normalise/name.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "ground/text/folded_text.h"
#include "steps/normalise/romanise.h"
#include "steps/normalise/script.h"
#include "steps/normalise/skeleton.h"
#include "steps/normalise/variants.h"

namespace normalise {
namespace {

using Name = model::PersonaFeatures::Name;
using Words = std::span<const std::u32string_view>;

constexpr std::array<std::u32string_view, 33> title_words = {
    U"mr",   U"mrs",       U"ms",      U"miss",     U"mister",   U"dr",     U"doctor",
    U"prof", U"professor", U"sir",     U"madam",    U"san",      U"sama",   U"sensei",
    U"kun",  U"chan",      U"herr",    U"frau",     U"monsieur", U"madame", U"г-н",
    U"г-жа", U"господин",  U"госпожа", U"씨",       U"님",       U"さん",   U"様",
    U"さま", U"氏",        U"先生",    U"ミスター", U"ミズ"};

/// Longer ones first, as one may end in another.
constexpr std::array<std::u32string_view, 30> title_endings = {
    U"副社長", U"本部長", U"さん",  U"さま",    U"サン", U"くん", U"ちゃん", U"先生",
    U"社長",   U"会長",   U"部長",  U"課長",    U"係長", U"教授", U"博士",   U"女史",
    U"女士",   U"小姐",   U"殿",    U"様",      U"氏",   U"君",   U"嬢",     U"씨",
    U"님",     U"-san",   U"-sama", U"-sensei", U"-kun", U"-chan"};

/// Where somebody is said to come from is no name, and would otherwise link people by it.
constexpr std::array<std::u32string_view, 20> origin_words = {
    U"外国人",   U"外国人男性", U"外国人女性", U"中国人",  U"韓国人",    U"日本人",   U"台湾人",
    U"北朝鮮人", U"foreigner",  U"russian",    U"chinese", U"korean",    U"japanese", U"american",
    U"british",  U"french",     U"indian",     U"iranian", U"ukrainian", U"taiwanese"};

/// Words that name nobody when a field holds nothing else: "a man", "not given".
constexpr std::array<std::u32string_view, 36> empty_words = {
    U"不明",    U"不詳", U"名前不明", U"氏名不明", U"名無し",    U"無名",     U"匿名",  U"なし",
    U"無し",    U"某",   U"男",       U"女",       U"男性",      U"女性",     U"彼",    U"彼女",
    U"unknown", U"none", U"n/a",      U"na",       U"anonymous", U"man",      U"woman", U"guy",
    U"lady",    U"male", U"female",   U"person",   U"someone",   U"stranger", U"nn",    U"the",
    U"a",       U"not",  U"given",    U"name"};

constexpr std::array<std::u32string_view, 27> legal_words = {
    U"株式会社",     U"有限会社",     U"合同会社",     U"合資会社", U"合名会社",    U"一般社団法人",
    U"一般財団法人", U"公益財団法人", U"公益社団法人", U"有限公司", U"co",          U"ltd",
    U"limited",      U"inc",          U"incorporated", U"corp",     U"corporation", U"llc",
    U"llp",          U"plc",          U"gmbh",         U"ag",       U"kk",          U"ooo",
    U"ооо",          U"оао",          U"company"};
constexpr std::array<std::u32string_view, 17> legal_parts = {
    U"股份有限公司", U"有限責任公司", U"一般社団法人", U"一般財団法人", U"公益財団法人",
    U"公益社団法人", U"株式会社",     U"有限会社",     U"合同会社",     U"合資会社",
    U"合名会社",     U"有限公司",     U"(株)",         U"(有)",         U"(同)",
    U"주식회사",     U"(주)"};

bool is_one_of(std::u32string_view word, Words words) {
  return std::ranges::find(words, word) != words.end();
}

/// Also ロシア人, アメリカ人男性.
bool is_origin(std::u32string_view word) {
  if (is_one_of(word, origin_words)) return true;
  const auto person = word.find(U'人');
  return person != std::u32string_view::npos && person > 0 &&
         is_all(word.substr(0, person), Script::katakana);
}

bool names_nobody(std::u32string_view field) {
  const auto parts = split_parts(field);
  return std::ranges::all_of(parts, [](const auto& part) {
    return is_one_of(part, empty_words) || is_origin(part) ||
           std::ranges::all_of(part, [](char32_t c) { return !text::is_word_character(c); });
  });
}

/// The field cut at brackets and slashes, each piece a name of its own.
std::vector<std::u32string> alternatives_of(std::u32string_view field) {
  constexpr std::u32string_view cuts = U"()[]{}<>〈〉《》「」『』【】〔〕/;～~";
  std::vector<std::u32string> pieces(1);
  for (const char32_t c : field) {
    if (cuts.find(c) == std::u32string_view::npos)
      pieces.back() += c;
    else
      pieces.emplace_back();
  }
  return pieces;
}

std::u32string without_title(std::u32string word) {
  for (const auto ending : title_endings)
    if (word.size() > ending.size() && word.ends_with(ending)) {
      word.resize(word.size() - ending.size());
      break;
    }
  return word;
}

/// Cheol-su is one given name, Hans-Joachim two.
void add_hyphenated(std::vector<std::u32string>& words, const std::u32string& word) {
  constexpr std::size_t short_letters_max = 5;
  std::vector<std::u32string> parts(1);
  for (const char32_t c : word) {
    if (c == U'-' || c == U'‐' || c == U'–')
      parts.emplace_back();
    else
      parts.back() += c;
  }
  std::erase(parts, std::u32string());
  if (std::ranges::all_of(parts, [](const auto& one) { return one.size() <= short_letters_max; })) {
    std::u32string whole;
    for (const auto& part : parts)
      whole += part;
    parts = {whole};
  }
  std::ranges::move(parts, std::back_inserter(words));
}

/// A Korean name written in one: the family name is its first syllable.
void split_hangul(std::vector<std::u32string>& words) {
  if (words.size() != 1 || words[0].size() < 3 || words[0].size() > 4 ||
      !is_all(words[0], Script::hangul))
    return;
  words = {words[0].substr(0, 1), words[0].substr(1)};
}

std::vector<std::u32string> words_of(std::u32string_view piece) {
  std::vector<std::u32string> words;
  const auto parts = split_parts(piece);
  for (const auto& part : parts) {
    if (is_one_of(part, title_words) || is_origin(part)) continue;
    std::u32string word = without_title(part);
    std::ranges::transform(word, word.begin(), usual_form);
    if (!word.empty() && text::is_word_character(word.front())) add_hyphenated(words, word);
  }
  split_hangul(words);
  return words;
}

bool has_han(const std::vector<std::u32string>& words) {
  return std::ranges::any_of(words, [](const auto& word) {
    return std::ranges::any_of(word, [](char32_t c) { return script_of(c) == Script::han; });
  });
}

/// Families and given names of kanji are written with or without a blank: always without here.
std::vector<std::u32string> in_one(std::vector<std::u32string> words) {
  if (!has_han(words)) return words;
  std::u32string whole;
  for (const auto& word : words)
    whole += word;
  return {whole};
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

std::string skeleton_of_all(const std::vector<std::u32string>& words) {
  std::vector<std::string> skeletons;
  for (const auto& word : words) {
    const auto latin = romanised(word);
    if (latin.empty()) return "";  // a part without a sound: nothing to compare as a whole
    if (auto skeleton = skeleton_of(latin); !skeleton.empty())
      skeletons.push_back(std::move(skeleton));
  }
  std::ranges::sort(skeletons);
  return joined(skeletons);
}

/// "A氏", "Mr B": a way not to give a name.
bool is_initial(const std::vector<std::u32string>& words) {
  return words.size() == 1 && words[0].size() == 1 && script_of(words[0][0]) != Script::han &&
         script_of(words[0][0]) != Script::hangul;
}

std::optional<Name> find_name(std::u32string_view piece) {
  const auto words = in_one(words_of(piece));
  if (words.empty() || is_initial(words)) return std::nullopt;
  Name name;
  for (const auto& word : words)
    name.tokens.push_back(text::to_utf8(word));
  name.folded = joined(name.tokens);
  std::ranges::sort(name.tokens);
  name.skeleton = skeleton_of_all(words);
  return name;
}

std::u32string without_legal_parts(std::u32string field) {
  for (const auto part : legal_parts)
    for (auto at = field.find(part); at != std::u32string::npos; at = field.find(part))
      field.replace(at, part.size(), 1, U' ');
  return field;
}

}  // namespace

std::vector<Name> names_of(std::string_view field) {
  std::vector<Name> names;
  const auto whole = folded(field);
  if (names_nobody(whole)) return names;
  for (const auto& piece : alternatives_of(whole))
    if (auto name = find_name(piece); name && std::ranges::find(names, *name) == names.end())
      names.push_back(std::move(*name));
  return names;
}

std::string employer_of(std::string_view field) {
  const auto whole = without_legal_parts(folded(field));
  if (names_nobody(whole)) return "";
  std::vector<std::string> words;
  for (const auto& part : split_parts(whole))
    if (!is_one_of(part, legal_words) &&
        std::ranges::any_of(part, [](char32_t c) { return text::is_word_character(c); }))
      words.push_back(text::to_utf8(part));
  return joined(words);
}

}  // namespace normalise
