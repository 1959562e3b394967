#include "edges/db/reader_pool.h"

#include <algorithm>
#include <utility>

#include "ground/base/ensure.h"

namespace db {

ReaderPool::ReaderPool(Open open, std::size_t readers_max)
    : open_(std::move(open)), readers_max_(readers_max) {
  base::ensure(readers_max_ > 0, "a pool has at least one reader");
}

void ReaderPool::run(const std::function<void(Connection&)>& unit) {
  Reader* mine = nullptr;
  {
    const std::lock_guard lock(mutex_);
    mine = find_reader_of(std::this_thread::get_id());
  }
  if (mine != nullptr) return unit(*mine->connection);

  Reader& reader = take();
  const auto read = [&unit](Connection& connection) {
    unit(connection);
    return Outcome::undo;  // a reader has nothing to commit, and rolling back cannot fail
  };
  try {
    run_in_transaction(*reader.connection, Access::read, read);
  } catch (...) {
    give_back(reader);
    throw;
  }
  give_back(reader);
}

ReaderPool::Reader* ReaderPool::find_reader_of(std::thread::id user) {
  const auto found = std::ranges::find(readers_, user, &Reader::user);
  return found == readers_.end() ? nullptr : &*found;
}

ReaderPool::Reader& ReaderPool::take() {
  std::unique_lock lock(mutex_);
  Reader* free = find_reader_of({});
  if (free == nullptr && readers_.size() < readers_max_)
    free = &readers_.emplace_back(Reader{open_(), {}});
  while (free == nullptr) {
    returned_.wait(lock);
    free = find_reader_of({});
  }
  free->user = std::this_thread::get_id();
  return *free;
}

void ReaderPool::give_back(Reader& reader) {
  {
    const std::lock_guard lock(mutex_);
    reader.user = {};
  }
  returned_.notify_one();
}

}  // namespace db
