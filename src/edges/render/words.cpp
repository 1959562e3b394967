#include "edges/render/words.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "edges/render/phrase_table.h"

namespace render {
namespace {

using model::Bilingual;

Bilingual same_in_both(std::string_view text) {
  return {std::string(text), std::string(text)};
}

/// "{i1+}" without its braces, taken apart.
struct Placeholder {
  char kind = ' ';  ///< ' ' as it is, i, s, t, r
  std::size_t index = 0;
  bool with_rest = false;
};

std::optional<Placeholder> parse_placeholder(std::string_view text) {
  Placeholder result;
  if (!text.empty() && std::string_view("istr").contains(text.front())) {
    result.kind = text.front();
    text.remove_prefix(1);
  }
  if (text.ends_with('+')) {
    result.with_rest = true;
    text.remove_suffix(1);
  }
  if (text.size() != 1 || text[0] < '0' || text[0] > '9') return std::nullopt;
  result.index = static_cast<std::size_t>(text[0] - '0');
  return result;
}

Bilingual value_of(char kind, std::string_view word, const Names& names) {
  switch (kind) {
    case 'i':
      return names.of(word);
    case 's':
      return words_of("stage." + std::string(word));
    case 't':
      return words_of("tick." + std::string(word));
    case 'r':
      return words_of("request." + std::string(word));
    default:
      return same_in_both(word);
  }
}

/// A parameter may be a list: "AP1 AP3". Only lists of ids and codes are taken apart.
std::string value_in(Locale locale, char kind, std::string_view parameter, const Names& names) {
  if (kind == ' ') return std::string(parameter);
  std::string result;
  for (std::size_t from = 0; from < parameter.size();) {
    const auto to = std::min(parameter.find_first_of(", ", from), parameter.size());
    if (to > from) {
      if (!result.empty()) result += locale == Locale::ja ? "、" : ", ";
      result += pick(value_of(kind, parameter.substr(from, to - from), names), locale);
    }
    from = to + 1;
  }
  return result;
}

std::string fill(std::string_view pattern, Locale locale, std::span<const std::string> parameters,
                 const Names& names) {
  std::string result;
  for (std::size_t at = 0; at < pattern.size();) {
    const auto close = pattern[at] == '{' ? pattern.find('}', at) : std::string_view::npos;
    const auto placeholder = close == std::string_view::npos
                                 ? std::nullopt
                                 : parse_placeholder(pattern.substr(at + 1, close - at - 1));
    if (!placeholder) {
      result += pattern[at++];
      continue;
    }
    const auto last = placeholder->with_rest ? parameters.size() : placeholder->index + 1;
    for (auto index = placeholder->index; index < last && index < parameters.size(); ++index) {
      if (index > placeholder->index) result += locale == Locale::ja ? "、" : ", ";
      result += value_in(locale, placeholder->kind, parameters[index], names);
    }
    at = close + 1;
  }
  return result;
}

}  // namespace

Names::Names(const model::IndicatorTable& table, std::span<const model::Technology> technologies) {
  for (const auto& indicator : table.indicators)
    names_.emplace(indicator.id, indicator.name);
  for (const auto& counter : table.counters)
    names_.emplace(counter.id, counter.name);
  for (const auto& playbook : table.playbooks)
    names_.emplace(playbook.id, playbook.name);
  for (const auto& technology : technologies)
    names_.emplace(technology.code, technology.name);
}

Bilingual Names::of(std::string_view id) const {
  const auto found = names_.find(id);
  if (found == names_.end()) return same_in_both(id);
  return {fmt::format("{}（{}）", found->second.ja, id),
          fmt::format("{} ({})", found->second.en, id)};
}

Bilingual words_of(std::string_view code, std::span<const std::string> parameters,
                   const Names& names) {
  const auto* row = find_phrase(code);
  if (row == nullptr) return same_in_both(code);
  return {fill(row->ja, Locale::ja, parameters, names),
          fill(row->en, Locale::en, parameters, names)};
}

Bilingual reason_words(const model::Reason& reason, const Names& names) {
  // Codes of links whose first parameter chooses the sentence: "name_same.whole".
  if (!reason.parameters.empty()) {
    const auto exact = reason.code + "." + reason.parameters.front();
    if (find_phrase(exact) != nullptr) return words_of(exact, reason.parameters, names);
  }
  return words_of(reason.code, reason.parameters, names);
}

Bilingual reason_line(const model::Reason& reason, const Names& names, Unit unit) {
  auto words = reason_words(reason, names);
  if (reason.effect == 0) return words;
  const auto number = unit == Unit::bits ? fmt::format("{:+.1f}", reason.effect)
                                         : fmt::format("{:+g}", reason.effect);
  words.ja += fmt::format("（{}{}）", number, unit == Unit::bits ? "ビット" : "点");
  words.en += fmt::format(" ({}{})", number, unit == Unit::bits ? " bits" : "");
  return words;
}

std::vector<std::string> advice_words(std::span<const std::string> codes, Locale locale) {
  std::vector<std::string> sentences;
  for (const auto& code : codes)
    sentences.push_back(pick(words_of(code), locale));
  return sentences;
}

}  // namespace render
