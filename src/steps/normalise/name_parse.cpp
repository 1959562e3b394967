#include "steps/normalise/name_parse.h"

#include <algorithm>
#include <array>
#include <map>

#include "ground/text/unicode.h"
#include "steps/normalise/name_symbols.h"
#include "steps/normalise/name_words.h"
#include "steps/normalise/script.h"

namespace normalise {
namespace {

using model::TokenKind;

bool is_title(const std::u32string& plain, const NameTables& tables) {
  return tables.titles.contains(plain);
}

/// 田中氏, 법란크 씨, Tanaka-san: a title joined to the end of the last word.
void take_glued_title(std::u32string& word, const NameTables& tables) {
  for (std::size_t length = std::min<std::size_t>(5, word.size() - 1); length > 0; --length) {
    const auto tail = plain_word(std::u32string_view(word).substr(word.size() - length));
    const auto found = tables.titles.find(tail);
    if (found == tables.titles.end()) continue;
    const bool has_hyphen = word.size() > length + 1 && word[word.size() - length - 1] == U'-';
    const bool is_latin = script_of(tail.front()) == Script::latin;
    if (is_latin && !has_hyphen) continue;
    if (!is_latin && (found->second != NameTables::TitlePlace::glued || word.size() - length < 2))
      continue;
    word.resize(word.size() - length - (has_hyphen ? 1 : 0));
    return;
  }
}

void take_titles(std::vector<std::u32string>& words, const NameTables& tables) {
  const auto count = words.size();
  std::vector<std::u32string> kept;
  for (const auto& word : words)
    if (!is_title(plain_word(word), tables)) kept.push_back(word);
  if (!kept.empty() && kept.size() < count) words = std::move(kept);
  if (!words.empty()) take_glued_title(words.back(), tables);
}

/// Joins what belongs together (Ki-sop, Gao-zhi) and parts double names (Smith-Jones, al-Din).
/// A word of hyphens alone is no word.
std::vector<std::u32string> split_hyphens(const std::u32string& word, const NameTables& tables) {
  std::vector<std::u32string> parts(1);
  for (const char32_t c : word)
    if (c == U'-')
      parts.emplace_back();
    else
      parts.back() += c;
  std::erase_if(parts, [](const auto& part) { return part.empty(); });
  if (parts.empty()) return {};
  const bool has_particle = std::ranges::any_of(
      parts, [&](const auto& part) { return tables.particles.contains(plain_word(part)); });
  const bool is_short =
      std::ranges::all_of(parts, [](const auto& part) { return part.size() <= 6; });
  if (parts.size() < 2 || (is_short && !has_particle && word.size() <= 13)) {
    std::u32string joined;
    for (const auto& part : parts)
      joined += part;
    return {joined};
  }
  return parts;
}

/// 株式会社日立, (주)한빛: a legal form joined to a name in unspaced script.
void split_glued_forms(std::vector<std::u32string>& words, const NameTables& tables) {
  constexpr std::size_t form_letters_max = 8;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::u32string word = words[at];
    if (script_of(word.front()) == Script::latin && script_of(word.back()) == Script::latin)
      continue;
    for (std::size_t length = std::min(form_letters_max, word.size() - 1); length > 1; --length) {
      const auto head = word.substr(0, length);
      const auto tail = word.substr(word.size() - length);
      if (script_of(head.back()) != Script::latin &&
          tables.legal_forms.contains(plain_word(head))) {
        words[at] = head;
        words.insert(words.begin() + static_cast<std::ptrdiff_t>(at) + 1, word.substr(length));
        break;
      }
      if (script_of(tail.front()) != Script::latin &&
          tables.legal_forms.contains(plain_word(tail))) {
        words[at] = word.substr(0, word.size() - length);
        words.insert(words.begin() + static_cast<std::ptrdiff_t>(at) + 1, tail);
        break;
      }
    }
  }
}

/// The longest legal form that begins here: how many words, and which.
std::pair<std::size_t, std::string> find_legal_form(const std::vector<std::u32string>& words,
                                                    std::size_t from, const NameTables& tables) {
  std::u32string phrase;
  std::pair<std::size_t, std::string> found{0, ""};
  for (std::size_t at = from; at < std::min(words.size(), from + 5); ++at) {
    phrase += (phrase.empty() ? U"" : U" ") + plain_word(words[at]);
    if (const auto form = tables.legal_forms.find(phrase); form != tables.legal_forms.end())
      found = {at - from + 1, form->second};
  }
  return found;
}

TokenKind kind_of(const std::u32string& word, const NameTables& tables) {
  const auto plain = plain_word(word);
  if (tables.particles.contains(plain)) return TokenKind::particle;
  const auto script = script_of(word.front());
  if (plain.size() == 1 && (script == Script::latin || script == Script::cyrillic))
    return TokenKind::initial;
  return TokenKind::word;
}

NameWords words_of(std::vector<std::u32string> raw, const NameTables& tables) {
  NameWords out;
  split_glued_forms(raw, tables);
  for (std::size_t at = 0; at < raw.size();) {
    if (const auto [count, sense] = find_legal_form(raw, at, tables); count > 0) {
      out.is_company = true;
      out.words.push_back({{}, TokenKind::legal, sense});
      at += count;
      continue;
    }
    for (auto& part : split_hyphens(raw[at], tables)) {
      const auto kind = kind_of(part, tables);
      out.words.push_back({std::move(part), kind, ""});
    }
    ++at;
  }
  if (out.words.size() > name_words_max) out.words.resize(name_words_max);
  return out;
}

int script_group(const std::u32string& word) {
  if (const auto alphabet = alphabet_of(word)) return static_cast<int>(*alphabet);
  return is_all(word, Script::han) ? 20 : 21;
}

/// "Ivan Petrov Иван Петров": each script that could be a whole name stands alone.
std::vector<std::vector<std::u32string>> by_script(const std::vector<std::u32string>& words) {
  std::map<int, std::vector<std::u32string>> groups;
  for (const auto& word : words)
    groups[script_group(word)].push_back(word);
  std::vector<std::vector<std::u32string>> whole;
  for (auto& [group, list] : groups) {
    const bool is_unspaced = list.front().size() > 1 && script_group(list.front()) == 20;
    if (list.size() > 1 || is_unspaced) whole.push_back(list);
  }
  if (groups.size() < 2 || whole.size() < 2) return {words};
  return whole;
}

}  // namespace

std::vector<NameWords> parse_name(std::string_view field, const NameTables& tables) {
  const auto text =
      text::without_hidden_controls(text::repaired_utf8(text::cut(field, name_bytes_max)));
  auto words = name_words(folded(text));
  if (words.empty()) return {};
  take_titles(words, tables);
  std::vector<NameWords> out;
  for (auto& group : by_script(words))
    if (auto parsed = words_of(std::move(group), tables); !parsed.words.empty())
      out.push_back(std::move(parsed));
  return out;
}

}  // namespace normalise
