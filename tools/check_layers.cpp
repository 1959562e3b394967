// Judges src/ by src/layers.txt and the other rules of the house (layer_rules.h).
// usage: check_layers REPOSITORY       exit: 0 in order, 1 rules broken, 2 wrong use
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "layer_rules.h"

namespace {

namespace files = std::filesystem;

[[nodiscard]] std::string text_of(const files::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

[[nodiscard]] std::vector<tools::SourceFile> sources_below(const files::path& repository) {
  std::vector<tools::SourceFile> sources;
  for (const auto& entry : files::recursive_directory_iterator(repository / "src")) {
    const auto extension = entry.path().extension();
    if (entry.is_regular_file() && (extension == ".h" || extension == ".cpp"))
      sources.push_back(
          {files::relative(entry.path(), repository).generic_string(), text_of(entry.path())});
  }
  std::ranges::sort(sources, {}, &tools::SourceFile::path);
  return sources;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2 || !files::exists(files::path(arguments[1]) / "src/layers.txt")) {
    std::cerr << "usage: check_layers REPOSITORY (a folder that holds src/layers.txt)\n";
    return 2;
  }
  const files::path repository = arguments[1];
  const auto sources = sources_below(repository);
  const auto findings = tools::judge(sources, text_of(repository / "src/layers.txt"));
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
