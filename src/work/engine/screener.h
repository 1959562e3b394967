#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "steps/normalise/screen_row.h"
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
  using ByField = std::array<resolve::ScreenLikeness, model::screen_field_count>;
  struct Candidate {
    std::uint32_t party = 0;
    std::uint8_t words = 0;  ///< of the row's name that were met by a key, a bit each
    bool has_contact = false;

    [[nodiscard]] bool has_whole_name() const { return (words & (words - 1)) != 0; }
  };
  /// Fields that few rows need, folded at the first need.
  struct Details {
    bool are_made = false;
    std::vector<std::string> employers, cities, postcodes;
  };
  struct RememberedEmployer {
    std::uint64_t hash = 0;
    std::string words;
  };
  struct BestName {
    resolve::ScreenNameLikeness likeness;
    std::size_t watched = 0, found = 0;
  };

  void add(std::uint64_t key, const Candidate& found);
  void find_candidates(const normalise::ScreenRow& row);
  void join_candidates();
  void judge(const Candidate& candidate, const normalise::ScreenRow& row,
             std::vector<ScreenedPair>& out);
  void compare_fields(const ComparableParty& party, const normalise::ScreenRow& row, ByField& out);
  [[nodiscard]] BestName compare_names(std::uint32_t party, const normalise::ScreenRow& row,
                                       bool may_ask_matcher);
  [[nodiscard]] resolve::ScreenNameLikeness compare_written(const WatchedName& watched,
                                                            const normalise::ScreenRow& row,
                                                            const normalise::ScreenRow::Name& found,
                                                            bool may_ask_matcher);
  void make_details(const normalise::ScreenRow& row);
  [[nodiscard]] const std::string& employer_words(std::string_view written);
  [[nodiscard]] std::vector<model::ScreenEvidence> evidence_of(const Candidate& candidate,
                                                               const normalise::ScreenRow& row,
                                                               const ByField& by_field,
                                                               const BestName& name) const;

  const WatchIndex& index_;
  bool wants_names_;
  WordSounds sounds_;
  std::optional<WatchedSounds> other_letters_;  ///< none without a matcher
  std::vector<NameKey> keys_;
  std::vector<Candidate> candidates_;
  Details details_;
  std::vector<RememberedEmployer> employers_;
  std::vector<resolve::ScreenNameWord> watched_words_, found_words_;
};

}  // namespace engine
