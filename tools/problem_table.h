#pragma once

#include <map>
#include <string>
#include <string_view>

namespace tools {

/// data/problems.ja.json: Japanese by English. `{}` is a place in the English; `{0}` puts the
/// piece of the first place into the Japanese, `{0:text}` puts it there translated.
struct ProblemTable {
  using Texts = std::map<std::string, std::string, std::less<>>;
  Texts sentences;  ///< each is said by src/
  Texts words;      ///< what goes into places, and sentences of libraries
};

/// Throws std::runtime_error, naming the English text, when the JSON is broken, a text is empty,
/// stands in both lists, is a mere place, or its Japanese does not use each place exactly once.
[[nodiscard]] ProblemTable parse_problem_table(std::string_view json);

}  // namespace tools
