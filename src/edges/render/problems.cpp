#include "edges/render/problems.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "edges/render/problem_rows.h"

namespace render {
namespace {

using Pieces = std::vector<std::string_view>;

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  for (auto at = text.find(separator); at != std::string_view::npos; at = text.find(separator)) {
    parts.push_back(text.substr(0, at));
    text.remove_prefix(at + separator.size());
  }
  parts.push_back(text);
  return parts;
}

/// A text with places, cut at them.
struct Pattern {
  std::vector<std::string_view> parts;  ///< one more than there are places
  std::string_view japanese;
  std::size_t letters = 0;  ///< bytes that have to stand as they are

  /// What stood in the places, each piece as short as it can be; nothing where it does not fit.
  [[nodiscard]] std::optional<Pieces> pieces_in(std::string_view text) const {
    if (text.size() < letters || !text.starts_with(parts.front()) || !text.ends_with(parts.back()))
      return std::nullopt;
    text.remove_prefix(parts.front().size());
    text.remove_suffix(parts.back().size());
    Pieces pieces;
    for (std::size_t part = 1; part + 1 < parts.size(); ++part) {
      const auto at = text.find(parts[part]);
      if (at == std::string_view::npos) return std::nullopt;
      pieces.push_back(text.substr(0, at));
      text.remove_prefix(at + parts[part].size());
    }
    pieces.push_back(text);
    return pieces;
  }
};

struct Table {
  std::unordered_map<std::string_view, std::string_view> sentences;
  std::vector<Pattern> patterns;  ///< those with the most letters first
};

Table make_table() {
  Table table;
  for (const auto& row : problem_rows()) {
    auto parts = split(row.english, "{}");
    const auto letters = row.english.size() - 2 * (parts.size() - 1);
    if (parts.size() == 1)
      table.sentences.emplace(row.english, row.japanese);
    else
      table.patterns.push_back({std::move(parts), row.japanese, letters});
  }
  std::ranges::stable_sort(table.patterns, std::ranges::greater{}, &Pattern::letters);
  return table;
}

const Table& table() {
  static const Table made = make_table();
  return made;
}

std::optional<std::string> in_japanese(std::string_view english);

/// A piece that is itself a text, or a list of such texts; else as it stands.
std::string piece_in_japanese(std::string_view piece) {
  if (auto known = in_japanese(piece)) return *known;
  std::string list;
  for (const auto entry : split(piece, ", ")) {
    const auto known = in_japanese(entry);
    if (!known) return std::string(piece);
    if (!list.empty()) list += "、";
    list += *known;
  }
  return list;
}

std::string filled(std::string_view japanese, const Pieces& pieces) {
  constexpr std::string_view translated = ":text";
  std::string text;
  for (std::size_t at = 0; at < japanese.size(); ++at) {
    const auto place = static_cast<std::size_t>(japanese.at(std::min(at + 1, japanese.size() - 1)));
    if (japanese[at] != '{' || place < '0' || place - '0' >= pieces.size()) {
      text += japanese[at];
      continue;
    }
    const auto piece = pieces[place - '0'];
    at += 2;
    const bool is_text = japanese.substr(at).starts_with(translated);
    text += is_text ? piece_in_japanese(piece) : std::string(piece);
    if (is_text) at += translated.size();
  }
  return text;
}

std::optional<std::string> in_japanese(std::string_view english) {
  if (english.empty()) return std::string();
  const auto& known = table();
  if (const auto found = known.sentences.find(english); found != known.sentences.end())
    return std::string(found->second);
  for (const auto& pattern : known.patterns)
    if (const auto pieces = pattern.pieces_in(english)) return filled(pattern.japanese, *pieces);
  return std::nullopt;
}

}  // namespace

std::string translate(std::string_view english, Locale locale) {
  if (locale == Locale::en) return std::string(english);
  return in_japanese(english).value_or(std::string(english));
}

base::Issue translate(base::Issue issue, Locale locale) {
  issue.problem = translate(std::string_view(issue.problem), locale);
  issue.next_step = translate(std::string_view(issue.next_step), locale);
  return issue;
}

base::Error translate(base::Error error, Locale locale) {
  for (auto& issue : error.issues)
    issue = translate(std::move(issue), locale);
  return error;
}

}  // namespace render
