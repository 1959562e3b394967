#include "work/workflow/escalate_tasks.h"

#include <algorithm>
#include <span>

#include "edges/store/task.h"
#include "ground/base/working_days.h"
#include "work/workflow/record.h"
#include "work/workflow/set_up_hub.h"

namespace workflow {
namespace {

using model::Task;

constexpr std::size_t tasks_at_once = 100;

std::size_t escalate(Hub& hub, std::span<const Task> tasks) {
  const auto clock = system_principal("system:clocks");
  return hub.database.write([&](db::Connection& connection) {
    std::size_t count = 0;
    for (const auto& task : tasks) {
      if (!store::escalate_task(connection, task, hub.clock.now())) continue;
      record(hub, connection, clock, {"task.overdue", "task", task.id.bytes});
      ++count;
    }
    return count;
  });
}

}  // namespace

base::UtcTime escalation_at(const Task& task) {
  const auto as_given = task.due_at + (task.due_at - task.made_at);
  return std::min(as_given, base::working_days_after(task.due_at, 1));
}

bool leads(const model::Principal& principal) {
  return principal.has(model::Role::approver) || principal.has(model::Role::analyst);
}

std::size_t escalate_tasks(Hub& hub) {
  const auto now = hub.clock.now();
  auto tasks = hub.database.read(
      [&](db::Connection& connection) { return store::list_unescalated(connection, now); });
  std::erase_if(tasks, [&](const Task& task) { return now < escalation_at(task); });
  std::size_t count = 0;
  for (std::span<const Task> left = tasks; !left.empty();) {
    const auto part = left.first(std::min(left.size(), tasks_at_once));
    count += escalate(hub, part);
    left = left.subspan(part.size());
  }
  return count;
}

}  // namespace workflow
