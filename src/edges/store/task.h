#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "edges/db/connection.h"
#include "ground/access/access.h"
#include "ground/base/result.h"
#include "ground/model/page.h"
#include "ground/model/task.h"

/// The queue: what people have to decide or do next. One open task a desk, kind and object.
/// Holds no content and no personal data.
namespace store {

/// Opens a task, or brings an open one of the same desk, kind and object up to date: the earlier
/// of both due times, the new stage, band, area and note; its owner stays. Returns its id.
base::Id<model::Task> open_task(db::Connection& connection, const model::Task& task);

/// Ends the open tasks of an object: one kind, or all kinds.
void close_tasks(db::Connection& connection, const base::UuidBytes& object, model::TaskKind kind,
                 model::TaskState state = model::TaskState::done);
void close_all_tasks(db::Connection& connection, const base::UuidBytes& object,
                     model::TaskState state = model::TaskState::dropped);

[[nodiscard]] std::optional<model::Task> find_task(db::Connection& connection,
                                                   base::Id<model::Task> id);
[[nodiscard]] std::optional<model::Task> find_open_task(db::Connection& connection,
                                                        const base::UuidBytes& object,
                                                        model::TaskKind kind);
[[nodiscard]] std::vector<model::Task> find_tasks_of(db::Connection& connection,
                                                     const base::UuidBytes& object);

/// Writes the owner, note and due time of a task. `task.revision` is what the caller saw; another
/// value in the table is precondition_failed. Returns the new revision.
[[nodiscard]] base::Result<std::int64_t> update_task(db::Connection& connection,
                                                     const model::Task& task);

/// Open tasks that are due before a time and were not put before those who lead, by clock.
[[nodiscard]] std::vector<model::Task> list_unescalated(db::Connection& connection,
                                                        base::UtcTime now);

/// Puts a task before those who lead: whoever took it has not acted, so it is anybody's again.
/// False where the task has changed since it was read.
bool escalate_task(db::Connection& connection, const model::Task& task, base::UtcTime at);

/// Which open tasks a principal may see: those of his scope (rights::scope_of queue_read), of the
/// kinds that his roles include.
struct TaskFilter {
  rights::Scope scope;
  std::vector<model::TaskKind> kinds;            ///< none = nothing is found
  std::vector<model::TaskKind> escalated_kinds;  ///< of these those that nobody acted on
  std::optional<std::string> owner;  ///< only tasks that this account took; "" = nobody's
};

/// By stage (furthest first), then by clock.
[[nodiscard]] model::Page<model::Task> list_tasks(db::Connection& connection,
                                                  const TaskFilter& filter,
                                                  const model::PageRequest& page);

struct TaskCount {
  model::TaskKind kind = model::TaskKind::vet_behaviour;
  std::int64_t open = 0, overdue = 0, unowned = 0;
};
[[nodiscard]] std::vector<TaskCount> count_tasks(db::Connection& connection,
                                                 const TaskFilter& filter, base::UtcTime now);

}  // namespace store
