#include "edges/db/connection.h"

#include "ground/base/ensure.h"

namespace db {

std::optional<Row> find_row(Connection& connection, std::string_view sql,
                            const Parameters& parameters) {
  auto rows = connection.query(sql, parameters);
  base::ensure(rows.size() <= 1, "the statement gives at most one row");
  if (rows.empty()) return std::nullopt;
  return std::move(rows.front());
}

Row get_row(Connection& connection, std::string_view sql, const Parameters& parameters) {
  auto row = find_row(connection, sql, parameters);
  base::ensure(row.has_value(), "the statement gives one row");
  return std::move(*row);
}

}  // namespace db
