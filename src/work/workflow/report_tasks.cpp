#include "work/workflow/report_tasks.h"

#include <algorithm>
#include <array>
#include <utility>

#include "edges/store/link.h"
#include "edges/store/task.h"
#include "work/workflow/new_task.h"
#include "work/workflow/service_clocks.h"

namespace workflow {
namespace {

using model::Task;
using model::TaskKind;

bool is_threat(const model::ReportRecord& record) {
  return record.kind == model::ReportKind::threat ||
         (record.assessment && record.assessment->welfare);
}

Task task_about(Hub& hub, const store::StoredReport& stored, TaskKind kind) {
  const auto& record = stored.record;
  auto task = new_task(hub, stored.desk, kind, record, record.id.bytes);
  task.due_at = human_look_due(task.made_at, task.stage, is_threat(record));
  return task;
}

void open(Hub& hub, db::Connection& connection, const store::StoredReport& stored, TaskKind kind) {
  store::open_task(connection, task_about(hub, stored, kind));
}

bool has_link_judged_same(db::Connection& connection, base::Id<model::Report> report) {
  const auto edges = store::list_edges_of(connection, report);
  return std::ranges::any_of(
      edges, [](const auto& edge) { return edge.judgement == model::Judgement::same; });
}

/// A draft that somebody finished or dropped does not come back with the next tick.
bool was_drafted(db::Connection& connection, base::Id<model::Report> report) {
  const auto tasks = store::find_tasks_of(connection, report.bytes);
  return std::ranges::any_of(tasks, [](const Task& task) {
    return task.kind == TaskKind::draft_alert && task.state != model::TaskState::open;
  });
}

}  // namespace

void open_behaviour_vetting(Hub& hub, db::Connection& connection,
                            const store::StoredReport& stored) {
  open(hub, connection, stored, TaskKind::vet_behaviour);
}

void open_context_vetting(Hub& hub, db::Connection& connection, const store::StoredReport& stored) {
  auto task = task_about(hub, stored, TaskKind::vet_context);
  task.not_by = stored.record.vetted_behaviour_by;
  store::open_task(connection, task);
}

void open_second_reading(Hub& hub, db::Connection& connection, const store::StoredReport& stored) {
  auto task = task_about(hub, stored, TaskKind::second_reader);
  task.note = stored.record.guard;
  store::open_task(connection, task);
}

void open_cyber_handover(Hub& hub, db::Connection& connection, const store::StoredReport& stored) {
  open(hub, connection, stored, TaskKind::cyber_handover);
}

void open_failed_step(Hub& hub, db::Connection& connection, const store::StoredReport& stored) {
  auto task = task_about(hub, stored, TaskKind::failed_step);
  task.note = stored.record.failed_step + ": " + stored.record.failed_reason;
  store::open_task(connection, task);
}

void open_feedback(Hub& hub, db::Connection& connection, const store::StoredReport& stored) {
  auto task = task_about(hub, stored, TaskKind::give_feedback);
  task.stage = model::Stage::none;
  task.due_at = hub.clock.now() + feedback_due;
  store::open_task(connection, task);
}

void propose_alert(Hub& hub, db::Connection& connection, const store::StoredReport& stored) {
  using model::ReportState;
  const auto& record = stored.record;
  if (record.state != ReportState::vetted_behaviour && record.state != ReportState::vetted_context)
    return;
  const bool is_candidate =
      record.assessment && record.assessment->band == model::Band::alert_candidate;
  if (!is_candidate && !has_link_judged_same(connection, record.id)) return;
  if (was_drafted(connection, record.id)) return;
  open(hub, connection, stored, TaskKind::draft_alert);
}

void close_vetting(db::Connection& connection, base::Id<model::Report> report) {
  constexpr std::array kinds = {TaskKind::vet_behaviour, TaskKind::vet_context,
                                TaskKind::second_reader, TaskKind::cyber_handover,
                                TaskKind::failed_step,   TaskKind::draft_alert};
  for (const auto kind : kinds)
    store::close_tasks(connection, report.bytes, kind, model::TaskState::dropped);
}

}  // namespace workflow
