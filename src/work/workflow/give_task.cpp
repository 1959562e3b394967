#include "work/workflow/give_task.h"

#include <utility>

#include "edges/store/account.h"
#include "edges/store/job.h"
#include "edges/store/organisation.h"
#include "edges/store/task.h"
#include "ground/base/blank.h"
#include "ground/base/working_days.h"
#include "work/workflow/meeting_access.h"
#include "work/workflow/new_task.h"
#include "work/workflow/record.h"

namespace workflow {
namespace {

using base::ErrorKind;
using model::MeetingTask;
using model::MeetingTaskEdit;
using model::Organisation;
using model::OrganisationKind;
using model::Principal;
using model::Role;
using rights::Action;
using store::StoredMeetingTask;
using TaskId = base::Id<MeetingTask>;

constexpr int answer_grace_working_days = 1;

/// The clock ends with its day in Tokyo.
base::UtcTime due_at(const MeetingTask& task) {
  return base::tokyo_midnight(task.content.due_on + std::chrono::days(1));
}

/// The working day after the day it was due on is over.
base::UtcTime escalation_at(const MeetingTask& task) {
  return base::tokyo_midnight(
      base::working_days_after(task.content.due_on, answer_grace_working_days) +
      std::chrono::days(1));
}

Role role_at(OrganisationKind kind) {
  switch (kind) {
    case OrganisationKind::station:
      return Role::station_officer;
    case OrganisationKind::prefecture:
    case OrganisationKind::national_desk:
    case OrganisationKind::industry_body:
      return Role::liaison;
    case OrganisationKind::bureau:
    case OrganisationKind::company:
      return Role::analyst;
  }
  return Role::analyst;
}

base::Result<void> check_owner(const Hub& hub, db::Connection& connection,
                               const MeetingTaskEdit& edit) {
  if (edit.owner.empty()) return {};
  const auto found = store::find_account_by_name(connection, hub.keys, edit.owner);
  if (found && found->account.state == model::AccountState::active &&
      found->account.organisation == edit.desk)
    return {};
  return base::fail(ErrorKind::invalid_input, "/owner", "is nobody of that desk",
                    "give a sign-in name of the desk, or leave it empty");
}

base::Result<OrganisationKind> check_edit(const Hub& hub, db::Connection& connection,
                                          const MeetingTaskEdit& edit) {
  std::vector<base::Issue> issues;
  if (base::is_blank(edit.what)) issues.push_back({"/what", "is empty", "say what is to be done"});
  if (edit.due_on < base::tokyo_day(hub.clock.now()))
    issues.push_back({"/due_on", "lies in the past", "give today or a later day"});
  const auto desk = store::find_organisation(connection, edit.desk);
  if (!desk || desk->kind == OrganisationKind::company)
    issues.push_back(
        {"/desk", "is no desk of this register", "choose a station, a bureau or another desk"});
  if (!issues.empty()) return base::fail(ErrorKind::invalid_input, std::move(issues));
  if (auto fits = check_owner(hub, connection, edit); !fits) return base::pass_on(fits);
  return desk->kind;
}

void put_into_queue(Hub& hub, db::Connection& connection, const MeetingTask& given,
                    base::Id<Organisation> desk, Role role, const std::string& owner,
                    const std::string& note) {
  auto task = new_task(hub, desk, model::TaskKind::meeting_task, role, given.id.bytes);
  task.due_at = due_at(given);
  task.owner = owner;
  task.note = note;
  store::open_task(connection, task);
}

base::Result<void> escalate_task(Hub& hub, db::Connection& connection, const store::Job& job) {
  const auto stored = store::find_meeting_task(connection, hub.keys, {job.request.object});
  if (!stored || stored->task.answered_at) return {};
  const auto& task = stored->task;
  auto own = store::find_open_task(connection, task.id.bytes, model::TaskKind::meeting_task);
  if (own && own->organisation == task.organisation) {
    own->owner.clear();  // whoever was to answer has not: anybody of the desk may
    own->note = "overdue";
    if (const auto written = store::update_task(connection, *own); !written)
      return std::unexpected(written.error());
  } else {
    put_into_queue(hub, connection, task, task.organisation, Role::analyst, "", "overdue");
  }
  record(hub, connection, principal_of(job),
         {"meeting.task_overdue", "meeting_task", stored->task.id.bytes});
  return {};
}

MeetingTask task_of(Hub& hub, const Principal& principal, const model::Meeting& meeting,
                    const MeetingTaskEdit& edit) {
  MeetingTask task;
  task.made_at = hub.clock.now();
  task.id = hub.ids.make<MeetingTask>(task.made_at);
  task.meeting = meeting.id;
  task.organisation = meeting.organisation;
  task.by = principal.name;
  task.content = edit;
  return task;
}

}  // namespace

base::Result<MeetingTask> give_task(Hub& hub, const Principal& principal,
                                    base::Id<model::Meeting> meeting, const MeetingTaskEdit& edit,
                                    const RequestKey& request) {
  return hub.database.write([&](db::Connection& connection) -> base::Result<MeetingTask> {
    auto found = get_meeting_for(hub, connection, principal, Action::meeting_write, meeting);
    if (!found) return base::pass_on(found);
    auto replay = find_replay(connection, principal, request);
    if (!replay) return base::pass_on(replay);
    if (*replay)
      return store::find_meeting_task(connection, hub.keys, {(*replay)->object}).value().task;
    auto kind = check_edit(hub, connection, edit);
    if (!kind) return base::pass_on(kind);
    StoredMeetingTask stored;
    auto& made = stored.task;
    made = task_of(hub, principal, found->meeting, edit);
    auto commitment = store::insert_meeting_task(connection, hub.keys, stored);
    record(hub, connection, principal,
           {.action = "meeting.give_task",
            .object_kind = "meeting_task",
            .object = made.id.bytes,
            .commitment = std::move(commitment)});
    put_into_queue(hub, connection, made, edit.desk, role_at(*kind), edit.owner, "");
    store::enqueue(connection, {std::string(meeting_task_job), made.id.bytes, "",
                                name_in_record(principal), escalation_at(made)});
    remember(hub, connection, principal, request, "meeting_task", made.id.bytes, made.revision);
    return std::move(made);
  });
}

base::Result<MeetingTask> open_meeting_task(Hub& hub, const Principal& principal, TaskId id) {
  return hub.database.write([&](db::Connection& connection) -> base::Result<MeetingTask> {
    auto stored = get_meeting_task_for(hub, connection, principal, Action::meeting_read, id);
    if (!stored) return base::pass_on(stored);
    record(hub, connection, principal,
           {base::word_of(Action::meeting_read), "meeting_task", id.bytes, {}, "follow_up"});
    return std::move(stored->task);
  });
}

base::Result<MeetingTask> answer_task(Hub& hub, const Principal& principal, TaskId id,
                                      std::int64_t revision, const std::string& answer) {
  if (base::is_blank(answer))
    return base::fail(ErrorKind::invalid_input, "/text", "is empty", "say what came of it");
  return hub.database.write([&](db::Connection& connection) -> base::Result<MeetingTask> {
    auto stored = get_meeting_task_for(hub, connection, principal, Action::meeting_answer, id);
    if (!stored) return base::pass_on(stored);
    auto& task = stored->task;
    if (task.revision != revision)
      return base::fail(ErrorKind::precondition_failed, "", "the task has changed since",
                        "read it again and repeat the change");
    if (task.answered_at)
      return base::fail(ErrorKind::conflict, "", "the task was answered before", "read it again");
    task.answer = answer;
    task.answered_by = principal.name;
    task.answered_at = hub.clock.now();
    auto commitment = store::update_meeting_task(connection, *stored);
    if (!commitment) return base::pass_on(commitment);
    store::close_tasks(connection, id.bytes, model::TaskKind::meeting_task);
    record(hub, connection, principal,
           {.action = base::word_of(Action::meeting_answer),
            .object_kind = "meeting_task",
            .object = id.bytes,
            .commitment = std::move(*commitment)});
    return std::move(task);
  });
}

JobStep meeting_task_step() {
  return writing_step(meeting_task_job, escalate_task);
}

}  // namespace workflow
