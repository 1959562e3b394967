#include "edges/db/connection_pool.h"

#include <algorithm>
#include <utility>

#include "ground/base/ensure.h"

namespace db {

ConnectionPool::ConnectionPool(Open open, std::size_t connections_max)
    : open_(std::move(open)), connections_max_(connections_max) {
  base::ensure(connections_max_ > 0, "a pool has at least one connection");
}

Connection* ConnectionPool::find_mine() {
  const std::lock_guard lock(mutex_);
  const auto* mine = find_place_of(std::this_thread::get_id());
  return mine == nullptr ? nullptr : mine->connection.get();
}

void ConnectionPool::lend(const std::function<void(Connection&)>& use) {
  auto& place = take();
  try {
    // Outside of the lock: a server that does not answer must not stop those that have theirs.
    if (place.connection == nullptr) place.connection = open_();
    use(*place.connection);
  } catch (...) {
    give_back(place);
    throw;
  }
  give_back(place);
}

ConnectionPool::Place* ConnectionPool::find_place_of(std::thread::id user) {
  const auto found = std::ranges::find(places_, user, &Place::user);
  return found == places_.end() ? nullptr : &*found;
}

ConnectionPool::Place& ConnectionPool::take() {
  std::unique_lock lock(mutex_);
  Place* free = find_place_of({});
  if (free == nullptr && places_.size() < connections_max_) free = &places_.emplace_back();
  while (free == nullptr) {
    returned_.wait(lock);
    free = find_place_of({});
  }
  free->user = std::this_thread::get_id();
  return *free;
}

void ConnectionPool::give_back(Place& place) {
  {
    const std::lock_guard lock(mutex_);
    if (place.connection != nullptr && place.connection->is_lost()) {
      place.connection.reset();
      for (auto& other : places_)
        if (other.user == std::thread::id()) other.connection.reset();
    }
    place.user = {};
  }
  returned_.notify_one();
}

}  // namespace db
