#pragma once

#include <cstddef>
#include <istream>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "ground/base/result.h"
#include "ground/model/record_table.h"
#include "steps/normalise/record_columns.h"

namespace engine {

/// A CSV file of records, open.
struct RecordFile {
  std::string name;  ///< for what is said about it
  std::unique_ptr<std::istream> in;
};

struct LoadSettings {
  std::size_t workers = 1;
  bool skips_bad_rows = false;
  std::vector<std::vector<std::string>> schema;  ///< rows of a schema file: column, field
};

struct LoadedRecords {
  model::RecordTable table;  ///< sorted by id: as numbers where all ids are, else by their bytes
  std::vector<normalise::RecordColumns> columns;  ///< of each file
  std::vector<base::Error> skipped;               ///< bad rows, when they are skipped
};

/// Reads all files into one table, ready to be compared. Rows without an id column are named by
/// their number, from 1. Where a RECORD_ID stands twice and every file has a DATA_SOURCE beside it,
/// a row is named "DATA_SOURCE:RECORD_ID". Fails with the first bad row ("people.csv, line 3,
/// column 2"), a row whose number of fields is not that of the first row, an id that stands twice
/// (with its line). The separator is what the first row has most of: comma, semicolon or tab.
[[nodiscard]] base::Result<LoadedRecords> load_records(std::span<RecordFile> files,
                                                       const LoadSettings& settings);

}  // namespace engine
