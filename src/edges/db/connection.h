#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "edges/db/dialect.h"
#include "edges/db/row.h"
#include "edges/db/value.h"
#include "ground/base/error.h"

namespace db {

/// Another transaction was in the way: the database stayed locked for the whole waiting time
/// (5 s), or two transactions could not be put in an order. transact() tries again.
class Contention : public base::OutsideFailure {
 public:
  using base::OutsideFailure::OutsideFailure;
};

/// The session with a database server ended before anything was committed: the database was
/// stopped, or the network is down. Database tries again with another session.
class ConnectionLost : public base::OutsideFailure {
 public:
  using base::OutsideFailure::OutsideFailure;
};

/// The session ended while COMMIT was under way: the change is stored whole, or nothing of it
/// is, and nobody can tell. Never tried again by itself, since it might be done twice; who asked
/// repeats it with the same Idempotency-Key, and a job comes back when its lease has ended.
class UnknownOutcome : public base::OutsideFailure {
 public:
  using base::OutsideFailure::OutsideFailure;
};

enum class Constraint { unique, foreign_key, not_null, check };

/// A row was refused by a constraint. `store` catches it where a collision is foreseeable and
/// turns it into a Result; inside a longer transaction only around a nested transact(), because
/// PostgreSQL gives up everything after a refused row unless a savepoint stands before it.
class ConstraintViolation : public base::OutsideFailure {
 public:
  ConstraintViolation(Constraint constraint, const std::string& problem)
      : base::OutsideFailure(problem), constraint_(constraint) {}
  [[nodiscard]] Constraint constraint() const { return constraint_; }

 private:
  Constraint constraint_;
};

enum class Access { read, write };

/// Seam: one session with a database, used by one thread at a time. Statements are written
/// in the SQL that SQLite and PostgreSQL share, with placeholders $1, $2, ...: each parameter
/// must occur in the statement, and may occur often and in any order. Statements are prepared
/// once and kept by their text. All trouble is thrown as OutsideFailure or a subclass of it;
/// its text may name a table or a column, and never holds a statement or a value.
class Connection {
 public:
  virtual ~Connection() = default;

  [[nodiscard]] virtual Engine engine() const = 0;

  /// All rows of the answer.
  [[nodiscard]] virtual Rows query(std::string_view sql, const Parameters& parameters = {}) = 0;

  /// Row after row, without holding them all. `take` may use the connection, too.
  virtual void for_each(std::string_view sql, const Parameters& parameters,
                        const std::function<void(const Row&)>& take) = 0;

  /// Returns how many rows were inserted, changed or deleted by the statement itself.
  virtual std::int64_t execute(std::string_view sql, const Parameters& parameters = {}) = 0;

  /// One query for each of `bindings`, over a network in few round trips. `take` gets the number
  /// of the binding and a row, in order, and may use the connection, too. Many answers are held
  /// at once: for queries that answer with few rows.
  virtual void query_each(std::string_view sql, std::span<const Parameters> bindings,
                          const std::function<void(std::size_t, const Row&)>& take) = 0;

  /// One statement for each of `bindings`, over a network in few round trips. Belongs into a
  /// transaction: where one is refused, those before it are undone only by the transaction's end.
  virtual void execute_each(std::string_view sql, std::span<const Parameters> bindings) = 0;

  /// Several statements without parameters, separated by ";".
  virtual void run_script(const std::string& sql) = 0;

  /// Transactions: use transact() or Database, which pair these calls.
  virtual void begin(Access access) = 0;
  virtual void commit() = 0;
  virtual void roll_back() noexcept = 0;  ///< also when the engine gave up by itself
  [[nodiscard]] virtual bool in_transaction() const = 0;

  /// The session has ended for good; only another one can go on. A file is never lost.
  [[nodiscard]] virtual bool is_lost() const = 0;
};

/// The row of an answer that has at most one; more is our bug.
[[nodiscard]] std::optional<Row> find_row(Connection& connection, std::string_view sql,
                                          const Parameters& parameters = {});

/// The row of an answer that always has exactly one (a count, a RETURNING).
[[nodiscard]] Row get_row(Connection& connection, std::string_view sql,
                          const Parameters& parameters = {});

}  // namespace db
