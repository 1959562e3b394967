#include "edges/db/group_writer.h"

#include <utility>

#include "ground/base/ensure.h"

namespace db {
namespace {

constexpr std::size_t units_max = 64;

void ensure_still_open(const Connection& connection) {
  if (!connection.in_transaction())
    throw base::OutsideFailure("the database gave a transaction up; nothing was stored");
}

}  // namespace

GroupWriter::GroupWriter(std::unique_ptr<Connection> connection)
    : connection_(std::move(connection)), thread_([this] { serve(); }) {}

GroupWriter::~GroupWriter() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  arrived_.notify_one();
  thread_.join();
}

void GroupWriter::run(const Unit& unit) {
  submit(unit, false);
}

void GroupWriter::run_alone(const std::function<void(Connection&)>& task) {
  submit(
      [&task](Connection& connection) {
        task(connection);
        return Outcome::keep;
      },
      true);
}

void GroupWriter::submit(const Unit& unit, bool alone) {
  base::ensure(std::this_thread::get_id() != thread_.get_id(),
               "a unit of work starts no other one: use transact() inside it");
  Work work{&unit, alone, {}};
  auto done = work.done.get_future();
  {
    const std::lock_guard lock(mutex_);
    queue_.push_back(std::move(work));
  }
  arrived_.notify_one();
  done.get();
}

void GroupWriter::serve() {
  for (auto group = next_group(); !group.empty(); group = next_group())
    commit_group(group);
}

GroupWriter::Group GroupWriter::next_group() {
  std::unique_lock lock(mutex_);
  arrived_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
  Group group;
  while (!queue_.empty() && group.size() < units_max) {
    const bool alone = queue_.front().alone;
    if (alone && !group.empty()) break;
    group.push_back(std::move(queue_.front()));
    queue_.pop_front();
    if (alone) break;
  }
  return group;
}

void GroupWriter::commit_group(Group& group) {
  std::vector<std::exception_ptr> own_failures(group.size());
  std::exception_ptr common_failure;
  try {
    if (group.front().alone)
      (*group.front().unit)(*connection_);
    else
      write_group(group, own_failures);
  } catch (...) {
    common_failure = std::current_exception();
    connection_->roll_back();
  }
  for (std::size_t place = 0; place < group.size(); ++place) {
    const auto& failure = own_failures[place] ? own_failures[place] : common_failure;
    if (failure)
      group[place].done.set_exception(failure);
    else
      group[place].done.set_value();
  }
}

void GroupWriter::write_group(const Group& group, std::vector<std::exception_ptr>& own_failures) {
  // Alone it needs no savepoint, in which SQLite would keep a copy of every page it changes.
  if (group.size() == 1) return run_transaction(*connection_, Access::write, *group.front().unit);
  connection_->begin(Access::write);
  for (std::size_t place = 0; place < group.size(); ++place) {
    try {
      run_in_transaction(*connection_, Access::write, *group[place].unit);
    } catch (...) {
      own_failures[place] = std::current_exception();
    }
    ensure_still_open(*connection_);
  }
  connection_->commit();
}

}  // namespace db
