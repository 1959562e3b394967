#include "work/workflow/new_task.h"

#include "work/workflow/service_clocks.h"

namespace workflow {

using model::Task;

Task new_task(Hub& hub, base::Id<model::Organisation> desk, model::TaskKind kind, model::Role role,
              const base::UuidBytes& object) {
  Task task;
  task.made_at = hub.clock.now();
  task.id = hub.ids.make<Task>(task.made_at);
  task.organisation = desk;
  task.kind = kind;
  task.role = role;
  task.object = object;
  task.due_at = human_look_due(task.made_at, task.stage, false);
  return task;
}

Task new_task(Hub& hub, base::Id<model::Organisation> desk, model::TaskKind kind,
              const model::ReportRecord& report, const base::UuidBytes& object) {
  auto task = new_task(hub, desk, kind, model::Role::analyst, object);
  if (!report.areas.empty()) task.area = report.areas.front();
  if (report.assessment) {
    task.stage = report.assessment->stage;
    task.band = report.assessment->band;
  }
  task.due_at = human_look_due(task.made_at, task.stage, false);
  return task;
}

}  // namespace workflow
