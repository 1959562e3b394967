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

using Lanes [[gnu::vector_size(16)]] = std::int16_t;

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

/// Ways from cells so many columns before, at these costs.
template <int columns, std::size_t count>
[[gnu::always_inline]] inline void raise_from(Lanes* cells, const Lanes* from, const Lanes* costs) {
  Lanes before{};
  for (std::size_t at = 0; at < count; ++at) {
    const Lanes here = from[at];
    cells[at] = higher(cells[at], moved<columns>(before, here) - costs[at]);
    before = here;
  }
}

/// Adds letters of the columns alone: the best of what each cell to the left leaves. `added` is
/// what the columns up to each cost.
template <std::size_t count>
[[gnu::always_inline]] inline void add_letters(Lanes* cells, const Lanes* added) {
  const Lanes nothing{};
  Lanes so_far{};
  for (std::size_t at = 0; at < count; ++at) {
    Lanes here = cells[at] + added[at];
    here = higher(here, moved<1>(nothing, here));
    here = higher(here, moved<2>(nothing, here));
    here = higher(here, moved<4>(nothing, here));
    here = higher(here, so_far);
    so_far = last_of(here);
    cells[at] = here - added[at];
  }
}

}  // namespace

bool SoundProfile::is_of(std::span<const std::uint8_t> columns, const LetterTable& table) const {
  return table_ == &table && count_ == columns.size() &&
         std::equal(columns.begin(), columns.end(), letters_.begin() + 1);
}

bool SoundProfile::make(std::span<const std::uint8_t> columns, const LetterTable& table) {
  table_ = nullptr;
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
  for (std::size_t column = 1; column <= count_; ++column) {
    there_ |= std::uint64_t{1} << letters_[column];
    const bool is_doubled = letters_[column] == letters_[column - 1];
    const int added = table.added(letters_[column]);
    sum += is_doubled ? std::min(added, doubled_letter) : added;
    added_[column / lanes][column % lanes] = static_cast<std::int16_t>(sum);
    add_units(columns, column);
  }
  for (std::size_t column = count_ + 1; column < vectors_ * lanes; ++column)
    added_[column / lanes][column % lanes] = static_cast<std::int16_t>(sum);
  for (std::size_t at = 0; at < vectors_; ++at)
    cells_[at] = all(budget) - added_[at];
  return true;
}

void SoundProfile::add_units(std::span<const std::uint8_t> columns, std::size_t column) {
  const auto ending = table_->right_ending(columns, column);
  for (std::size_t length = 0; length < ending.size(); ++length) {
    if (ending[length] == 0) continue;
    for (const auto& partner : table_->partners_of(ending[length])) {
      auto& place = unit_places_[partner.left];
      if (place == 0) {
        auto& unit = units_.emplace_back();
        for (auto& costs : unit.costs)
          costs.fill(all(never));
        place = static_cast<std::uint16_t>(units_.size());
        unit_ends_ |= std::uint64_t{1} << partner.left_end;
      }
      auto& unit = units_[place - std::size_t{1}];
      unit.is_there[length] = true;
      unit.costs[length][column / lanes][column % lanes] = partner.cost;
    }
  }
}

template <std::size_t vectors>
const SoundProfile::Lanes* SoundProfile::singles(std::uint8_t letter) {
  auto* out = singles_.data() + letter * vectors;
  if ((known_ >> letter & 1U) != 0) return out;
  known_ |= std::uint64_t{1} << letter;
  const auto* costs = table_->singles_of(letter);
  for (std::size_t at = 0; at < vectors; ++at)
    out[at] = all(never);
  for (std::size_t column = 1; column <= count_; ++column)
    out[column / lanes][column % lanes] = costs[letters_[column]];
  return out;
}

