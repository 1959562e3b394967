#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "edges/db/connection.h"

namespace db {

/// Up to `connections_max` connections, opened when first needed, each used by one thread at a
/// time. Who finds all of them busy waits.
class ConnectionPool {
 public:
  using Open = std::function<std::unique_ptr<Connection>()>;

  ConnectionPool(Open open, std::size_t connections_max);

  /// The connection that the calling thread has in use; null: none.
  [[nodiscard]] Connection* find_mine();

  /// Runs `use` with a connection of the calling thread's own. One that is lost afterwards is
  /// closed, and so are the idle ones, whose server is gone as well. Throws what `use` throws,
  /// and what opening throws.
  void lend(const std::function<void(Connection&)>& use);

 private:
  struct Place {
    std::unique_ptr<Connection> connection;  ///< null: opened by its next user
    std::thread::id user;                    ///< nobody's id: free
  };

  [[nodiscard]] Place* find_place_of(std::thread::id user);
  [[nodiscard]] Place& take();
  void give_back(Place& place);

  Open open_;
  std::size_t connections_max_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::deque<Place> places_;  // a deque, because others point to its places while it grows
};

}  // namespace db
