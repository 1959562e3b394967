#include "steps/resolve/sound_profile.h"

#include <algorithm>
#include <cstring>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace resolve {
namespace {

constexpr int doubled_letter = LetterTable::doubled_letter, strange_swap = 80;
// A cell holds what is left of `budget`, so that 0 is worse than any way there is: a letter costs
// at most 254, and a grid has 63 of them.
constexpr int budget = 20'000, never = 8000;

using Lanes = SoundProfile::Lanes;

[[gnu::always_inline]] inline Lanes all(int value) {
  return Lanes{} + static_cast<std::int16_t>(value);
}

[[gnu::always_inline]] inline Lanes higher(Lanes one, Lanes other) {
  return one > other ? one : other;
}

/// The lanes so many columns further, after those of the vector before.
template <int columns>
[[gnu::always_inline]] inline Lanes moved(Lanes before, Lanes here) {
#ifdef __SSE2__
  // g++ 12 would take the vectors apart.
  return reinterpret_cast<Lanes>(
      _mm_or_si128(_mm_slli_si128(reinterpret_cast<__m128i>(here), 2 * columns),
                   _mm_srli_si128(reinterpret_cast<__m128i>(before), 16 - 2 * columns)));
#else
  return __builtin_shufflevector(before, here, 8 - columns, 9 - columns, 10 - columns, 11 - columns,
                                 12 - columns, 13 - columns, 14 - columns, 15 - columns);
#endif
}

[[gnu::always_inline]] inline Lanes last_of(Lanes here) {
  return __builtin_shufflevector(here, here, 7, 7, 7, 7, 7, 7, 7, 7);
}

[[gnu::always_inline]] inline Lanes lanes_at(const std::int16_t* from) {
  Lanes out;
  std::memcpy(&out, from, sizeof out);
  return out;
}

[[gnu::always_inline]] inline void keep_at(std::int16_t* to, Lanes lanes) {
  std::memcpy(to, &lanes, sizeof lanes);
}

template <std::size_t vectors>
using Row = SoundProfile::Row<vectors>;

/// Ways from cells so many columns before, at these costs.
template <int columns, std::size_t vectors>
[[gnu::always_inline]] inline void raise_from(Row<vectors>& cells, const std::int16_t* from,
                                              const std::int16_t* costs) {
  Lanes before{};
  for (std::size_t at = 0; at < vectors; ++at) {
    const Lanes here = lanes_at(from + 8 * at);
    cells[at] = higher(cells[at], moved<columns>(before, here) - lanes_at(costs + 8 * at));
    before = here;
  }
}

template <std::size_t vectors>
[[gnu::always_inline]] inline void lower_to(Row<vectors>& costs, const std::int16_t* others) {
  for (std::size_t at = 0; at < vectors; ++at)
    costs[at] = -higher(-costs[at], -lanes_at(others + 8 * at));
}

/// Adds letters of the columns alone: the best of what each cell to the left leaves. `added` is
/// what the columns up to each cost.
template <std::size_t vectors>
[[gnu::always_inline]] inline void add_letters(Row<vectors>& cells, const std::int16_t* added) {
  const Lanes nothing{};
  Lanes so_far{};
  for (std::size_t at = 0; at < vectors; ++at) {
    const Lanes costs = lanes_at(added + 8 * at);
    Lanes here = cells[at] + costs;
    here = higher(here, moved<1>(nothing, here));
    here = higher(here, moved<2>(nothing, here));
    here = higher(here, moved<4>(nothing, here));
    here = higher(here, so_far);
    so_far = last_of(here);
    cells[at] = here - costs;
  }
}

template <std::size_t vectors>
[[gnu::always_inline]] inline int sum_of(const Row<vectors>& row) {
  Lanes sum = row[0];
  for (std::size_t at = 1; at < vectors; ++at)
    sum += row[at];
  sum += __builtin_shufflevector(sum, sum, 4, 5, 6, 7, 0, 1, 2, 3);
  sum += __builtin_shufflevector(sum, sum, 2, 3, 0, 1, 6, 7, 4, 5);
  return sum[0] + sum[1];
}

}  // namespace

bool SoundProfile::is_of(std::span<const std::uint8_t> columns, const LetterTable& table) const {
  return table_identity_ == table.identity() && count_ == columns.size() &&
         std::memcmp(columns.data(), letters_.data() + 1, count_) == 0;
}

