#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include <sqlite3.h>

#include "edges/db/row.h"
#include "edges/db/value.h"

namespace db {

/// Throws what an SQLite result code stands for: Contention, ConstraintViolation or
/// OutsideFailure. `session` may be null.
[[noreturn]] void throw_sqlite(sqlite3* session, int code);

/// One prepared statement of SQLite. `$2` is found by its name, because SQLite numbers
/// parameters by their first appearance in the statement and not by their digits.
class SqliteStatement {
 public:
  SqliteStatement(sqlite3* session, std::string_view sql);

  /// Binds all parameters. They must live until the last step.
  void bind(const Parameters& parameters);
  /// True: there is a row. False: done.
  [[nodiscard]] bool step();
  [[nodiscard]] Row row() const;
  [[nodiscard]] bool may_write() const;
  /// Ready for the next use; forgets the parameters.
  void reset() noexcept;

 private:
  struct Finalise {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  void bind_one(int index, const Value& value);
  [[nodiscard]] Value column(int index) const;

  sqlite3* session_;
  std::unique_ptr<sqlite3_stmt, Finalise> statement_;
  std::vector<int> indexes_;  // SQLite's own number of $1, $2, ...
};

}  // namespace db
