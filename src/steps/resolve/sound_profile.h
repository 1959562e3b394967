#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "steps/resolve/alignment.h"
#include "steps/resolve/lanes.h"
#include "steps/resolve/letter_table.h"

namespace resolve {

/// A word made ready to be compared with many others by one table: the same costs as those of
/// Alignment, a whole row of its grid at a time. What the letters and units of the other words cost
/// in each column is looked up once (a query profile, Rognes and Seeberg 2000), letters added are a
/// running least over the row. Words that begin like the one before share its rows.
class SoundProfile {
 public:
  /// Words that are longer, with the end symbol, go through Alignment.
  static constexpr std::size_t columns_max = 23;

  /// False where the word is too long or may have units added to it at once.
  [[nodiscard]] bool make(std::span<const std::uint8_t> columns, const LetterTable& table);

  /// Whether it was made of this word for this table.
  [[nodiscard]] bool is_of(std::span<const std::uint8_t> columns, const LetterTable& table) const;

  // Words end with the end symbol, of at most aligned_max; after make() that was true.
  /// The cheapest way to write `word` as the columns, in eighths of a bit.
  [[nodiscard]] int cost(std::span<const std::uint8_t> word);
  /// Twice that at least, far sooner.
  [[nodiscard]] int least_twice(std::span<const std::uint8_t> word);

 private:
  static constexpr std::size_t width_max = columns_max + 1;
  using Costs = std::array<std::int16_t, width_max>;
  /// What a unit of the rows costs.
  struct Unit {
    bool is_known = false;  ///< the costs are looked up
    std::array<bool, 3> is_there{};
    std::int16_t least = 254;
    std::array<Costs, 3> costs;  ///< in each column, by the length of the unit that ends there
    Costs shares;                ///< at least, a column
  };

  void add_units(std::span<const std::uint8_t> columns, std::size_t column);
  void look_up(std::uint16_t number, Unit& unit) const;
  template <std::size_t vectors>
  [[nodiscard]] int least_twice_by(std::span<const std::uint8_t> word);
  template <std::size_t vectors>
  [[nodiscard]] int rows(std::span<const std::uint8_t> word, std::size_t from);
  template <std::size_t vectors>
  void by_units(std::span<const std::uint8_t> word, std::size_t row, lanes::Row<vectors>& cells);
  void by_swap(std::uint8_t first, std::uint8_t last, const std::int16_t* from,
               std::int16_t* cells) const;
  [[nodiscard]] bool ends_unit(std::uint8_t before, std::uint8_t letter) const {
    return (unit_ends_ >> letter & 1U) != 0 && ((unit_befores_[letter] >> before & 1U) |
                                                unit_befores_[letter] >> model::end_symbol) != 0;
  }
  template <std::size_t vectors>
  [[nodiscard]] const std::int16_t* singles(std::uint8_t letter);

  const LetterTable* table_ = nullptr;
  std::uint64_t table_identity_ = 0;
  std::size_t count_ = 0;                         ///< columns
  std::size_t vectors_ = 0;                       ///< of a row
  std::uint64_t known_ = 0;                       ///< letters whose costs are looked up
  std::uint64_t unit_ends_ = 0;                   ///< letters at the end of the units
  std::array<std::uint64_t, 64> unit_befores_{};  ///< and those before each; end_symbol = any
  std::uint64_t there_ = 0;                       ///< letters of the columns
  std::array<std::uint8_t, width_max> letters_{};
  Costs added_{};        ///< the columns up to here
  Costs added_twice_{};  ///< each
  std::array<std::int16_t, 64 * width_max> singles_{};
  std::array<std::int16_t, 64> least_{};    ///< of a letter of the rows; twice that of dropping it
  std::vector<std::uint16_t> unit_places_;  ///< by number; 0 = none
  std::vector<Unit> units_;
  std::size_t units_there_ = 0;
  std::array<LetterTable::Ending, width_max> endings_{};
  std::array<std::int16_t, (aligned_max + 1) * width_max> cells_{};
  std::array<std::uint8_t, aligned_max> word_{};  ///< whose rows stand
  std::size_t rows_ = 0;
};

/// Profiles that were made last.
class SoundProfiles {
 public:
  SoundProfiles() : bounds_(kept_max), exact_(kept_max) {}

  /// A word beside which others are held by several tables. Holds until the next is made.
  class Column {
   public:
    /// `least`: a table of the least costs of all; with one table, that one.
    Column(SoundProfiles& profiles, std::span<const std::uint8_t> columns,
           std::span<const LetterTable> tables, const LetterTable& least);

    /// False where cost() would be `limit`, at a fraction of the time; true says little.
    [[nodiscard]] bool may_be_below(std::span<const std::uint8_t> word, int limit);
    /// The least of Alignment::cost by all tables.
    [[nodiscard]] int cost(std::span<const std::uint8_t> word, int limit);

   private:
    SoundProfiles& profiles_;
    std::span<const std::uint8_t> columns_;
    std::span<const LetterTable> tables_;
    const LetterTable& least_;
    SoundProfile* bound_ = nullptr;
    bool is_made_ = false;  ///< the bound, where it can be

    [[nodiscard]] SoundProfile* bound();
  };

 private:
  static constexpr std::size_t kept_max = 64;
  using Kept = std::vector<std::unique_ptr<SoundProfile>>;  ///< made when a place is first used
  static SoundProfile* of(Kept& kept, std::span<const std::uint8_t> columns,
                          const LetterTable& table);

  Kept bounds_, exact_;
};

}  // namespace resolve
