#include "edges/db/reader_pool.h"

#include <utility>

#include "edges/db/retry.h"

namespace db {

ReaderPool::ReaderPool(ConnectionPool::Open open, std::size_t readers_max)
    : connections_(std::move(open), readers_max) {}

void ReaderPool::run(const Unit& unit) {
  if (auto* mine = connections_.find_mine(); mine != nullptr) {
    unit(*mine);
    return;
  }
  const auto read = [&unit](Connection& connection) {
    unit(connection);
    // What PostgreSQL showed is only certain to fit one order of all transactions once it has
    // let this one commit. On SQLite there is nothing to commit, and undoing cannot fail.
    return connection.engine() == Engine::postgres ? Outcome::keep : Outcome::undo;
  };
  run_with_retry([&] {
    connections_.lend(
        [&read](Connection& connection) { run_transaction(connection, Access::read, read); });
  });
}

}  // namespace db
