#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ground/model/record_field.h"
#include "ground/model/record_table.h"

namespace normalise {

/// Where the cells of a normalised row go: columns of a RecordTable, of all files of one run.
struct RecordLayout {
  std::array<std::uint8_t, model::record_part_count> columns{};  ///< how many of each part

  [[nodiscard]] std::size_t size() const;
  [[nodiscard]] std::size_t first_of(model::RecordPart part) const;
  /// Room for what either layout holds.
  void widen(const RecordLayout& other);
};

/// The layout that one file asks for: the fields and slots of its columns, see record_columns.h.
[[nodiscard]] RecordLayout layout_of(std::span<const model::RecordField> fields,
                                     std::span<const std::uint8_t> slots);

/// How dates with the year last are to be read, by the rows that leave no choice.
struct DateVotes {
  std::size_t day_first = 0, month_first = 0;
};

/// Turns rows of a file into cells. One a thread.
///
/// A full name is used as the name of the row where given and family name are missing; it is read
/// "family, given" where one word stands before a comma, else the first word is the given name;
/// titles go, a suffix (Jr, III) goes into its own column. Further names are aliases.
class RecordReader {
 public:
  RecordReader(std::span<const model::RecordField> fields, std::span<const std::uint8_t> slots,
               const RecordLayout& layout, model::ValuePool& values);

  /// Fills `cells` (layout.size()); numbers as ValuePool::intern gives them; dates as digits with
  /// `open_date` set where day and month may be exchanged.
  void read(std::span<const std::string_view> row, std::span<model::ValueId> cells);

  [[nodiscard]] const DateVotes& votes() const { return votes_; }

  static constexpr std::uint32_t open_date = std::uint32_t{1} << 31U;

 private:
  struct Name {
    std::string given, middle, family, suffix;
    void clear();
  };

  void read_cell(std::size_t column, std::string_view value);
  void read_birth(std::string_view value);
  void read_birth_part(model::RecordField field, std::string_view value);
  void split_name(std::string_view value);
  void add_own_name();
  void put_name(const Name& name);
  void put(model::RecordPart part, std::string_view text);
  void put_at(model::RecordPart part, std::size_t slot, std::string_view text);
  [[nodiscard]] model::ValueId intern(std::string_view text);

  struct Remembered {
    std::uint64_t hash = 0;
    model::ValueId value = 0;
  };

  std::vector<model::RecordField> fields_;
  std::vector<std::uint8_t> slots_;
  RecordLayout layout_;
  std::array<std::size_t, model::record_part_count> first_{};
  model::ValuePool& values_;
  std::vector<Remembered> remembered_;
  DateVotes votes_;

  // of the row at hand
  std::span<model::ValueId> cells_;
  std::array<std::uint8_t, model::record_part_count> used_{};
  Name own_, full_;
  std::vector<std::string> other_names_;
  std::size_t other_count_ = 0;
  bool has_full_ = false;  // a full name was read
  std::string street_number_, address_, words_;
  std::array<std::uint32_t, 3> birth_{};  // year, month, day of columns of their own
};

}  // namespace normalise
