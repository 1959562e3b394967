#include "source_files.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace tools {

namespace files = std::filesystem;

std::string text_of(const files::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<SourceFile> sources_below(const files::path& repository) {
  std::vector<SourceFile> sources;
  for (const auto& entry : files::recursive_directory_iterator(repository / "src")) {
    const auto extension = entry.path().extension();
    if (entry.is_regular_file() && (extension == ".h" || extension == ".cpp"))
      sources.push_back(
          {files::relative(entry.path(), repository).generic_string(), text_of(entry.path())});
  }
  std::ranges::sort(sources, {}, &SourceFile::path);
  return sources;
}

}  // namespace tools
