// Turns JMnedict and Unihan into the knowledge files of the name matcher (docs/NAMES.md).
// usage: build_names ENAMDICT UNIHAN_READINGS UNIHAN_VARIANTS FOLDER      all in UTF-8, unpacked
// Writes FOLDER/names_jmnedict.kzt and FOLDER/names_unihan.kzt. Same input, same bytes.
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "name_sources.h"

namespace {

void write(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream stream(path, std::ios::binary | std::ios::trunc);
  stream << bytes;
  if (!stream.flush()) throw std::runtime_error("cannot write " + path.string());
}

std::ifstream opened(const char* path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) throw std::runtime_error(std::string("cannot open ") + path);
  return stream;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 5) {
    std::cerr << "usage: build_names ENAMDICT UNIHAN_READINGS UNIHAN_VARIANTS FOLDER\n";
    return 2;
  }
  try {
    auto enamdict = opened(arguments[1]);
    auto readings = opened(arguments[2]);
    auto variants = opened(arguments[3]);
    const std::filesystem::path folder = arguments[4];
    std::filesystem::create_directories(folder);
    write(folder / "names_jmnedict.kzt", tools::jmnedict_table(enamdict));
    write(folder / "names_unihan.kzt", tools::unihan_table(readings, variants));
    return 0;
  } catch (const std::exception& trouble) {
    std::cerr << trouble.what() << "\n";
    return 1;
  }
}
