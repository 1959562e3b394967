#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "ground/base/result.h"
#include "ground/model/watch.h"
#include "steps/normalise/record_columns.h"
#include "work/engine/load_records.h"
#include "work/engine/watch_index.h"

namespace engine {

struct ScreenSettings {
  std::size_t workers = 1;
  bool skips_bad_rows = false;
  bool wants_names = false;                      ///< see Screener
  std::vector<std::vector<std::string>> schema;  ///< rows of a schema file: column, field
};

/// What was read and found.
struct ScreenSummary {
  std::uint64_t rows = 0, bytes = 0;
  std::uint64_t hits = 0, names_only = 0;
  std::uint64_t skipped = 0;                      ///< bad rows, when they are skipped
  std::vector<base::Error> first_skipped;         ///< of each file the first
  std::vector<normalise::RecordColumns> columns;  ///< of each file
};

/// Where hits go: called by one thread at a time, in order of file, row and place in the watch
/// list; those that share the name alone among them, marked so.
using UseHits = std::function<void(std::span<const model::ScreenHit>)>;
/// Told how far it is, now and then, by any thread but one at a time.
using ShowProgress = std::function<void(const ScreenSummary&)>;

/// Screens CSV files against a watch list, block by block on all workers. What comes out depends on
/// the list and the rows alone, not on the number of workers. Memory: the index and some 5 MB a
/// worker, however long the files are. Rows are counted from 1 in each file, bad ones too. The
/// first bad row in order ends it with invalid_input ("visitors.csv, line 3, column 2") unless such
/// rows are skipped; what was found before it has been handed out.
[[nodiscard]] base::Result<ScreenSummary> screen_files(std::span<RecordFile> files,
                                                       const WatchIndex& index,
                                                       const ScreenSettings& settings,
                                                       const UseHits& use,
                                                       const ShowProgress& show = {});

}  // namespace engine
