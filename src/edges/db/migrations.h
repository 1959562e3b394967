#pragma once

#include <span>
#include <string_view>

#include "edges/db/connection.h"
#include "ground/base/result.h"
#include "ground/base/time.h"

namespace db {

/// One step of the schema, in both dialects; migrations/README.md says how one is written.
struct Migration {
  int number = 0;  ///< 1, 2, 3 ... without a gap
  std::string_view name;
  std::string_view sqlite;
  std::string_view postgres;
};

/// The migrations of this program, in order. The build makes this function from the files in
/// migrations/.
[[nodiscard]] std::span<const Migration> migrations();

/// Brings the schema up to the last of `known` in one transaction: all steps or none. Two that
/// migrate at once wait for each other; the second finds nothing to do. Inside a transaction it
/// must come first, and is part of it. Returns
/// how many steps were taken; 0 means that nothing was to do. Fails with `refused` when a newer
/// program has written the database, or when it was built from other migrations.
[[nodiscard]] base::Result<int> migrate(Connection& connection, std::span<const Migration> known,
                                        base::UtcTime now);

/// Whether the schema is exactly that of `known`; changes nothing. The failure says whether to
/// migrate or to install a newer program. For use before serving.
[[nodiscard]] base::Result<void> check_schema(Connection& connection,
                                              std::span<const Migration> known);

}  // namespace db
