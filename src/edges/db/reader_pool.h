#pragma once

#include <cstddef>

#include "edges/db/connection_pool.h"
#include "edges/db/transaction.h"

namespace db {

/// Reading for many threads, each with a connection of its own while it reads. A reader sees one
/// unchanging view of the database for as long as its unit runs. A thread that reads while it
/// reads gets the same connection and the same view, so it cannot wait for itself. A unit is run
/// again after trouble that passes (retry.h).
class ReaderPool {
 public:
  ReaderPool(ConnectionPool::Open open, std::size_t readers_max);

  void run(const Unit& unit);

 private:
  ConnectionPool connections_;
};

}  // namespace db
