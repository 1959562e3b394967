#include "work/workflow/vet_report.h"

#include <algorithm>
#include <functional>

#include "edges/store/job.h"
#include "edges/store/task.h"
#include "ground/base/blank.h"
#include "work/engine/knowledge.h"
#include "work/workflow/correct_alert.h"
#include "work/workflow/process_report.h"
#include "work/workflow/record.h"
#include "work/workflow/report_access.h"
#include "work/workflow/report_reading.h"
#include "work/workflow/report_tasks.h"

namespace workflow {
namespace {

using base::ErrorKind;
using base::Result;
using model::Principal;
using model::ReportRecord;
using model::ReportState;
using rights::Action;

/// What the caller wants to change and as what it saw the report.
struct Change {
  const Principal& principal;
  Action action;
  base::Id<model::Report> id;
  std::int64_t revision;
};

using VettingStep = std::function<Result<void>(db::Connection&, store::StoredReport&)>;

/// The record with the content that this principal reads.
ReportRecord answer(const Hub& hub, db::Connection& connection, const Principal& principal,
                    const store::StoredReport& stored) {
  auto record = stored.record;
  record.content = store::find_content(connection, stored, version_for(hub, principal, stored))
                       .value_or(model::Report{});
  return record;
}

/// Load, judge, change, write, in one transaction.
Result<ReportRecord> change_report(Hub& hub, const Change& change, const VettingStep& step) {
  return hub.database.write([&](db::Connection& connection) -> Result<ReportRecord> {
    auto stored = get_report_for_change(hub, connection, change.principal, change.action, change.id,
                                        change.revision);
    if (!stored) return pass_on(stored);
    if (auto done = step(connection, *stored); !done) return pass_on(done);
    if (auto saved =
            save_report(hub, connection, change.principal, *stored, base::word_of(change.action));
        !saved)
      return pass_on(saved);
    return answer(hub, connection, change.principal, *stored);
  });
}

std::unexpected<base::Error> wrong_state(std::string_view next_step) {
  return base::fail(ErrorKind::refused, "state", "the report is not at this step",
                    std::string(next_step));
}

bool is_under_way(ReportState state) {
  return state == ReportState::released || state == ReportState::vetted_behaviour ||
         state == ReportState::vetted_context;
}

bool is_known(const model::IndicatorTable& table, const std::string& id) {
  return std::ranges::any_of(table.indicators, [&](const auto& item) { return item.id == id; }) ||
         std::ranges::any_of(table.counters, [&](const auto& item) { return item.id == id; });
}

Result<void> check_reason(const std::string& reason) {
  if (!base::is_blank(reason)) return {};
  return base::fail(ErrorKind::refused, "/reason", "is empty", "say why in a sentence");
}

Result<void> put_aside(Hub& hub, db::Connection& connection, const Principal& principal,
                       store::StoredReport& stored, const std::string& reason) {
  if (auto checked = check_reason(reason); !checked) return checked;
  forget_derived(hub, connection, principal, stored);
  ask_corrections_of_report(hub, connection, principal, stored.record.id);
  stored.record.state = ReportState::set_aside;
  stored.record.set_aside_reason = reason;
  close_vetting(connection, stored.record.id);
  return {};
}

}  // namespace

Result<ReportRecord> tick_indicator(Hub& hub, const Principal& principal,
                                    base::Id<model::Report> id, std::int64_t revision,
                                    const std::string& indicator, model::Tick tick) {
  if (!is_known(hub.knowledge.table(), indicator))
    return base::fail(ErrorKind::invalid_input, "indicator", "is not in the table",
                      "see /api/v1/door/vocabulary for the ids");
  return change_report(hub, {principal, Action::vet_behaviour, id, revision},
                       [&](db::Connection& connection, store::StoredReport& stored) {
                         if (!is_under_way(stored.record.state))
                           return Result<void>(wrong_state("only a released report is vetted"));
                         put_tick(stored.record.indicators, indicator, tick);
                         assess_again(hub, connection, stored);
                         request_features(hub, connection, principal, id);
                         propose_alert(hub, connection, stored);
                         return Result<void>{};
                       });
}

Result<ReportRecord> vet_behaviour(Hub& hub, const Principal& principal, base::Id<model::Report> id,
                                   std::int64_t revision) {
  return change_report(hub, {principal, Action::vet_behaviour, id, revision},
                       [&](db::Connection& connection, store::StoredReport& stored) {
                         auto& record = stored.record;
                         if (record.state != ReportState::released)
                           return Result<void>(wrong_state("vet a released report"));
                         record.state = ReportState::vetted_behaviour;
                         record.vetted_behaviour_by = principal.name;
                         store::close_tasks(connection, id.bytes, model::TaskKind::vet_behaviour);
                         open_context_vetting(hub, connection, stored);
                         propose_alert(hub, connection, stored);
                         return Result<void>{};
                       });
}

Result<ReportRecord> vet_context(Hub& hub, const Principal& principal, base::Id<model::Report> id,
                                 std::int64_t revision, const std::string& note) {
  return hub.database.write([&](db::Connection& connection) -> Result<ReportRecord> {
    auto stored = store::find_report(connection, hub.keys, id);
    if (auto tried = rights::may_try(principal, Action::vet_context); !tried) return pass_on(tried);
    if (!stored) return no_such("report");
    auto& record = stored->record;
    const auto facts = facts_of(hub, principal, *stored, {record.vetted_behaviour_by});
    if (auto allowed = rights::decide(principal, Action::vet_context, facts); !allowed)
      return pass_on(allowed);
    if (record.revision != revision)
      return base::fail(ErrorKind::precondition_failed, "", "the report has changed since",
                        "read it again and repeat the change");
    if (record.state != ReportState::vetted_behaviour)
      return wrong_state("vet its behaviour first");
    auto seen = answer(hub, connection, principal, *stored);
    if (seen.content.how_learned == model::HowLearned::not_said && !check_reason(note))
      return base::fail(ErrorKind::refused, "/how_learned", "is not known yet",
                        "say in the reason how the reporter learned of it");
    record.state = ReportState::vetted_context;
    record.vetted_context_by = principal.name;
    record.vetting_note = note;
    store::close_tasks(connection, id.bytes, model::TaskKind::vet_context);
    propose_alert(hub, connection, *stored);
    if (auto saved =
            save_report(hub, connection, principal, *stored, base::word_of(Action::vet_context));
        !saved)
      return pass_on(saved);
    return answer(hub, connection, principal, *stored);
  });
}

Result<ReportRecord> set_aside(Hub& hub, const Principal& principal, base::Id<model::Report> id,
                               std::int64_t revision, const std::string& reason) {
  return change_report(
      hub, {principal, Action::report_set_aside, id, revision},
      [&](db::Connection& connection, store::StoredReport& stored) {
        const auto state = stored.record.state;
        if (!is_under_way(state) && state != ReportState::second_reader)
          return Result<void>(wrong_state("only a report that is under way can be set aside"));
        return put_aside(hub, connection, principal, stored, reason);
      });
}

Result<ReportRecord> second_reading(Hub& hub, const Principal& principal,
                                    base::Id<model::Report> id, std::int64_t revision,
                                    SecondReading decision, const std::string& reason) {
  return change_report(hub, {principal, Action::second_read, id, revision},
                       [&](db::Connection& connection, store::StoredReport& stored) {
                         auto& record = stored.record;
                         if (record.state != ReportState::second_reader)
                           return Result<void>(wrong_state("no guard stopped this report"));
                         if (decision == SecondReading::not_a_contact_case)
                           return put_aside(hub, connection, principal, stored, reason);
                         if (auto checked = check_reason(reason); !checked) return checked;
                         record.state = ReportState::released;
                         record.second_read_by = principal.name;
                         record.guard.clear();
                         store::close_tasks(connection, id.bytes, model::TaskKind::second_reader);
                         request_reading(hub, connection, principal, id);
                         return Result<void>{};
                       });
}

Result<ReportRecord> retry_failed_step(Hub& hub, const Principal& principal,
                                       base::Id<model::Report> id) {
  return hub.database.write([&](db::Connection& connection) -> Result<ReportRecord> {
    auto stored = get_report_for(hub, connection, principal, Action::vet_behaviour, id);
    if (!stored) return pass_on(stored);
    auto& record = stored->record;
    if (record.failed_step.empty()) return wrong_state("no step of this report has failed");
    store::enqueue(connection, {record.failed_step, id.bytes, "", principal.name, hub.clock.now()});
    record.failed_step.clear();
    record.failed_reason.clear();
    store::close_tasks(connection, id.bytes, model::TaskKind::failed_step);
    if (auto saved = save_report(hub, connection, principal, *stored, "report.retry"); !saved)
      return pass_on(saved);
    return answer(hub, connection, principal, *stored);
  });
}

}  // namespace workflow
