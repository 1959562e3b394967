#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// The labelled narratives of data/corpus (see docs/CORPUS.md), for measuring and training.
namespace reading {

struct Labelled {
  std::string id, hand, language, text, kind, stage;
  bool is_hostile = false;
  std::vector<std::string> indicators, counters;
  bool is_scored() const { return kind == "contact" || kind == "threat"; }
};

/// A keyed hash: the same for ever, and bound to nothing that a label says.
[[nodiscard]] std::uint64_t hash_of(std::string_view words);

/// The half a text belongs to, by a keyed hash of its id: fixed for ever, so that a text that
/// was once looked at while patterns were written never proves anything.
[[nodiscard]] bool is_of_prove_half(const std::string& id);

/// All texts of the .jsonl files of a folder, or of one file, by id. Ends the program with a
/// message on a line that it cannot read.
[[nodiscard]] std::vector<Labelled> load_corpus(const std::string& folder);

}  // namespace reading
