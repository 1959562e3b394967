#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "steps/normalise/screen_row.h"
#include "work/engine/field_comparer.h"
#include "work/engine/watch_index.h"
#include "work/engine/watched_sounds.h"

namespace engine {

/// A row that stands beside a watched party.
struct ScreenedPair {
  std::uint32_t party = 0;
  float bits = 0;
  bool is_name_only = false;
  std::vector<model::ScreenEvidence> evidence;
};

/// Screens rows one by one: candidates by keys, then bits. One a thread; the index is shared.
class Screener {
 public:
  /// `wants_names`: whether rows that agree in nothing but a name in other letters are sought as
  /// well, which costs more than all the rest.
  Screener(const WatchIndex& index, bool wants_names);

  /// Appends every party that the row may be about, and those it shares nothing but the name with,
  /// marked so. In order of the parties.
  void screen(const normalise::ScreenRow& row, std::vector<ScreenedPair>& out);

 private:
  /// A party that a key of the row led to.
  struct Candidate {
    std::uint32_t row = 0;   ///< number of the row that set the rest
    std::uint8_t words = 0;  ///< of the row's name that were met by a key, a bit each
    bool has_contact = false, has_birth = false;

    [[nodiscard]] bool has_whole_name() const { return (words & (words - 1)) != 0; }
  };
  struct BestName {
    resolve::ScreenNameLikeness likeness;
    std::size_t watched = 0, found = 0;
  };

  [[nodiscard]] Candidate& candidate(std::uint32_t party);
  template <class Note>
  void add(std::uint64_t key, Note note);
  void find_candidates(const normalise::ScreenRow& row);
  void keep_likely();
  void judge(std::uint32_t party, const normalise::ScreenRow& row, std::vector<ScreenedPair>& out);
  [[nodiscard]] BestName compare_names(std::uint32_t party, const normalise::ScreenRow& row,
                                       std::optional<float> sounds_cutoff);
  [[nodiscard]] resolve::ScreenNameLikeness compare_written(const WatchedName& watched,
                                                            const normalise::ScreenRow& row,
                                                            const normalise::ScreenRow::Name& found,
                                                            std::optional<float> sounds_cutoff);
  [[nodiscard]] std::vector<model::ScreenEvidence> evidence_of(
      std::uint32_t number, const normalise::ScreenRow& row, const FieldComparer::ByField& by_field,
      const BestName& name) const;

  const WatchIndex& index_;
  bool wants_names_;
  std::optional<WatchedSounds> other_letters_;  ///< none without a matcher
  FieldComparer fields_;
  std::vector<NameKey> keys_;
  std::vector<Candidate> candidates_;   // one a party
  std::vector<std::uint32_t> parties_;  // those that the row met
  std::uint32_t row_ = 0;
  std::vector<resolve::ScreenNameWord> watched_words_, found_words_;
};

}  // namespace engine
