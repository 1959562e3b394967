#include "steps/resolve/sound_profile.h"

#include <algorithm>
#include <cstring>

#include "steps/resolve/lanes.h"

namespace resolve {
namespace {

using lanes::Lanes;
using lanes::Row;
using lanes::width;

// A cell holds what is left of this, so that 0 is worse than any way there is: a letter costs at
// most 254, and a grid has 63 of them.
constexpr int cell_budget = 20'000;
constexpr std::int16_t barred = 8000;

/// Ways from cells so many columns before, at these costs.
template <int columns, std::size_t vectors>
[[gnu::always_inline]] inline void raise_from(Row<vectors>& cells, const std::int16_t* from,
                                              const std::int16_t* costs) {
  Lanes before{};
  for (std::size_t at = 0; at < vectors; ++at) {
    const Lanes here = lanes::load(from + width * at);
    cells[at] = lanes::higher(
        cells[at], lanes::moved<columns>(before, here) - lanes::load(costs + width * at));
    before = here;
  }
}

template <std::size_t vectors>
[[gnu::always_inline]] inline void lower_to(Row<vectors>& costs, const std::int16_t* others) {
  for (std::size_t at = 0; at < vectors; ++at)
    costs[at] = lanes::lower(costs[at], lanes::load(others + width * at));
}

/// Adds letters of the columns alone: the best of what each cell to the left leaves. `added` is
/// what the columns up to each cost.
template <std::size_t vectors>
[[gnu::always_inline]] inline void add_letters(Row<vectors>& cells, const std::int16_t* added) {
  const Lanes nothing{};
  Lanes so_far{};
  for (std::size_t at = 0; at < vectors; ++at) {
    const Lanes costs = lanes::load(added + width * at);
    Lanes here = cells[at] + costs;
    here = lanes::higher(here, lanes::moved<1>(nothing, here));
    here = lanes::higher(here, lanes::moved<2>(nothing, here));
    here = lanes::higher(here, lanes::moved<4>(nothing, here));
    here = lanes::higher(here, so_far);
    so_far = lanes::last_of(here);
    cells[at] = here - costs;
  }
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
  vectors_ = count_ / width + 1;
  known_ = unit_ends_ = there_ = 0;
  rows_ = 0;
  letters_.fill(255);
  std::ranges::copy(columns, letters_.begin() + 1);
  unit_places_.assign(std::max<std::size_t>(1, table.left_count()), 0);
  units_there_ = 0;
  int sum = 0;
  for (std::size_t column = 1; column < vectors_ * width; ++column) {
    int added = 0;
    if (column <= count_) {
      const auto letter = letters_[column];
      there_ |= std::uint64_t{1} << letter;
      added = table.added(letter);
      if (letter == letters_[column - 1]) added = std::min(added, LetterTable::doubled_letter);
      add_units(columns, column);
    }
    sum += added;
    added_[column] = static_cast<std::int16_t>(sum);
    // A letter that changed places has a quarter of what the swap costs; being the same is cheaper
    // but for odd letters.
    const bool may_swap =
        column <= count_ && table.is_same_alphabet() &&
        table.single(letters_[column], letters_[column]) > LetterTable::strange_swap / 2;
    added_twice_[column] = static_cast<std::int16_t>(
        may_swap ? std::min(2 * added, LetterTable::strange_swap / 2) : 2 * added);
  }
  for (std::size_t at = 0; at < vectors_ * width; ++at)
    cells_[at] = static_cast<std::int16_t>(cell_budget - added_[at]);
  table_identity_ = table.identity();
  return true;
}

void SoundProfile::add_units(std::span<const std::uint8_t> columns, std::size_t column) {
  endings_[column] = table_->right_ending(columns, column);
  for (std::size_t length = 1; length <= endings_[column].size(); ++length) {
    const auto ending = endings_[column][length - 1];
    if (ending == 0) continue;
    for (const auto& partner : table_->partners_of(ending)) {
      auto& place = unit_places_[partner.left];
      if (place == 0) {
        if (units_there_ == units_.size()) units_.emplace_back();
        auto& unit = units_[units_there_];
        unit.is_known = false;
        unit.least = 254;
        std::fill_n(unit.shares.begin(), vectors_ * width, barred);
        place = static_cast<std::uint16_t>(++units_there_);
        const auto end = std::uint64_t{1} << partner.left_end;
        if ((unit_ends_ & end) == 0) unit_befores_[partner.left_end] = 0;
        unit_ends_ |= end;
        unit_befores_[partner.left_end] |= std::uint64_t{1} << partner.left_before;
      }
      auto& unit = units_[place - std::size_t{1}];
      unit.least = std::min<std::int16_t>(unit.least, partner.cost);
      const auto share = static_cast<std::int16_t>(partner.cost / length);
      for (std::size_t back = 0; back < length; ++back)
        unit.shares[column - back] = std::min(unit.shares[column - back], share);
    }
  }
}

void SoundProfile::look_up(std::uint16_t number, Unit& unit) const {
  const auto* costs = table_->longer_than(number);
  unit.is_known = true;
  unit.is_there = {};
  for (std::size_t length = 0; length < unit.costs.size(); ++length) {
    std::fill_n(unit.costs[length].begin(), vectors_ * width, barred);
    for (std::size_t column = 1; column <= count_; ++column)
      if (const auto cost = costs[endings_[column][length]]; cost != LetterTable::none) {
        unit.costs[length][column] = cost;
        unit.is_there[length] = true;
      }
  }
}

template <std::size_t vectors>
const std::int16_t* SoundProfile::singles(std::uint8_t letter) {
  auto* out = singles_.data() + letter * vectors * width;
  if ((known_ >> letter & 1U) != 0) return out;
  known_ |= std::uint64_t{1} << letter;
  const auto* costs = table_->singles_of(letter);
  for (std::size_t at = 0; at < vectors; ++at)
    lanes::store(out + at * width, lanes::all(barred));
  int least = 2 * table_->dropped(letter);
  for (std::size_t column = 1; column <= count_; ++column) {
    const auto cost = costs[letters_[column]];
    least = std::min<int>(least, cost);
    out[column] = cost;
  }
  if (table_->is_same_alphabet() && (there_ >> letter & 1U) != 0)
    least = std::min(least, LetterTable::strange_swap / 2);
  least_[letter] = static_cast<std::int16_t>(least);
  return out;
}

/// Twice what a way costs at least: where letters become others, half of the cost is shared by
/// those of the row and half by those of the columns, each of which costs at least what the likest
/// there leaves of it, or that it is dropped or added.
template <std::size_t vectors>
int SoundProfile::least_twice_by(std::span<const std::uint8_t> word) {
  Row<vectors> columns;
  for (std::size_t at = 0; at < vectors; ++at)
    columns[at] = lanes::load(added_twice_.data() + at * width);
  std::array<std::int16_t, aligned_max> letters;  // NOLINT: filled below
  std::uint8_t before = model::end_symbol;
  for (std::size_t at = 0; at < word.size(); ++at) {
    const auto letter = word[at];
    lower_to<vectors>(columns, singles<vectors>(letter));
    letters[at] = least_[letter];
    if (at > 0 && letter == before)
      letters[at] = std::min<std::int16_t>(letters[at], 2 * LetterTable::doubled_letter);
    const bool may_end = ends_unit(before, letter);
    before = letter;
    if (!may_end) continue;
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
  int sum = lanes::sum_of<vectors>(columns);
  for (std::size_t at = 0; at < word.size(); ++at)
    sum += letters[at];
  return sum;
}

/// Units of more letters than one on either side.
template <std::size_t vectors>
void SoundProfile::by_units(std::span<const std::uint8_t> word, std::size_t row,
                            Row<vectors>& cells) {
  const auto numbers = table_->left_ending(word, row);
  for (std::size_t length = 1; length <= numbers.size(); ++length) {
    const auto place = unit_places_[numbers[length - 1]];
    if (place == 0) continue;
    auto& unit = units_[place - std::size_t{1}];
    if (!unit.is_known) look_up(numbers[length - 1], unit);
    const auto* from = cells_.data() + (row - length) * vectors * width;
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
      cells[column] = std::max(
          cells[column], static_cast<std::int16_t>(from[column - 2] - LetterTable::strange_swap));
}

template <std::size_t vectors>
int SoundProfile::rows(std::span<const std::uint8_t> word, std::size_t from) {
  constexpr std::size_t row_width = vectors * width;
  auto* above = cells_.data() + from * row_width;
  std::uint8_t before = from == 0 ? model::end_symbol : word[from - 1];
  const auto swapped = table_->is_same_alphabet() ? there_ : 0;
  for (std::size_t row = from + 1; row <= word.size(); ++row) {
    const auto letter = word[row - 1];
    const int dropped = table_->dropped(letter);
    const Lanes cost = lanes::all(
        row > 1 && before == letter ? std::min(dropped, LetterTable::doubled_letter) : dropped);
    auto* cells = above + row_width;
    Row<vectors> made;
    for (std::size_t at = 0; at < vectors; ++at)
      made[at] = lanes::load(above + at * width) - cost;
    raise_from<1, vectors>(made, above, singles<vectors>(letter));
    if (ends_unit(before, letter)) by_units<vectors>(word, row, made);
    if (row > 1 && (swapped >> letter & swapped >> before & 1U) != 0) {
      for (std::size_t at = 0; at < vectors; ++at)
        lanes::store(cells + at * width, made[at]);
      by_swap(before, letter, above - row_width, cells);
      for (std::size_t at = 0; at < vectors; ++at)
        made[at] = lanes::load(cells + at * width);
    }
    add_letters<vectors>(made, added_.data());
    for (std::size_t at = 0; at < vectors; ++at)
      lanes::store(cells + at * width, made[at]);
    above = cells;
    before = letter;
  }
  return cell_budget - above[count_];
}

int SoundProfile::least_twice(std::span<const std::uint8_t> word) {
  switch (vectors_) {
    case 1:
      return least_twice_by<1>(word);
    case 2:
      return least_twice_by<2>(word);
    default:
      return least_twice_by<3>(word);
  }
}

int SoundProfile::cost(std::span<const std::uint8_t> word) {
  std::size_t shared = 0;
  const auto most = std::min(rows_, word.size());
  while (shared < most && word_[shared] == word[shared])
    ++shared;
  for (std::size_t at = shared; at < word.size(); ++at)
    word_[at] = word[at];
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

SoundProfile* SoundProfiles::of(Kept& kept, std::span<const std::uint8_t> columns,
                                const LetterTable& table) {
  std::size_t place = table.identity();
  for (const auto letter : columns)
    place = place * 31 + letter;
  auto& profile = kept[(place ^ place >> 7U) % kept.size()];
  if (!profile) profile = std::make_unique<SoundProfile>();
  return profile->is_of(columns, table) || profile->make(columns, table) ? profile.get() : nullptr;
}

SoundProfiles::Column::Column(SoundProfiles& profiles, std::span<const std::uint8_t> columns,
                              std::span<const LetterTable> tables, const LetterTable& least)
    : profiles_(profiles),
      columns_(columns.first(std::min(columns.size(), aligned_max))),
      tables_(tables),
      least_(least) {}

SoundProfile* SoundProfiles::Column::bound() {
  if (!is_made_) bound_ = of(profiles_.bounds_, columns_, least_);
  is_made_ = true;
  return bound_;
}

bool SoundProfiles::Column::may_be_below(std::span<const std::uint8_t> word, int limit) {
  word = word.first(std::min(word.size(), aligned_max));
  return limit > 0 && (bound() == nullptr || bound_->least_twice(word) < 2 * limit);
}

int SoundProfiles::Column::cost(std::span<const std::uint8_t> word, int limit) {
  word = word.first(std::min(word.size(), aligned_max));
  if (bound() != nullptr && tables_.size() > 1 && bound_->cost(word) >= limit) return limit;
  for (const auto& table : tables_) {
    auto* profile = tables_.size() == 1 ? bound_ : of(profiles_.exact_, columns_, table);
    const int here =
        profile == nullptr ? Alignment(columns_, table).cost(word, limit) : profile->cost(word);
    limit = std::min(limit, here);
  }
  return limit;
}

}  // namespace resolve
