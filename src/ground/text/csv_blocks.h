#pragma once

#include <cstddef>
#include <istream>
#include <optional>
#include <string>

#include "ground/base/result.h"
#include "ground/text/csv.h"
#include "ground/text/encoding.h"

namespace text {

/// Whole rows of a CSV file as UTF-8, for one worker.
struct CsvBlock {
  std::string rows;
  std::size_t line = 1;  ///< of the file, where the block begins
};

/// Cuts a CSV file into blocks of whole rows, so that several workers can read one file: a cut is
/// made at a line end outside quotation marks. Reads in bounded memory (a block and one row).
class CsvBlocks {
 public:
  explicit CsvBlocks(std::istream& in, const CsvOptions& options = {},
                     std::size_t block_bytes = std::size_t{2} << 20);

  /// True: `block` is filled. False: the end. Fails with too_large for a row over the limit (often
  /// a quotation mark that is never closed) and with unavailable when the file cannot be read.
  [[nodiscard]] base::Result<bool> next(CsvBlock& block);

  [[nodiscard]] Encoding encoding() const { return stream_.encoding(); }

 private:
  [[nodiscard]] bool fill();

  CsvOptions options_;
  std::size_t block_bytes_;
  Utf8Stream stream_;
  std::string held_;  // read, not yet handed out
  std::size_t line_ = 1;
  bool at_end_ = false;
};

/// Length of the longest beginning of `rows` that ends with a row; 0 where no row ends in it.
[[nodiscard]] std::size_t whole_rows(std::string_view rows, char separator = ',');

}  // namespace text