/// Units of more letters than one on either side.
template <std::size_t vectors>
void SoundProfile::by_units(std::span<const std::uint8_t> word, std::size_t row,
                            Lanes* cells) const {
  const auto numbers = table_->left_ending(word, row);
  for (std::size_t length = 1; length <= numbers.size(); ++length) {
    const auto place = unit_places_[numbers[length - 1]];
    if (place == 0) continue;
    const auto& unit = units_[place - std::size_t{1}];
    const auto* from = cells_.data() + (row - length) * vectors;
    if (unit.is_there[0]) raise_from<1, vectors>(cells, from, unit.costs[0].data());
    if (unit.is_there[1]) raise_from<2, vectors>(cells, from, unit.costs[1].data());
    if (unit.is_there[2]) raise_from<3, vectors>(cells, from, unit.costs[2].data());
  }
}

/// Two letters that changed places, where both words are of one alphabet. `from`: two rows above.
void SoundProfile::by_swap(std::uint8_t first, std::uint8_t last, const Lanes* from,
                           Lanes* cells) const {
  for (std::size_t column = 2; column <= count_; ++column)
    if (letters_[column] == first && letters_[column - 1] == last) {
      const std::size_t before = column - 2;
      const int left = from[before / lanes][before % lanes] - strange_swap;
      auto& cell = cells[column / lanes];
      if (left > cell[column % lanes]) cell[column % lanes] = static_cast<std::int16_t>(left);
    }
}

template <std::size_t vectors>
int SoundProfile::rows(std::span<const std::uint8_t> word, std::size_t from) {
  auto* above = cells_.data() + from * vectors;
  std::uint8_t before = from == 0 ? std::uint8_t{255} : word[from - 1];
  const bool may_swap = table_->is_same_alphabet();
  for (std::size_t row = from + 1; row <= word.size(); ++row) {
    const auto letter = word[row - 1];
    const int dropped = table_->dropped(letter);
    const Lanes cost = all(before == letter ? std::min(dropped, doubled_letter) : dropped);
    auto* cells = above + vectors;
    std::array<Lanes, vectors> made;
    for (std::size_t at = 0; at < vectors; ++at)
      made[at] = above[at] - cost;
    raise_from<1, vectors>(made.data(), above, singles<vectors>(letter));
    if ((unit_ends_ >> letter & 1U) != 0) by_units<vectors>(word, row, made.data());
    if (may_swap && row > 1 && (there_ >> letter & there_ >> before & 1U) != 0)
      by_swap(before, letter, above - vectors, made.data());
    add_letters<vectors>(made.data(), added_.data());
    for (std::size_t at = 0; at < vectors; ++at)
      cells[at] = made[at];
    above = cells;
    before = letter;
  }
  return budget - above[count_ / lanes][count_ % lanes];
}

int SoundProfile::cost(std::span<const std::uint8_t> word) {
  std::size_t shared = 0;
  const auto most = std::min(rows_, word.size());
  while (shared < most && word_[shared] == word[shared])
    ++shared;
  std::ranges::copy(word, word_.begin());
  rows_ = word.size();
  switch (vectors_) {
    case 1:
      return rows<1>(word, shared);
    case 2:
      return rows<2>(word, shared);
    default:
      return rows<3>(word, shared);
  }
}

int SoundProfiles::cost(std::span<const std::uint8_t> word, std::span<const std::uint8_t> columns,
                        const LetterTable& table, int limit) {
  if (limit <= 0) return limit;
  word = word.first(std::min(word.size(), aligned_max));
  columns = columns.first(std::min(columns.size(), aligned_max));
  std::size_t place = reinterpret_cast<std::uintptr_t>(&table) / sizeof(LetterTable);
  for (const auto letter : columns)
    place = place * 31 + letter;
  auto& profile = kept_[(place ^ place >> 7U) % kept_max];
  if (!profile.is_of(columns, table) && !profile.make(columns, table))
    return Alignment(columns, table, CostLimit::flat(0)).cost(word, limit);
  return std::min(limit, profile.cost(word));
}

}  // namespace resolve
