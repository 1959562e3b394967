// Carries files inside the program: writes OUT.cpp and OUT.blob, touching them only when their
// content changes, so that a build that has nothing to do does nothing.
// usage: embed web|migrations|problems|concepts|shipped REPOSITORY OUT      exit: 0 done, 1
// refused, 2 wrong use
#include <algorithm>
#include <array>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "embed_table.h"
#include "problem_table.h"
#include "yaml_to_json.h"

namespace {

namespace files = std::filesystem;
using tools::InputFile;

[[nodiscard]] std::string bytes_of(const files::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// All files below `folder` whose name ends in one of `endings` (none given: every file), named
/// by `prefix` and their path within it. An absent folder has no files.
template <std::size_t Count>
[[nodiscard]] std::vector<InputFile> files_below(const files::path& folder,
                                                 const std::array<std::string_view, Count>& endings,
                                                 const std::string& prefix = "") {
  std::vector<InputFile> found;
  if (!files::is_directory(folder)) return found;
  for (const auto& entry : files::recursive_directory_iterator(folder)) {
    const auto name = files::relative(entry.path(), folder).generic_string();
    const bool is_wanted =
        Count == 0 || std::ranges::any_of(endings, [&](auto end) { return name.ends_with(end); });
    if (entry.is_regular_file() && is_wanted)
      found.push_back({prefix + name, bytes_of(entry.path())});
  }
  return found;
}

/// The tables of data/ (but the corpus, which only tests read, and the words of problems, which
/// and ideas, which are carried apart), the schemas and the interface, as JSON.
[[nodiscard]] std::vector<InputFile> shipped_files(const files::path& repository) {
  constexpr std::array<std::string_view, 4> tables{".json", ".tsv", ".csv", ".scenario"};
  auto found = files_below(repository / "data", tables);
  std::erase_if(found, [](const auto& file) {
    return file.path.starts_with("corpus/") || file.path == "problems.ja.json" ||
           file.path == "concepts.tsv";
  });
  for (auto& schema : files_below(repository / "docs/schemas",
                                  std::array<std::string_view, 1>{".json"}, "schemas/"))
    found.push_back(std::move(schema));
  if (const auto path = repository / "docs/openapi.yaml"; files::exists(path))
    found.push_back({"openapi.json", tools::yaml_to_json(bytes_of(path))});
  return found;
}

[[nodiscard]] tools::Embedded embedded(const std::string& what, const files::path& repository,
                                       const std::string& blob_path) {
  if (what == "web")
    return tools::embed_web(files_below(repository / "web/dist", std::array<std::string_view, 0>{}),
                            blob_path);
  if (what == "migrations")
    return tools::embed_migrations(
        files_below(repository / "migrations", std::array<std::string_view, 1>{".sql"}), blob_path);
  if (what == "problems")
    return tools::embed_problems(
        tools::parse_problem_table(bytes_of(repository / "data/problems.ja.json")), blob_path);
  if (what == "concepts")
    return tools::embed_concepts(bytes_of(repository / "data/concepts.tsv"), blob_path);
  return tools::embed_shipped(shipped_files(repository), blob_path);
}

void write_if_changed(const files::path& path, const std::string& bytes) {
  if (files::exists(path) && bytes_of(path) == bytes) return;
  std::ofstream stream(path, std::ios::binary | std::ios::trunc);
  stream << bytes;
  if (!stream.flush()) throw std::runtime_error("cannot write " + path.string());
}

}  // namespace

int main(int count, char** arguments) {
  const std::string what = count == 4 ? arguments[1] : "";
  constexpr std::array<std::string_view, 5> known{"web", "migrations", "problems", "concepts",
                                                  "shipped"};
  if (std::ranges::find(known, what) == known.end()) {
    std::cerr << "usage: embed web|migrations|problems|concepts|shipped REPOSITORY OUT\n";
    return 2;
  }
  try {
    const std::string out = arguments[3];
    const auto result = embedded(what, arguments[2], out + ".blob");
    write_if_changed(out + ".blob", result.blob);
    write_if_changed(out + ".cpp", result.source);
    return 0;
  } catch (const std::exception& trouble) {
    std::cerr << trouble.what() << "\n";
    return 1;
  }
}
