#include "problem_table.h"

#include <cstddef>
#include <stdexcept>

#include <nlohmann/json.hpp>

namespace tools {
namespace {

[[nodiscard]] std::size_t count_of(std::string_view part, std::string_view text) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string_view::npos;
       at = text.find(part, at + part.size()))
    ++count;
  return count;
}

void check_places(const std::string& english, const std::string& japanese) {
  const auto places = count_of("{}", english);
  const auto refuse = [&](const std::string& reason) {
    throw std::runtime_error("data/problems.ja.json: \"" + english + "\": " + reason);
  };
  if (english.empty() || japanese.empty()) refuse("a text is empty");
  if (english == "{}") refuse("a text is more than a place");
  if (count_of("{}", japanese) != 0) refuse("places of the Japanese are numbered: {0}, {1}");
  for (std::size_t place = 0; place < places; ++place) {
    const auto number = std::to_string(place);
    const auto uses =
        count_of("{" + number + "}", japanese) + count_of("{" + number + ":text}", japanese);
    if (uses != 1) refuse("the Japanese uses {" + number + "} exactly once");
  }
  if (count_of("{" + std::to_string(places), japanese) != 0)
    refuse("the Japanese has a place that the English has not");
}

[[nodiscard]] ProblemTable::Texts texts_of(const nlohmann::json& object) {
  ProblemTable::Texts texts;
  for (const auto& [english, japanese] : object.items()) {
    texts.emplace(english, japanese.get<std::string>());
    check_places(english, texts.at(english));
  }
  return texts;
}

}  // namespace

ProblemTable parse_problem_table(std::string_view json) {
  try {
    const auto document = nlohmann::json::parse(json);
    ProblemTable table{texts_of(document.at("sentences")), texts_of(document.at("words"))};
    for (const auto& [english, japanese] : table.words)
      if (table.sentences.contains(english))
        throw std::runtime_error("data/problems.ja.json: \"" + english + "\": stands twice");
    return table;
  } catch (const nlohmann::json::exception& trouble) {
    throw std::runtime_error(std::string("data/problems.ja.json: ") + trouble.what());
  }
}

}  // namespace tools
