#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "edges/db/database.h"
#include "ground/base/result.h"
#include "work/workflow/copy_store.h"

namespace cli {

using CopiedTables = std::vector<workflow::CopiedTable>;

/// Copies a store while it is used into the new file `path`, which its owner alone reads. After a
/// failure no file is left.
[[nodiscard]] base::Result<CopiedTables> copy_into_file(db::Database& from,
                                                        const std::string& path);

/// Moves the store of a data folder to `url`: an empty PostgreSQL database, or "sqlite:" for a
/// file in the folder. Every table is compared, then the folder names the new place. The old one
/// stays as it was: a file under the name kept_file(), a database where it is. Fails with
/// `unavailable` while a server uses the store, `refused` where `url` holds something; then
/// the folder is as before.
[[nodiscard]] base::Result<CopiedTables> move_store(const std::filesystem::path& folder,
                                                    const std::string& url);

[[nodiscard]] std::filesystem::path kept_file(const std::filesystem::path& folder);

/// A line a table: name, rows, the beginning of its digest.
[[nodiscard]] std::string text_of(const CopiedTables& tables);

}  // namespace cli
