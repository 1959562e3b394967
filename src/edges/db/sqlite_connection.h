#pragma once

#include <memory>
#include <string>

#include "edges/db/connection.h"

namespace db {

enum class SqliteAccess {
  create,  ///< read and write; the file is made, readable by its owner alone, if it is not there
  write,   ///< read and write; the file must be there
  read,    ///< read only; the file must be there
};

/// Opens one session with a database file. Settings: WAL, synchronous=FULL (a commit that
/// returned survives a power cut), foreign keys checked, LIKE with case, 5 s of waiting for a
/// lock, temporary tables in memory, freed content overwritten where that costs no extra write.
/// Not for use by two threads at once. Throws OutsideFailure when the file cannot be opened
/// or is no database.
[[nodiscard]] std::unique_ptr<Connection> open_sqlite(const std::string& path, SqliteAccess access);

/// Writes a consistent copy of the database file `from`, as of one moment, to the new file
/// `to` (readable by its owner alone) while others go on reading and writing.
/// Throws OutsideFailure when `to` exists already or cannot be written; then no `to` is left.
void back_up_sqlite(const std::string& from, const std::string& to);

}  // namespace db
