#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ground/base/result.h"
#include "ground/text/csv_blocks.h"
#include "ground/text/csv_rows.h"
#include "work/engine/load_records.h"

namespace engine {

/// A CSV file of records whose first row was read.
struct OpenRecords {
  std::string name;
  char separator = ',';  ///< comma, semicolon or tab, by the first line
  std::vector<std::string> headers;

  /// The next block of whole rows; false: the end.
  [[nodiscard]] base::Result<bool> next(text::CsvBlock& block);

  std::unique_ptr<text::CsvBlocks> blocks;
  std::optional<text::CsvBlock> first;  ///< what stands behind the first row in the first block
};

/// Opens the blocks of a file and takes the first row off. Fails with invalid_input where there is
/// none.
[[nodiscard]] base::Result<OpenRecords> open_records(RecordFile& file);

/// The same error, each pointer with the file before it: "people.csv, line 3".
[[nodiscard]] base::Error in_file(const std::string& name, base::Error error);

/// A row with more or fewer fields than the first one.
[[nodiscard]] base::Error width_error(const std::string& name, const text::CsvRows& rows,
                                      std::size_t columns);

}  // namespace engine
