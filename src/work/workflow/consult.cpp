#include "work/workflow/consult.h"

#include <algorithm>
#include <functional>
#include <utility>

#include <fmt/format.h>

#include "edges/store/consultation.h"
#include "edges/store/job.h"
#include "edges/store/organisation.h"
#include "edges/store/task.h"
#include "ground/base/blank.h"
#include "steps/outreach/consultation.h"
#include "work/workflow/consultation_access.h"
#include "work/workflow/new_task.h"
#include "work/workflow/organisation_access.h"
#include "work/workflow/receiving_desk.h"
#include "work/workflow/record.h"
#include "work/workflow/service_clocks.h"
#include "work/workflow/submit_report.h"

namespace workflow {
namespace {

using base::ErrorKind;
using model::Consultation;
using model::ConsultationEdit;
using model::ConsultationState;
using model::ConsultationView;
using model::Organisation;
using model::Principal;
using model::Role;
using model::TaskKind;
using rights::Action;
using store::StoredConsultation;
using ConsultationId = base::Id<Consultation>;

base::Result<void> check_edit(const ConsultationEdit& edit) {
  for (std::size_t at = 0; at < edit.answers.size(); ++at)
    for (std::size_t before = 0; before < at; ++before)
      if (edit.answers[before].question == edit.answers[at].question)
        return base::fail(ErrorKind::invalid_input, fmt::format("/answers/{}/question", at),
                          "is answered twice", "give one answer a question");
  return {};
}

/// Loaded, judged, at the revision that was read and not closed yet.
base::Result<StoredConsultation> get_for_change(const Hub& hub, db::Connection& connection,
                                                const Principal& principal, Action action,
                                                ConsultationId id, std::int64_t revision) {
  auto stored = get_consultation_for(hub, connection, principal, action, id);
  if (!stored) return stored;
  if (stored->consultation.revision != revision)
    return base::fail(ErrorKind::precondition_failed, "", "the consultation has changed since",
                      "read it again and repeat the change");
  if (stored->consultation.state == ConsultationState::closed)
    return base::fail(ErrorKind::conflict, "", "the consultation is closed", "take down a new one");
  return stored;
}

base::Result<void> save(const Hub& hub, db::Connection& connection, const Principal& principal,
                        StoredConsultation& stored, std::string_view action) {
  auto commitment = store::update_consultation(connection, stored);
  if (!commitment) return base::pass_on(commitment);
  record(hub, connection, principal,
         {.action = action,
          .object_kind = "consultation",
          .object = stored.consultation.id.bytes,
          .commitment = std::move(*commitment)});
  return {};
}

base::Result<void> check_firm(db::Connection& connection, const Principal& principal,
                              base::Id<Organisation> firm) {
  if (firm.is_nil()) return {};
  auto found = get_organisation_for(connection, principal, Action::organisation_read, firm);
  if (!found) return base::pass_on(found);
  return {};
}

void take_over(Consultation& consultation, const ConsultationEdit& edit) {
  consultation.firm = edit.firm;
  consultation.way = edit.way;
  consultation.caller = edit.caller;
  consultation.answers = edit.answers;
  consultation.secret = edit.secret;
}

base::UtcTime due_by(base::UtcTime start, const Consultation& consultation) {
  const auto stage = outreach::stage_of(consultation.answers);
  return human_look_due(start, stage, stage == model::Stage::coerce);
}

model::Task task_about(Hub& hub, db::Connection& connection, const Consultation& consultation,
                       TaskKind kind, base::Id<Organisation> desk, Role role) {
  auto task = new_task(hub, desk, kind, role, consultation.id.bytes);
  task.stage = outreach::stage_of(consultation.answers);
  task.due_at = consultation.due_at;
  const auto firm = store::find_organisation(connection, consultation.firm);
  if (firm && !firm->sites.empty()) task.area = firm->sites.front().area;
  return task;
}

void start_clock(Hub& hub, db::Connection& connection, const Principal& principal,
                 const Consultation& consultation) {
  store::open_task(connection, task_about(hub, connection, consultation, TaskKind::consultation,
                                          consultation.organisation, desk_role(principal)));
  store::enqueue(connection, {std::string(consultation_job), consultation.id.bytes, "",
                              name_in_record(principal), consultation.due_at});
}

/// One change of a consultation that is not closed, in one transaction.
using ConsultationStep = std::function<base::Result<void>(db::Connection&, Consultation&)>;
base::Result<ConsultationView> change(Hub& hub, const Principal& principal, Action action,
                                      ConsultationId id, std::int64_t revision,
                                      std::string_view deed, const ConsultationStep& step) {
  return hub.database.write([&](db::Connection& connection) -> base::Result<ConsultationView> {
    auto stored = get_for_change(hub, connection, principal, action, id, revision);
    if (!stored) return base::pass_on(stored);
    if (auto done = step(connection, stored->consultation); !done) return base::pass_on(done);
    if (auto saved = save(hub, connection, principal, *stored, deed); !saved)
      return base::pass_on(saved);
    return outreach::view_of(std::move(stored->consultation));
  });
}

void close(const Hub& hub, db::Connection& connection, const Principal& principal,
           Consultation& consultation, model::Outcome outcome) {
  consultation.state = ConsultationState::closed;
  consultation.outcome = outcome;
  consultation.closed_by = principal.name;
  consultation.closed_at = hub.clock.now();
  store::close_all_tasks(connection, consultation.id.bytes, model::TaskState::done);
}

base::Result<model::Submission> submission_of(Hub& hub, const Principal& principal,
                                              ConsultationId id, std::int64_t revision) {
  return hub.database.read([&](db::Connection& connection) -> base::Result<model::Submission> {
    auto stored =
        get_for_change(hub, connection, principal, Action::consultation_take, id, revision);
    if (!stored) return base::pass_on(stored);
    const auto firm = store::find_organisation(connection, stored->consultation.firm);
    model::Submission submission;
    submission.report = outreach::report_of(stored->consultation, firm ? firm->key : "");
    if (desk_role(principal) == Role::analyst)
      submission.report.from.capacity = model::Capacity::analyst;
    if (submission.report.narrative.empty())
      return base::fail(ErrorKind::refused, "/answers", "say nothing of what happened",
                        "take down in words what happened");
    return submission;
  });
}

base::Result<void> escalate_consultation(Hub& hub, db::Connection& connection,
                                         const store::Job& job) {
  const auto stored = store::find_consultation(connection, hub.keys, {job.request.object});
  if (!stored || stored->consultation.state != ConsultationState::open ||
      stored->consultation.due_at > hub.clock.now())
    return {};
  const auto home = find_home_desk(connection);
  if (!home) return {};
  auto task = task_about(hub, connection, stored->consultation, TaskKind::consultation, home->id,
                         Role::analyst);
  task.area.clear();  // else the station would have it twice
  task.note = "overdue";
  store::open_task(connection, task);
  record(hub, connection, principal_of(job),
         {"consultation.overdue", "consultation", stored->consultation.id.bytes});
  return {};
}

}  // namespace

base::Result<ConsultationView> take_consultation(Hub& hub, const Principal& principal,
                                                 const ConsultationEdit& edit,
                                                 const RequestKey& request) {
  if (auto tried = rights::may_try(principal, Action::consultation_take); !tried)
    return base::pass_on(tried);
  if (auto fits = check_edit(edit); !fits) return base::pass_on(fits);
  return hub.database.write([&](db::Connection& connection) -> base::Result<ConsultationView> {
    auto replay = find_replay(connection, principal, request);
    if (!replay) return base::pass_on(replay);
    if (*replay)
      return outreach::view_of(
          store::find_consultation(connection, hub.keys, {(*replay)->object}).value().consultation);
    if (auto fits = check_firm(connection, principal, edit.firm); !fits) return base::pass_on(fits);
    StoredConsultation stored;
    auto& made = stored.consultation;
    made.made_at = hub.clock.now();
    made.id = hub.ids.make<Consultation>(made.made_at);
    made.organisation = principal.organisation;
    made.by = principal.name;
    take_over(made, edit);
    made.due_at = due_by(made.made_at, made);
    auto commitment = store::insert_consultation(connection, hub.keys, stored);
    record(hub, connection, principal,
           {.action = base::word_of(Action::consultation_take),
            .object_kind = "consultation",
            .object = made.id.bytes,
            .commitment = std::move(commitment)});
    start_clock(hub, connection, principal, made);
    remember(hub, connection, principal, request, "consultation", made.id.bytes, made.revision);
    return outreach::view_of(std::move(made));
  });
}

base::Result<ConsultationView> edit_consultation(Hub& hub, const Principal& principal,
                                                 ConsultationId id, std::int64_t revision,
                                                 const ConsultationEdit& edit) {
  if (auto fits = check_edit(edit); !fits) return base::pass_on(fits);
  return change(hub, principal, Action::consultation_take, id, revision, "consultation.edit",
                [&](db::Connection& connection, Consultation& now) -> base::Result<void> {
                  if (auto fits = check_firm(connection, principal, edit.firm); !fits) return fits;
                  take_over(now, edit);
                  now.due_at = std::min(now.due_at, due_by(hub.clock.now(), now));
                  if (now.state == ConsultationState::open)
                    start_clock(hub, connection, principal, now);
                  return {};
                });
}

base::Result<ConsultationView> open_consultation(Hub& hub, const Principal& principal,
                                                 ConsultationId id) {
  return hub.database.write([&](db::Connection& connection) -> base::Result<ConsultationView> {
    auto stored = get_consultation_for(hub, connection, principal, Action::consultation_read, id);
    if (!stored) return base::pass_on(stored);
    record(hub, connection, principal,
           {base::word_of(Action::consultation_read), "consultation", id.bytes, {}, "follow_up"});
    return outreach::view_of(std::move(stored->consultation));
  });
}

base::Result<model::Page<Consultation>> list_consultations(Hub& hub, const Principal& principal,
                                                           std::optional<ConsultationState> state,
                                                           const model::PageRequest& page) {
  if (auto tried = rights::may_try(principal, Action::consultation_read); !tried)
    return base::pass_on(tried);
  const store::ConsultationFilter filter{rights::scope_of(principal, Action::consultation_read),
                                         principal.organisation_key, state};
  return hub.database.read([&](db::Connection& connection) {
    return store::list_consultations(connection, hub.keys, filter, page);
  });
}

base::Result<ConsultationView> report_consultation(Hub& hub, const Principal& principal,
                                                   ConsultationId id, std::int64_t revision) {
  auto submission = submission_of(hub, principal, id, revision);
  if (!submission) return base::pass_on(submission);
  // Its id is the report's source_ref: after a crash between both the same report is found again.
  auto receipt = submit_report(hub, principal, *submission);
  if (!receipt) return base::pass_on(receipt);
  return change(hub, principal, Action::consultation_take, id, revision, "consultation.report",
                [&](db::Connection& connection, Consultation& now) -> base::Result<void> {
                  now.report = receipt->report;
                  if (now.state == ConsultationState::open)
                    close(hub, connection, principal, now, model::Outcome::report_made);
                  return {};
                });
}

base::Result<ConsultationView> refer_consultation(Hub& hub, const Principal& principal,
                                                  ConsultationId id, std::int64_t revision,
                                                  const std::string& reason) {
  if (base::is_blank(reason))
    return base::fail(ErrorKind::invalid_input, "/reason", "is empty",
                      "say why investigators should look");
  return change(hub, principal, Action::consultation_take, id, revision, "consultation.refer",
                [&](db::Connection& connection, Consultation& now) -> base::Result<void> {
                  if (now.state != ConsultationState::open)
                    return base::fail(ErrorKind::conflict, "",
                                      "the consultation was referred before",
                                      "wait for the investigators");
                  const auto home = find_home_desk(connection);
                  now.state = ConsultationState::referred;
                  now.referral_reason = reason;
                  now.referred_by = principal.name;
                  now.referred_at = hub.clock.now();
                  store::close_all_tasks(connection, id.bytes, model::TaskState::done);
                  auto task = task_about(hub, connection, now, TaskKind::decide_referral,
                                         home ? home->id : now.organisation, Role::investigator);
                  task.due_at = due_by(hub.clock.now(), now);
                  store::open_task(connection, task);
                  return {};
                });
}

base::Result<ConsultationView> close_consultation(Hub& hub, const Principal& principal,
                                                  ConsultationId id, std::int64_t revision,
                                                  const model::OutcomeEdit& edit) {
  if (edit.outcome == model::Outcome::none)
    return base::fail(ErrorKind::invalid_input, "/outcome", "says nothing",
                      "say what became of it");
  const bool is_investigator = principal.has(Role::investigator);
  const auto action = is_investigator ? Action::consultation_outcome : Action::consultation_take;
  return change(hub, principal, action, id, revision, "consultation.close",
                [&](db::Connection& connection, Consultation& now) -> base::Result<void> {
                  if (!is_investigator && now.state == ConsultationState::referred)
                    return base::fail(ErrorKind::conflict, "",
                                      "the consultation lies with the investigators",
                                      "wait for what they decide");
                  now.law = edit.law;
                  close(hub, connection, principal, now, edit.outcome);
                  return {};
                });
}

JobStep consultation_step() {
  return writing_step(consultation_job, escalate_consultation);
}

}  // namespace workflow
