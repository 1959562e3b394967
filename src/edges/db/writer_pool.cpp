#include "edges/db/writer_pool.h"

#include <utility>

#include "edges/db/retry.h"
#include "ground/base/ensure.h"

namespace db {

WriterPool::WriterPool(ConnectionPool::Open open, std::size_t writers_max)
    : connections_(std::move(open), writers_max) {}

void WriterPool::run(const Unit& unit) {
  base::ensure(connections_.find_mine() == nullptr,
               "a unit of work starts no other one: use transact() inside it");
  run_with_retry([&] {
    connections_.lend(
        [&unit](Connection& connection) { run_transaction(connection, Access::write, unit); });
  });
}

void WriterPool::run_alone(const std::function<void(Connection&)>& task) {
  connections_.lend(task);
}

}  // namespace db
