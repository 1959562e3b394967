// Judges whether every problem and next step of src/ can be told in Japanese (problem_rules.h).
// usage: check_problems REPOSITORY     exit: 0 in order, 1 something lacks, 2 wrong use
#include <exception>
#include <filesystem>
#include <iostream>

#include "problem_rules.h"
#include "source_files.h"

int main(int count, char** arguments) {
  if (count != 2 || !std::filesystem::exists(std::filesystem::path(arguments[1]) / "src")) {
    std::cerr << "usage: check_problems REPOSITORY (a folder that holds src/)\n";
    return 2;
  }
  try {
    const std::filesystem::path repository = arguments[1];
    const auto table =
        tools::parse_problem_table(tools::text_of(repository / "data/problems.ja.json"));
    const auto findings = tools::judge_problems(tools::sources_below(repository), table);
    for (const auto& finding : findings)
      std::cerr << finding.path << ":" << finding.line << ": " << finding.rule
                << "\n    mend: " << finding.mend << "\n";
    if (findings.empty())
      std::cout << "problems: " << table.sentences.size() << " sentences in both languages\n";
    return findings.empty() ? 0 : 1;
  } catch (const std::exception& trouble) {
    std::cerr << trouble.what() << "\n";
    return 1;
  }
}
