#pragma once

#include <string>
#include <vector>

#include "edges/db/connection.h"

namespace db {

/// A table as the database's own catalogue describes it.
struct TableShape {
  std::string name;
  std::vector<std::string> columns;    ///< in the order of the table
  std::vector<std::string> key;        ///< columns of the primary key, in its order
  std::vector<std::string> refers_to;  ///< tables to which its foreign keys point
};

/// All ordinary tables but schema_version, each behind those that it refers to. What an engine has
/// for searching only (tables of FTS5) is not among them.
[[nodiscard]] std::vector<TableShape> list_table_shapes(Connection& connection);

}  // namespace db
