// Trains the learned layer of the reader and writes its table.
// usage: train_reading REPOSITORY OUT.tsv        from all of data/corpus
// Every text teaches the shipped table; what it is worth on texts that it has not seen is told by
// bench/reading.cpp, which trains again without them.
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "edges/codec/tables_json.h"
#include "edges/codec/word_weights.h"
#include "reading/trials.h"

namespace {

std::string load(const std::string& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) {
    std::cerr << "usage: train_reading REPOSITORY OUT.tsv\n";
    return 2;
  }
  const std::string repository = words[1];
  const auto table = codec::parse_indicator_table(load(repository + "/data/indicators.json"));
  if (!table) {
    std::cerr << table.error().text() << '\n';
    return 2;
  }
  const auto texts = reading::load_corpus(repository + "/data/corpus");
  std::ofstream out(words[2]);
  out << codec::encode_word_weights(
      reading::trained(texts, *table, [](const auto&) { return true; }));
  return out.flush() ? 0 : 3;
}
