#include "problem_rules.h"

#include <set>
#include <utility>

#include "problem_sentences.h"

namespace tools {

std::vector<Finding> judge_problems(const std::vector<SourceFile>& files,
                                    const ProblemTable& table) {
  auto spoken = problem_sentences(files);
  auto findings = std::move(spoken.unreadable);
  std::set<std::string, std::less<>> said;
  for (const auto& sentence : spoken.sentences) {
    said.insert(sentence.text);
    if (!table.sentences.contains(sentence.text) && !table.words.contains(sentence.text))
      findings.push_back({sentence.path, sentence.line,
                          "\"" + sentence.text + "\" has no Japanese text",
                          "add it to the sentences of data/problems.ja.json"});
  }
  for (const auto& [english, japanese] : table.sentences)
    if (!said.contains(english))
      findings.push_back({"data/problems.ja.json", 1, "nothing says \"" + english + "\"",
                          "take it out, or move it to the words"});
  return findings;
}

}  // namespace tools
