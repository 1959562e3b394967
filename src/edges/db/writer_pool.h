#pragma once

#include <cstddef>

#include "edges/db/connection_pool.h"
#include "edges/db/transaction.h"

namespace db {

/// Writing to a server that orders transactions by itself: each unit is one transaction on a
/// connection of its own, several at a time, and is run again after trouble that passes
/// (retry.h). The server groups their commits. What a unit may do: database.h.
class WriterPool {
 public:
  WriterPool(ConnectionPool::Open open, std::size_t writers_max);

  void run(const Unit& unit);

  /// For what cannot run inside a transaction (VACUUM).
  void run_alone(const std::function<void(Connection&)>& task);

 private:
  ConnectionPool connections_;
};

}  // namespace db
