#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "ground/model/watch.h"
#include "steps/normalise/han_table.h"
#include "steps/resolve/screen_evidence.h"
#include "work/engine/field_sketch.h"
#include "work/engine/key_table.h"
#include "work/engine/name_matcher.h"
#include "work/engine/watch_keys.h"

namespace engine {

/// What is known of names, for screening. All of it must outlive the index; nullptr where absent:
/// without the knowledge files kanji meet only kanji.
struct ScreenKnowledge {
  const NameMatcher* matcher = nullptr;
  const text::TableFile* jmnedict = nullptr;
  const text::TableFile* unihan = nullptr;
};

/// A name of a watch list made comparable.
struct WatchedName {
  struct Word {
    std::string text;
    std::uint32_t sound = 0, root = 0;
    normalise::WordRole role = normalise::WordRole::any;
  };
  std::string written;
  normalise::Writing writing = normalise::Writing::latin;
  std::vector<Word> words;
};

/// A watched party made comparable, as normalise::ScreenRow.
struct ComparableParty {
  std::vector<WatchedName> names;
  std::vector<std::uint32_t> births;
  std::vector<std::string> phones, emails, accounts, employers, cities, postcodes;
  std::uint32_t writings = 0;  ///< of the names, bit_of each
};

/// A bit for each writing.
[[nodiscard]] constexpr std::uint32_t bit_of(normalise::Writing writing) {
  return 1U << static_cast<unsigned>(writing);
}

/// A watch list compiled into keys. Read by any number of threads. Memory: about 3 KB a party, and
/// 1 MB for the table of kanji.
class WatchIndex {
 public:
  WatchIndex(std::vector<model::WatchedParty> parties, const ScreenKnowledge& knowledge);

  [[nodiscard]] const std::vector<model::WatchedParty>& parties() const { return parties_; }
  [[nodiscard]] const ComparableParty& comparable(std::uint32_t party) const {
    return comparable_[party];
  }
  [[nodiscard]] const PartySketches& sketches() const { return sketches_; }
  [[nodiscard]] const KeyTable& keys() const { return keys_; }
  [[nodiscard]] const normalise::HanTable& han() const { return *han_; }
  [[nodiscard]] const NameMatcher* matcher() const { return knowledge_.matcher; }

 private:
  void add_party(std::uint32_t number);
  void add_forms(std::vector<std::pair<std::string, std::uint32_t>> readings);

  ScreenKnowledge knowledge_;
  std::vector<model::WatchedParty> parties_;
  std::vector<ComparableParty> comparable_;
  PartySketches sketches_;
  std::unique_ptr<normalise::HanTable> han_;
  KeyTable keys_;
  std::vector<std::pair<std::string, std::uint32_t>> readings_;  // of names, until add_forms
};

/// Legal forms, signs and letter case taken off an employer.
[[nodiscard]] std::string comparable_employer(std::string_view written);

}  // namespace engine
