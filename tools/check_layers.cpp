// Judges src/ by src/layers.txt and the other rules of the house (layer_rules.h).
// usage: check_layers REPOSITORY       exit: 0 in order, 1 rules broken, 2 wrong use
#include <filesystem>
#include <iostream>

#include "layer_rules.h"
#include "source_files.h"

int main(int count, char** arguments) {
  if (count != 2 ||
      !std::filesystem::exists(std::filesystem::path(arguments[1]) / "src/layers.txt")) {
    std::cerr << "usage: check_layers REPOSITORY (a folder that holds src/layers.txt)\n";
    return 2;
  }
  const std::filesystem::path repository = arguments[1];
  const auto sources = tools::sources_below(repository);
  const auto findings = tools::judge(sources, tools::text_of(repository / "src/layers.txt"));
  for (const auto& finding : findings)
    std::cerr << finding.path << ":" << finding.line << ": " << finding.rule
              << "\n    mend: " << finding.mend << "\n";
  if (!findings.empty()) {
    std::cerr << "layers: " << findings.size() << " broken rules in " << sources.size()
              << " files\n";
    return 1;
  }
  std::cout << "layers: " << sources.size() << " files in order\n";
  return 0;
}
