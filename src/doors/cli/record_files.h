#pragma once

#include <span>
#include <string>
#include <vector>

#include "doors/cli/console.h"
#include "ground/base/result.h"
#include "work/engine/load_records.h"

namespace cli {

/// Opens CSV files of records; the name of a file, without its folders, stands for it in what is
/// said; where two share that name, their paths as they were given. not_found where there is none.
[[nodiscard]] base::Result<std::vector<engine::RecordFile>> open_record_files(
    const std::vector<std::string>& paths);

/// The rows of a schema file: CSV with the columns `column,field`. None for an empty path.
[[nodiscard]] base::Result<std::vector<std::vector<std::string>>> read_schema(
    const std::string& path);

/// Tells what is wrong in one of several files: "people.csv: line 3, column 2: ...".
ExitCode complain_of_files(Console& console, const base::Error& error);

/// As many workers as the machine has processors, unless told otherwise.
[[nodiscard]] std::size_t workers_of(int wanted);

}  // namespace cli
