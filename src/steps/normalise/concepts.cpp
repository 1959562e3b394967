#include "steps/normalise/concepts.h"

#include <algorithm>

#include "ground/base/ensure.h"

namespace normalise {
namespace {

/// Up to the next `mark`, which is taken off too.
std::string_view take_until(std::string_view& rest, char mark) {
  const auto end = std::min(rest.find(mark), rest.size());
  const auto piece = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return piece;
}

std::vector<std::string_view> split(std::string_view list) {
  std::vector<std::string_view> words;
  while (!list.empty())
    if (const auto word = take_until(list, ';'); !word.empty()) words.push_back(word);
  return words;
}

bool is_whole(const Concept& idea) {
  return !idea.id.empty() && idea.grade >= '1' && idea.grade <= '3' && !idea.english.empty() &&
         !idea.japanese.empty();
}

}  // namespace

std::vector<Concept> parse_concepts(std::string_view table) {
  std::vector<Concept> ideas;
  while (!table.empty()) {
    auto line = take_until(table, '\n');
    Concept idea;
    idea.id = take_until(line, '\t');
    const auto grade = take_until(line, '\t');
    idea.grade = grade.size() == 1 ? grade.front() : ' ';
    idea.english = split(take_until(line, '\t'));
    idea.japanese = split(line);
    if (!is_whole(idea)) return {};
    ideas.push_back(std::move(idea));
  }
  return ideas;
}

std::span<const Concept> concepts() {
  static const auto table = [] {
    auto ideas = parse_concepts(concept_table());
    base::ensure(!ideas.empty(), "the shipped table of concepts can be read");
    return ideas;
  }();
  return table;
}

}  // namespace normalise
