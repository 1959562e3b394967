#include "work/workflow/work_queue.h"

#include <functional>
#include <utility>

#include "edges/store/organisation.h"
#include "ground/access/access.h"
#include "ground/base/blank.h"
#include "work/workflow/escalate_tasks.h"
#include "work/workflow/record.h"
#include "work/workflow/task_subject.h"

namespace workflow {
namespace {

using base::ErrorKind;
using base::Result;
using model::Principal;
using model::Task;
using model::TaskKind;
using rights::Action;

/// The right that does what a task asks for.
Action action_of(TaskKind kind) {
  switch (kind) {
    case TaskKind::vet_behaviour:
    case TaskKind::failed_step:
      return Action::vet_behaviour;
    case TaskKind::vet_context:
      return Action::vet_context;
    case TaskKind::second_reader:
    case TaskKind::cyber_handover:
      return Action::second_read;
    case TaskKind::judge_link:
      return Action::link_judge;
    case TaskKind::confirm_dossier:
      return Action::dossier_confirm;
    case TaskKind::draft_alert:
      return Action::alert_draft;
    case TaskKind::approve_alert:
      return Action::alert_approve;
    case TaskKind::correct_alert:
      return Action::alert_correct;
    case TaskKind::decide_hold:
      return Action::hold_place;
    case TaskKind::hand_over:
    case TaskKind::visit_unacknowledged:
      return Action::hand_over;
    case TaskKind::follow_up:
      return Action::follow_up;
    case TaskKind::give_feedback:
      return Action::feedback_give;
    case TaskKind::keep_promise:
      return Action::visit_promise;
    case TaskKind::consultation:
      return Action::consultation_take;
    case TaskKind::decide_referral:
      return Action::consultation_outcome;
    case TaskKind::approve_lesson:
      return Action::lesson_approve;
    case TaskKind::meeting_task:
      return Action::meeting_answer;
    case TaskKind::review_keeping:
      return Action::report_keep;
  }
  return Action::queue_read;
}

bool may_do(const Principal& principal, TaskKind kind) {
  return rights::may_try(principal, action_of(kind)).has_value();
}

store::TaskFilter filter_for(const Principal& principal, std::optional<TaskKind> wanted) {
  constexpr auto count = vocabulary(TaskKind{}).words.size();
  store::TaskFilter filter;
  filter.scope = rights::scope_of(principal, Action::queue_read);
  for (std::size_t index = 0; index < count; ++index) {
    const auto kind = static_cast<TaskKind>(index);
    if (wanted && kind != *wanted) continue;
    if (principal.has(model::Role::auditor) || may_do(principal, kind))
      filter.kinds.push_back(kind);
    else if (leads(principal))
      filter.escalated_kinds.push_back(kind);
  }
  return filter;
}

rights::Facts facts_of(const Task& task) {
  rights::Facts facts;
  facts.owner = task.organisation;
  if (!task.area.empty()) facts.areas = {task.area};
  if (!task.not_by.empty()) facts.not_by = {task.not_by};
  return facts;
}

bool ends_by_word(TaskKind kind) {
  return kind == TaskKind::cyber_handover || kind == TaskKind::visit_unacknowledged ||
         kind == TaskKind::draft_alert;
}

using TaskStep = std::function<Result<void>(db::Connection&, Task&)>;

Result<Task> change_task(Hub& hub, const Principal& principal, base::Id<Task> id,
                         std::int64_t revision, std::string_view action, const TaskStep& step) {
  if (auto tried = rights::may_try(principal, Action::task_take); !tried) return pass_on(tried);
  return hub.database.write([&](db::Connection& connection) -> Result<Task> {
    auto task = store::find_task(connection, id);
    if (!task || !may_do(principal, task->kind)) return no_such("task");
    if (auto allowed = rights::decide(principal, Action::task_take, facts_of(*task)); !allowed)
      return pass_on(allowed);
    if (task->state != model::TaskState::open)
      return base::fail(ErrorKind::conflict, "", "the task is done", "read the queue again");
    if (task->revision != revision)
      return base::fail(ErrorKind::precondition_failed, "", "the task has changed since",
                        "read it again and repeat the change");
    if (auto done = step(connection, *task); !done) return pass_on(done);
    record(hub, connection, principal, {action, "task", id.bytes});
    auto changed = store::find_task(connection, id).value();
    changed.may_do = true;
    return changed;
  });
}

Result<void> write_task(db::Connection& connection, const Task& task) {
  const auto written = store::update_task(connection, task);
  if (!written) return std::unexpected(written.error());
  return {};
}

bool is_others(const Principal& principal, const Task& task) {
  return !task.owner.empty() && task.owner != principal.name;
}

std::unexpected<base::Error> has_owner() {
  return base::fail(ErrorKind::conflict, "owner", "somebody else has taken this task",
                    "choose another one or ask its owner");
}

}  // namespace

Result<model::Page<Task>> read_queue(Hub& hub, const Principal& principal,
                                     const QueueRequest& request) {
  if (auto tried = rights::may_try(principal, Action::queue_read); !tried) return pass_on(tried);
  auto filter = filter_for(principal, request.kind);
  if (request.mine) filter.owner = principal.name;
  return hub.database.read([&](db::Connection& connection) {
    auto page = store::list_tasks(connection, filter, request.page);
    for (auto& task : page.items) {
      task.may_do = may_do(principal, task.kind);
      if (task.may_do) {
        task.about = subject_of(hub, connection, task);
      } else if (task.escalated_at) {
        const auto desk = store::find_organisation(connection, task.organisation);
        if (desk) task.desk = desk->name;
      }
    }
    return page;
  });
}

Result<std::vector<store::TaskCount>> count_queue(Hub& hub, const Principal& principal) {
  if (auto tried = rights::may_try(principal, Action::queue_read); !tried) return pass_on(tried);
  const auto now = hub.clock.now();
  return hub.database.read([&](db::Connection& connection) {
    return store::count_tasks(connection, filter_for(principal, std::nullopt), now);
  });
}

Result<Task> take_task(Hub& hub, const Principal& principal, base::Id<Task> id,
                       std::int64_t revision) {
  return change_task(hub, principal, id, revision, base::word_of(Action::task_take),
                     [&](db::Connection& connection, Task& task) -> Result<void> {
                       if (is_others(principal, task)) return has_owner();
                       task.owner = principal.name;
                       return write_task(connection, task);
                     });
}

Result<Task> give_back_task(Hub& hub, const Principal& principal, base::Id<Task> id,
                            std::int64_t revision) {
  return change_task(hub, principal, id, revision, "task.give_back",
                     [&](db::Connection& connection, Task& task) -> Result<void> {
                       if (is_others(principal, task)) return has_owner();
                       task.owner.clear();
                       return write_task(connection, task);
                     });
}

Result<Task> finish_task(Hub& hub, const Principal& principal, base::Id<Task> id,
                         std::int64_t revision, const std::string& reason) {
  return change_task(
      hub, principal, id, revision, "task.finish",
      [&](db::Connection& connection, Task& task) -> Result<void> {
        if (!ends_by_word(task.kind))
          return base::fail(ErrorKind::refused, "kind", "this task ends with what it asks for",
                            "do that, and the task closes by itself");
        if (base::is_blank(reason))
          return base::fail(ErrorKind::refused, "/reason", "is empty", "say what was done");
        if (is_others(principal, task)) return has_owner();
        task.owner = principal.name;
        task.note = reason;
        if (auto written = write_task(connection, task); !written) return written;
        store::close_tasks(connection, task.object, task.kind);
        return {};
      });
}

}  // namespace workflow
