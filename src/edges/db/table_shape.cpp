#include "edges/db/table_shape.h"

#include <algorithm>
#include <map>
#include <utility>

#include "ground/base/ensure.h"

namespace db {
namespace {

/// The same three questions to the catalogue of each engine.
struct Questions {
  std::string_view tables;   ///< names, in order
  std::string_view columns;  ///< of table $1: name, place in the primary key or 0
  std::string_view parents;  ///< of table $1: names
};

constexpr Questions ask_sqlite{
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
    " AND name NOT LIKE 'sqlite_%' AND name <> 'schema_version' ORDER BY name",
    "SELECT name, pk FROM pragma_table_info($1) ORDER BY cid",
    "SELECT DISTINCT \"table\" FROM pragma_foreign_key_list($1)"};

constexpr Questions ask_postgres{
    "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
    " AND tablename <> 'schema_version' ORDER BY tablename",
    "SELECT a.attname, COALESCE(array_position(CAST(i.indkey AS SMALLINT[]), a.attnum) + 1, 0)"
    " FROM pg_attribute a LEFT JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary"
    " WHERE a.attrelid = to_regclass($1) AND a.attnum > 0 AND NOT a.attisdropped"
    " ORDER BY a.attnum",
    "SELECT DISTINCT CAST(CAST(confrelid AS regclass) AS TEXT) FROM pg_constraint"
    " WHERE conrelid = to_regclass($1) AND contype = 'f'"};

TableShape shape_of(Connection& connection, const Questions& ask, const std::string& table) {
  TableShape shape;
  shape.name = table;
  std::map<std::int64_t, std::string> key;
  for (const auto& row : connection.query(ask.columns, {table})) {
    shape.columns.push_back(row.text(0));
    if (row.integer(1) > 0) key[row.integer(1)] = row.text(0);
  }
  for (auto& [place, column] : key)
    shape.key.push_back(std::move(column));
  for (const auto& row : connection.query(ask.parents, {table}))
    shape.refers_to.push_back(row.text(0));
  return shape;
}

bool is_ready(const TableShape& shape, const std::vector<TableShape>& before) {
  return std::ranges::all_of(shape.refers_to, [&](const auto& parent) {
    return parent == shape.name || std::ranges::count(before, parent, &TableShape::name) != 0;
  });
}

std::vector<TableShape> parents_first(std::vector<TableShape> shapes) {
  std::vector<TableShape> sorted;
  while (!shapes.empty()) {
    const auto next =
        std::ranges::find_if(shapes, [&](const auto& shape) { return is_ready(shape, sorted); });
    base::ensure(next != shapes.end(), "no two tables point to each other");
    sorted.push_back(std::move(*next));
    shapes.erase(next);
  }
  return sorted;
}

}  // namespace

std::vector<TableShape> list_table_shapes(Connection& connection) {
  const auto& ask = connection.engine() == Engine::sqlite ? ask_sqlite : ask_postgres;
  std::vector<TableShape> shapes;
  for (const auto& row : connection.query(ask.tables))
    shapes.push_back(shape_of(connection, ask, row.text(0)));
  return parents_first(std::move(shapes));
}

}  // namespace db
