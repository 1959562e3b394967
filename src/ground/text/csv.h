#pragma once

#include <array>
#include <cstddef>
#include <istream>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ground/base/result.h"
#include "ground/text/encoding.h"

namespace text {

struct CsvOptions {
  char separator = ',';
  std::optional<Encoding> encoding;         ///< none: guessed from the beginning
  std::size_t row_bytes_max = 1024 * 1024;  ///< a longer row is refused, not held
};

struct CsvRow {
  std::size_t line = 0;  ///< of the file, from 1, where the row begins
  std::vector<std::string> fields;
};

/// Rows of a CSV file (RFC 4180), one at a time in bounded memory, as UTF-8. Line ends are LF or
/// CRLF, also within quotation marks, where they are kept; empty lines are passed over; a
/// quotation mark inside a field that does not begin with one is plain text. The first row is
/// a row like any other. The number of fields is for the caller to judge.
class CsvReader {
 public:
  explicit CsvReader(std::istream& in, const CsvOptions& options = {});

  /// True: `row` is filled. False: the end. Fails with invalid_input ("line 3, column 2": the
  /// second field) for an unclosed or misplaced quotation mark, bytes that are no text and NUL;
  /// with too_large for a row over the limit; with unavailable when the file cannot be read.
  /// After a failure but the last it goes on at the next line.
  [[nodiscard]] base::Result<bool> next(CsvRow& row);

  [[nodiscard]] Encoding encoding() const { return stream_.encoding(); }

 private:
  enum class Ending { field, row };

  [[nodiscard]] bool has_more();
  [[nodiscard]] base::Result<void> read_row(CsvRow& row);
  [[nodiscard]] base::Result<Ending> read_plain(std::string& field);
  [[nodiscard]] base::Result<Ending> read_quoted(std::string& field);
  [[nodiscard]] base::Result<Ending> end_of_quoted();
  [[nodiscard]] base::Result<void> take(std::string& field, std::size_t end);
  [[nodiscard]] base::Result<void> check(const std::string& field) const;
  void skip_line();

  CsvOptions options_;
  Utf8Stream stream_;
  std::array<char, 16 * 1024> buffer_{};
  std::size_t at_ = 0;    // in buffer_
  std::size_t size_ = 0;  // of what buffer_ holds
  std::size_t line_ = 1;
  std::size_t column_ = 1;
  std::size_t row_bytes_ = 0;
  bool is_empty_line_ = false;
};

/// Adds a row that any reader of RFC 4180 takes: fields in quotation marks where they need them,
/// ended by LF.
void append_csv_row(std::string& out, std::span<const std::string> fields, char separator = ',');

}  // namespace text
