#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "edges/db/database.h"
#include "ground/base/result.h"
#include "ground/base/time.h"

/// A whole store into another database of either engine: a backup of a server into a file, its
/// restoring, and the move from a file to a server or back.
namespace workflow {

struct CopiedTable {
  std::string table;
  std::int64_t rows = 0;
  std::string digest;  ///< hex; the same for the same rows, whatever the engine
};

/// Copies all of `from`, as of one moment and while others use it, into the empty database `to`,
/// whose schema is made here, and compares the digest of every table before `to` keeps anything.
/// Fails with `refused` when `from` has another schema than this program, when `to` holds rows
/// already, or when a table came out different; then nothing is kept in `to`. No audit row is
/// written: the copy is the same store.
[[nodiscard]] base::Result<std::vector<CopiedTable>> copy_store(db::Database& from,
                                                                db::Database& to,
                                                                base::UtcTime now);

}  // namespace workflow
