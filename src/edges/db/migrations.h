#pragma once

#include <span>
#include <string_view>

namespace db {

/// One numbered step of the schema, as the text of both engines.
struct Migration {
  int number = 0;
  std::string_view name;      ///< "reports" of migrations/0001_reports.sqlite.sql
  std::string_view sqlite;    ///< never empty
  std::string_view postgres;  ///< empty while the migration has no PostgreSQL side
};

/// All migrations of the program in order: numbers 1, 2, 3 ... without a gap. The build carries
/// the files of migrations/ inside the program; the views live as long as it does.
[[nodiscard]] std::span<const Migration> migrations();

}  // namespace db
