#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "edges/db/connection.h"
#include "edges/db/transaction.h"

namespace db {

/// Up to `readers_max` reading connections, opened when first needed, each used by one thread
/// at a time. A reader sees one unchanging view of the database for as long as its unit runs.
/// Who finds all of them busy waits. A thread that reads while it reads gets the same
/// connection and the same view, so it cannot wait for itself.
class ReaderPool {
 public:
  using Open = std::function<std::unique_ptr<Connection>()>;

  ReaderPool(Open open, std::size_t readers_max);

  void run(const std::function<void(Connection&)>& unit);

 private:
  struct Reader {
    std::unique_ptr<Connection> connection;
    std::thread::id user;  ///< nobody's id: free
  };

  [[nodiscard]] Reader* find_reader_of(std::thread::id user);
  [[nodiscard]] Reader& take();
  void give_back(Reader& reader);

  Open open_;
  std::size_t readers_max_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::deque<Reader> readers_;  // a deque, because others point to its readers while it grows
};

}  // namespace db
