#include "work/workflow/lesson_approval.h"

#include <string>
#include <utility>
#include <vector>

#include "edges/store/job.h"
#include "edges/store/lesson.h"
#include "edges/store/organisation.h"
#include "edges/store/task.h"
#include "ground/base/working_days.h"
#include "work/workflow/new_task.h"
#include "work/workflow/receiving_desk.h"
#include "work/workflow/record.h"

namespace workflow {
namespace {

using model::Lesson;
using model::Organisation;
using model::OrganisationKind;
using model::Task;
using model::TaskKind;

constexpr int approval_working_days = 1;
constexpr int reminded_working_days = 1;
constexpr std::string_view overdue = "overdue";

void open_for(Hub& hub, db::Connection& connection, const Lesson& lesson,
              base::Id<Organisation> desk, base::UtcTime due_at, std::string_view note) {
  auto task = new_task(hub, desk, TaskKind::approve_lesson, model::Role::approver, lesson.id.bytes);
  task.not_by = lesson.by;
  task.due_at = due_at;
  task.note = note;
  store::open_task(connection, task);
}

std::vector<base::Id<Organisation>> desks_of(db::Connection& connection, OrganisationKind kind,
                                             base::Id<Organisation> but) {
  std::vector<base::Id<Organisation>> desks;
  store::for_each_organisation(connection, kind, [&](const Organisation& desk) {
    if (desk.id != but) desks.push_back(desk.id);
  });
  return desks;
}

/// Police alone: a lesson may be marked for them.
std::vector<base::Id<Organisation>> desks_above(db::Connection& connection,
                                                base::Id<Organisation> home) {
  auto desks = desks_of(connection, OrganisationKind::national_desk, home);
  if (!desks.empty()) return desks;
  for (const auto kind : {OrganisationKind::prefecture, OrganisationKind::bureau})
    for (const auto& desk : desks_of(connection, kind, home))
      desks.push_back(desk);
  return desks;
}

void ask_again(db::Connection& connection, const store::Job& job, base::UtcTime at) {
  auto request = job.request;
  request.run_at = at;
  store::enqueue(connection, request);
}

base::Result<void> remind(Hub& hub, db::Connection& connection, const store::Job& job, Task task) {
  task.owner.clear();
  task.note = overdue;
  if (const auto written = store::update_task(connection, task); !written)
    return std::unexpected(written.error());
  record(hub, connection, principal_of(job), {"lesson.remind", "lesson", task.object});
  ask_again(connection, job, base::working_days_after(task.due_at, reminded_working_days));
  return {};
}

base::Result<void> escalate(Hub& hub, db::Connection& connection, const store::Job& job) {
  const auto stored = store::find_lesson(connection, hub.keys, {job.request.object});
  if (!stored || stored->lesson.state != model::LessonState::submitted) return {};
  const auto& lesson = stored->lesson;
  const auto task = store::find_open_task(connection, lesson.id.bytes, TaskKind::approve_lesson);
  if (!task) return {};
  const auto now = hub.clock.now();
  // A lesson that was sent back and submitted again has a new clock.
  if (now < task->due_at) {
    ask_again(connection, job, task->due_at);
    return {};
  }
  if (task->note != overdue) return remind(hub, connection, job, *task);
  for (const auto& desk : desks_above(connection, task->organisation))
    open_for(hub, connection, lesson, desk, task->due_at, overdue);
  record(hub, connection, principal_of(job), {"lesson.overdue", "lesson", lesson.id.bytes});
  return {};
}

}  // namespace

void ask_for_approval(Hub& hub, db::Connection& connection, const model::Principal& principal,
                      const Lesson& lesson) {
  const auto home = find_home_desk(connection);
  const auto due_at = base::working_days_after(hub.clock.now(), approval_working_days);
  open_for(hub, connection, lesson, home ? home->id : lesson.organisation, due_at, "");
  store::enqueue(connection,
                 {std::string(lesson_job), lesson.id.bytes, "", name_in_record(principal), due_at});
}

JobStep lesson_step() {
  return writing_step(lesson_job, escalate);
}

}  // namespace workflow
