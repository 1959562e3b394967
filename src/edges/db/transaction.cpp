#include "edges/db/transaction.h"

namespace db {
namespace {

constexpr int attempts_max = 3;

void run_in_savepoint(Connection& connection, const Unit& unit) {
  const auto undo = [&connection] {
    connection.execute("ROLLBACK TO SAVEPOINT unit");
    connection.execute("RELEASE SAVEPOINT unit");
  };
  connection.execute("SAVEPOINT unit");
  try {
    if (unit(connection) == Outcome::keep)
      connection.execute("RELEASE SAVEPOINT unit");
    else
      undo();
  } catch (...) {
    // After a full disk SQLite may have given up the outer transaction, savepoints and all.
    if (connection.in_transaction()) undo();
    throw;
  }
}

}  // namespace

void run_transaction(Connection& connection, Access access, const Unit& unit) {
  connection.begin(access);
  try {
    if (unit(connection) == Outcome::keep)
      connection.commit();
    else
      connection.roll_back();
  } catch (...) {
    connection.roll_back();
    throw;
  }
}

void run_in_transaction(Connection& connection, Access access, const Unit& unit) {
  if (connection.in_transaction()) return run_in_savepoint(connection, unit);
  for (int attempt = 1;; ++attempt) {
    try {
      return run_transaction(connection, access, unit);
    } catch (const Contention&) {
      if (attempt == attempts_max) throw;
    }
  }
}

}  // namespace db