bool SoundProfile::make(std::span<const std::uint8_t> columns, const LetterTable& table) {
  table_identity_ = 0;
  if (columns.size() > columns_max || table.drops_units()) return false;
  table_ = &table;
  count_ = columns.size();
  vectors_ = count_ / lanes + 1;
  known_ = unit_ends_ = there_ = 0;
  rows_ = 0;
  letters_.fill(255);
  std::ranges::copy(columns, letters_.begin() + 1);
  unit_places_.assign(std::max<std::size_t>(1, table.left_count()), 0);
  units_.clear();
  int sum = 0;
  for (std::size_t column = 1; column < vectors_ * lanes; ++column) {
    int added = 0;
    if (column <= count_) {
      const auto letter = letters_[column];
      // The bound below takes a swap for two letters that are the same.
      if (table.is_same_alphabet() && table.single(letter, letter) > strange_swap / 2) return false;
      there_ |= std::uint64_t{1} << letter;
      added = table.added(letter);
      if (letter == letters_[column - 1]) added = std::min(added, doubled_letter);
      add_units(columns, column);
    }
    sum += added;
    added_[column] = static_cast<std::int16_t>(sum);
    added_twice_[column] = static_cast<std::int16_t>(2 * added);
  }
  for (std::size_t at = 0; at < vectors_ * lanes; ++at)
    cells_[at] = static_cast<std::int16_t>(budget - added_[at]);
  table_identity_ = table.identity();
  return true;
}

void SoundProfile::add_units(std::span<const std::uint8_t> columns, std::size_t column) {
  const auto ending = table_->right_ending(columns, column);
  for (std::size_t length = 1; length <= ending.size(); ++length) {
    if (ending[length - 1] == 0) continue;
    for (const auto& partner : table_->partners_of(ending[length - 1])) {
      auto& place = unit_places_[partner.left];
      if (place == 0) {
        auto& unit = units_.emplace_back();
        std::fill_n(unit.shares.begin(), vectors_ * lanes, std::int16_t{never});
        place = static_cast<std::uint16_t>(units_.size());
        unit_ends_ |= std::uint64_t{1} << partner.left_end;
      }
      auto& unit = units_[place - std::size_t{1}];
      auto& costs = unit.costs[length - 1];
      if (!unit.is_there[length - 1])
        std::fill_n(costs.begin(), vectors_ * lanes, std::int16_t{never});
      unit.is_there[length - 1] = true;
      unit.least = std::min<std::int16_t>(unit.least, partner.cost);
      costs[column] = partner.cost;
      for (std::size_t back = 0; back < length; ++back) {
        auto& share = unit.shares[column - back];
        share = std::min(share, static_cast<std::int16_t>(partner.cost / length));
      }
    }
  }
}

template <std::size_t vectors>
const std::int16_t* SoundProfile::singles(std::uint8_t letter) {
  auto* out = singles_.data() + letter * vectors * lanes;
  if ((known_ >> letter & 1U) != 0) return out;
  known_ |= std::uint64_t{1} << letter;
  const auto* costs = table_->singles_of(letter);
  for (std::size_t at = 0; at < vectors; ++at)
    keep_at(out + at * lanes, all(never));
  int least = 2 * table_->dropped(letter);
  for (std::size_t column = 1; column <= count_; ++column) {
    const auto cost = costs[letters_[column]];
    least = std::min<int>(least, cost);
    out[column] = cost;
  }
  least_[letter] = static_cast<std::int16_t>(least);
  return out;
}

/// Twice what a way costs at least: where letters become others, half of the cost is shared by
/// those of the row and half by those of the columns, each of which costs at least what the likest
/// there leaves of it, or that it is dropped or added.
template <std::size_t vectors>
int SoundProfile::least_twice(std::span<const std::uint8_t> word) {
  Row<vectors> columns;
  for (std::size_t at = 0; at < vectors; ++at)
    columns[at] = lanes_at(added_twice_.data() + at * lanes);
  std::array<std::int16_t, aligned_max> letters;  // NOLINT: filled below
  std::uint8_t before = 255;
  for (std::size_t at = 0; at < word.size(); ++at) {
    const auto letter = word[at];
    lower_to<vectors>(columns, singles<vectors>(letter));
    letters[at] = least_[letter];
    if (letter == before) letters[at] = std::min<std::int16_t>(letters[at], 2 * doubled_letter);
    before = letter;
    if ((unit_ends_ >> letter & 1U) == 0) continue;
    const auto numbers = table_->left_ending(word, at + 1);
    for (std::size_t length = 1; length <= numbers.size(); ++length) {
      const auto place = unit_places_[numbers[length - 1]];
      if (place == 0) continue;
      const auto& unit = units_[place - std::size_t{1}];
      lower_to<vectors>(columns, unit.shares.data());
      const auto share = static_cast<std::int16_t>(unit.least / static_cast<int>(length));
      for (std::size_t back = 0; back < length; ++back)
        letters[at - back] = std::min(letters[at - back], share);
    }
  }
  int sum = sum_of<vectors>(columns);
  for (std::size_t at = 0; at < word.size(); ++at)
    sum += letters[at];
  return sum;
}

