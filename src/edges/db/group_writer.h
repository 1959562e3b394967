#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "edges/db/connection.h"
#include "edges/db/transaction.h"

namespace db {

/// Group commit: one connection and one thread write for everybody.
///
/// Units that arrive while a commit is being written to disk are collected (up to 64) and run
/// one after the other, in order of arrival, in ONE transaction, each within its own savepoint;
/// one COMMIT, thus one fsync, makes all of them durable, and only then are their callers
/// released. So many callers share the cost of an fsync, and nobody waits for a timer.
///
/// What a caller may rely on:
///  - run() returns after the unit's changes are durable, or after they are undone;
///  - a unit that throws or ends with Outcome::undo loses its own changes only: its neighbours
///    are committed; its exception reaches its own caller;
///  - units see the changes of the units before them, as in any serial order;
///  - if COMMIT fails, or the engine gives the transaction up (disk full), every unit of the
///    group is undone and every caller gets an OutsideFailure.
///
/// What a unit must keep to stands in database.h. A constraint that is checked at COMMIT only would
/// fail the whole group.
class GroupWriter {
 public:
  explicit GroupWriter(std::unique_ptr<Connection> connection);
  ~GroupWriter();  ///< finishes what is queued
  GroupWriter(const GroupWriter&) = delete;
  GroupWriter& operator=(const GroupWriter&) = delete;

  /// Blocks; from any thread but the writer's own.
  void run(const Unit& unit);

  /// For what cannot run inside a transaction (VACUUM): alone, between two groups.
  void run_alone(const std::function<void(Connection&)>& task);

 private:
  struct Work {
    const Unit* unit = nullptr;  ///< lives in the caller, who waits
    bool alone = false;
    std::promise<void> done;
  };
  using Group = std::vector<Work>;

  void submit(const Unit& unit, bool alone);
  void serve();
  [[nodiscard]] Group next_group();
  void commit_group(Group& group);
  void write_group(const Group& group, std::vector<std::exception_ptr>& own_failures);

  std::unique_ptr<Connection> connection_;
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<Work> queue_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace db
