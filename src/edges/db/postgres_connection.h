#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "edges/db/connection.h"
#include "ground/base/result.h"

namespace db {

[[nodiscard]] bool is_postgres_url(std::string_view url);

/// Whether `url` is one that libpq reads ("postgresql://USER@HOST:PORT/NAME?OPTION=VALUE",
/// also "postgres://"), and holds no password: that belongs into ~/.pgpass, PGPASSFILE or a
/// service file, since a URL is seen in lists of processes. Opens nothing.
[[nodiscard]] base::Result<void> check_postgres_url(const std::string& url);

/// Opens one session with PostgreSQL 15 or newer, in UTF-8. Sessions of one `instance` (a few
/// letters and digits) know each other: see is_alone(). Settings: waits 5 s for a lock, never
/// confirms a commit that is not on the disk, notices a dead network after 15 s. Not for use
/// by two threads at once. Throws ConnectionLost when nobody answers (another try may help),
/// OutsideFailure when the database refuses or cannot be used.
[[nodiscard]] std::unique_ptr<Connection> open_postgres(const std::string& url,
                                                        std::string_view instance = "");

}  // namespace db
