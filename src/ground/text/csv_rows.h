#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ground/base/result.h"
#include "ground/text/csv_blocks.h"

namespace text {

/// Rows of one block without copying: the fast sister of CsvReader, with the same rules and the
/// same faults ("line 3, column 2"). The block must outlive it and its fields.
class CsvRows {
 public:
  explicit CsvRows(const CsvBlock& block, char separator = ',');

  /// True: fields() holds the next row, until the next call. False: the end. After a failure it
  /// goes on at the next line.
  [[nodiscard]] base::Result<bool> next();

  [[nodiscard]] const std::vector<std::string_view>& fields() const { return fields_; }
  [[nodiscard]] std::size_t position() const { return at_; }    ///< in the block, of what is next
  [[nodiscard]] std::size_t line() const { return row_line_; }  ///< of the file, of this row
  [[nodiscard]] std::size_t next_line() const { return line_; }

 private:
  [[nodiscard]] base::Result<void> read_row();
  [[nodiscard]] base::Result<void> read_quoted();
  [[nodiscard]] base::Result<void> check() const;
  void skip_line();

  std::string_view rows_;
  char separator_;
  bool is_plain_;  // ASCII without NUL: no field needs to be checked
  std::size_t at_ = 0;
  std::size_t line_;
  std::size_t row_line_ = 0;
  bool has_ended_row_ = false;
  bool was_quoted_ = false;
  std::vector<std::string_view> fields_;
  std::vector<std::string> written_;  // fields with doubled quotation marks, made single
  std::size_t written_count_ = 0;
};

}  // namespace text