/// Units of more letters than one on either side.
template <std::size_t vectors>
void SoundProfile::by_units(std::span<const std::uint8_t> word, std::size_t row,
                            Row<vectors>& cells) const {
  const auto numbers = table_->left_ending(word, row);
  for (std::size_t length = 1; length <= numbers.size(); ++length) {
    const auto place = unit_places_[numbers[length - 1]];
    if (place == 0) continue;
    const auto& unit = units_[place - std::size_t{1}];
    const auto* from = cells_.data() + (row - length) * vectors * lanes;
    if (unit.is_there[0]) raise_from<1, vectors>(cells, from, unit.costs[0].data());
    if (unit.is_there[1]) raise_from<2, vectors>(cells, from, unit.costs[1].data());
    if (unit.is_there[2]) raise_from<3, vectors>(cells, from, unit.costs[2].data());
  }
}

/// Two letters that changed places, where both words are of one alphabet. `from`: two rows above.
void SoundProfile::by_swap(std::uint8_t first, std::uint8_t last, const std::int16_t* from,
                           std::int16_t* cells) const {
  for (std::size_t column = 2; column <= count_; ++column)
    if (letters_[column] == first && letters_[column - 1] == last)
      cells[column] =
          std::max(cells[column], static_cast<std::int16_t>(from[column - 2] - strange_swap));
}

template <std::size_t vectors>
int SoundProfile::rows(std::span<const std::uint8_t> word, std::size_t from) {
  constexpr std::size_t width = vectors * lanes;
  auto* above = cells_.data() + from * width;
  std::uint8_t before = from == 0 ? std::uint8_t{255} : word[from - 1];
  const auto swapped = table_->is_same_alphabet() ? there_ : 0;
  for (std::size_t row = from + 1; row <= word.size(); ++row) {
    const auto letter = word[row - 1];
    const int dropped = table_->dropped(letter);
    const Lanes cost = all(before == letter ? std::min(dropped, doubled_letter) : dropped);
    auto* cells = above + width;
    Row<vectors> made;
    for (std::size_t at = 0; at < vectors; ++at)
      made[at] = lanes_at(above + at * lanes) - cost;
    raise_from<1, vectors>(made, above, singles<vectors>(letter));
    if ((unit_ends_ >> letter & 1U) != 0) by_units<vectors>(word, row, made);
    if (row > 1 && (swapped >> letter & swapped >> before & 1U) != 0) {
      for (std::size_t at = 0; at < vectors; ++at)
        keep_at(cells + at * lanes, made[at]);
      by_swap(before, letter, above - width, cells);
      for (std::size_t at = 0; at < vectors; ++at)
        made[at] = lanes_at(cells + at * lanes);
    }
    add_letters<vectors>(made, added_.data());
    for (std::size_t at = 0; at < vectors; ++at)
      keep_at(cells + at * lanes, made[at]);
    above = cells;
    before = letter;
  }
  return budget - above[count_];
}

template <std::size_t vectors>
int SoundProfile::cost_by(std::span<const std::uint8_t> word, int limit) {
  if (least_twice<vectors>(word) >= 2 * limit) return limit;
  std::size_t shared = 0;
  const auto most = std::min(rows_, word.size());
  while (shared < most && word_[shared] == word[shared])
    ++shared;
  std::copy(word.begin() + static_cast<std::ptrdiff_t>(shared), word.end(),
            word_.begin() + static_cast<std::ptrdiff_t>(shared));
  rows_ = word.size();
  return std::min(limit, rows<vectors>(word, shared));
}

int SoundProfile::cost(std::span<const std::uint8_t> word, int limit) {
  switch (vectors_) {
    case 1:
      return cost_by<1>(word, limit);
    case 2:
      return cost_by<2>(word, limit);
    default:
      return cost_by<3>(word, limit);
  }
}

int SoundProfiles::cost(std::span<const std::uint8_t> word, std::span<const std::uint8_t> columns,
                        const LetterTable& table, int limit) {
  if (limit <= 0) return limit;
  word = word.first(std::min(word.size(), aligned_max));
  columns = columns.first(std::min(columns.size(), aligned_max));
  std::size_t place = table.identity();
  for (const auto letter : columns)
    place = place * 31 + letter;
  auto& profile = kept_[(place ^ place >> 7U) % kept_max];
  if (!profile.is_of(columns, table) && !profile.make(columns, table))
    return Alignment(columns, table, CostLimit::flat(0)).cost(word, limit);
  return profile.cost(word, limit);
}

}  // namespace resolve
