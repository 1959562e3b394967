#include "reading/corpus.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace reading {
namespace {

void load_file(const std::filesystem::path& path, std::vector<Labelled>& texts) {
  std::ifstream file(path);
  std::string line;
  while (std::getline(file, line)) {
    const auto json = nlohmann::json::parse(line, nullptr, false);
    if (json.is_discarded()) {
      fmt::print(stderr, "{}: a line is no JSON\n", path.filename().string());
      std::exit(2);
    }
    texts.push_back({json.at("id"), json.value("hand", ""), json.at("lang"), json.at("text"),
                     json.at("kind"), json.at("stage"), json.at("hostile"), json.at("indicators"),
                     json.at("counter")});
  }
}

}  // namespace

std::uint64_t hash_of(std::string_view words) {
  std::uint64_t hash = 0xcbf29ce484222325U;  // FNV-1a, then a finishing mix
  for (const char c : words)
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  hash ^= hash >> 29U;
  hash *= 0xbf58476d1ce4e5b9U;
  return hash ^ hash >> 32U;
}

bool is_of_prove_half(const std::string& id) {
  return (hash_of("kizuki reading corpus 1:" + id) & 1U) != 0;
}

std::vector<Labelled> load_corpus(const std::string& folder) {
  std::vector<std::filesystem::path> files;
  if (std::filesystem::is_directory(folder)) {
    for (const auto& entry : std::filesystem::directory_iterator(folder))
      if (entry.path().extension() == ".jsonl") files.push_back(entry.path());
  } else {
    files.emplace_back(folder);
  }
  std::ranges::sort(files);
  std::vector<Labelled> texts;
  for (const auto& file : files)
    load_file(file, texts);
  std::ranges::sort(texts, {}, &Labelled::id);
  return texts;
}

}  // namespace reading
