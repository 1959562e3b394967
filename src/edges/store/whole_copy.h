#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "edges/db/connection.h"
#include "ground/crypto/chain.h"

/// Everything that is stored, from one database into another of either engine.
namespace store {

/// What a table holds, in one value: two tables with the same digest hold the same rows.
struct TableDigest {
  std::string table;
  std::int64_t rows = 0;
  crypto::Hash32 digest{};  ///< chained over all rows in the order of their key
  bool operator==(const TableDigest&) const = default;
};

/// One for each table, whatever the engine; what is only there to search by (the words of
/// reports) counts as the table "search_text".
[[nodiscard]] std::vector<TableDigest> digest_all(db::Connection& connection);

/// Puts every row of `from` into `to`, whose schema is the same and whose tables are empty, and
/// gives the digests of what was read. Both connections are in a transaction; one that calls
/// db::read_beside_writers() first (db/isolation.h) sees everything as of one moment.
std::vector<TableDigest> copy_all(db::Connection& from, db::Connection& to);

/// The tables that hold a row.
[[nodiscard]] std::vector<std::string> list_filled_tables(db::Connection& connection);

}  // namespace store
