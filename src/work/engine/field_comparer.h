#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "steps/normalise/screen_row.h"
#include "work/engine/field_sketch.h"
#include "work/engine/watch_index.h"

namespace engine {

[[nodiscard]] constexpr std::size_t place_of(model::ScreenField field) {
  return static_cast<std::size_t>(field);
}

[[nodiscard]] inline bool says_more(const resolve::ScreenLikeness& one,
                                    const resolve::ScreenLikeness& other) {
  return other.level == model::ScreenLevel::silent || one.bits > other.bits;
}

/// Compares all fields of a row but its names with watched parties. Logs say the same cities and
/// firms over and over, so what these are in comparable form is remembered. One a thread.
class FieldComparer {
 public:
  using ByField = std::array<resolve::ScreenLikeness, model::screen_field_count>;

  explicit FieldComparer(const WatchIndex& index);

  /// The row must stay as it is until the next one.
  void start(const normalise::ScreenRow& row);

  /// False: what the row shares with the party besides a word of its name is not enough for
  /// anything, whatever the rest of the name. Costs next to nothing.
  [[nodiscard]] bool may_agree(std::uint32_t party);

  /// Fills in every field but the name; silent where a side says nothing.
  void compare(std::uint32_t party, ByField& out);

 private:
  /// A field in comparable form.
  struct Folded {
    std::uint64_t hash = 0;  ///< of what was written
    std::string words;
  };
  using Fold = void (*)(std::string_view, std::string&);
  /// The values of a field of the row. Rooms are kept, so that no row takes memory.
  struct Values {
    std::vector<std::string> rooms;
    std::size_t count = 0;

    [[nodiscard]] std::span<const std::string> all() const { return {rooms.data(), count}; }
  };

  void make_details();
  void make_sketches();
  void fold_all(std::span<const std::string_view> written, std::vector<Folded>& known, Fold fold,
                Values& out) const;
  [[nodiscard]] bool has_good_employer(std::uint32_t party) const;

  const WatchIndex& index_;
  const normalise::ScreenRow* row_ = nullptr;
  bool has_details_ = false, has_sketches_ = false;
  std::uint32_t writings_ = 0;
  Values employers_, cities_, postcodes_;
  FieldSketches sketches_;
  std::vector<Folded> known_employers_, known_cities_, known_postcodes_;
};

/// In what letters a name of a row is: kanji where any word of it has some.
[[nodiscard]] normalise::Writing writing_of(std::span<const normalise::ScreenWord> words);

}  // namespace engine
