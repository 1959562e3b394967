#include "work/workflow/keep_report.h"

#include <algorithm>

#include "edges/store/task.h"
#include "ground/base/blank.h"
#include "work/workflow/record.h"
#include "work/workflow/report_access.h"

namespace workflow {
namespace {

using base::ErrorKind;
using base::Result;
using model::Keeping;
using model::KeepingDecision;
using model::KeepingRule;
using model::Principal;
using model::ReportState;
using rights::Action;

constexpr std::size_t reason_bytes_max = 4096;

/// As store::list_ended judges it by columns.
bool is_note(db::Connection& connection, const model::ReportRecord& record) {
  const bool waits_for_reader =
      record.state == ReportState::released || record.state == ReportState::second_reader;
  const bool is_low = !record.assessment || record.assessment->band == model::Band::log;
  return (is_ended(record) || (is_low && !waits_for_reader)) &&
         !store::is_in_use(connection, record.id);
}

void set_end(db::Connection& connection, const model::ReportRecord& record, Keeping& keeping) {
  const auto last = record.received_at + any_kept;
  const auto as_note = record.received_at + note_kept;
  const auto as_reviewed = keeping.decided_at + review_every;
  keeping.rule = keeping.on_hold                ? KeepingRule::hold
                 : !is_note(connection, record) ? KeepingRule::in_use
                 : as_reviewed > as_note        ? KeepingRule::reviewed
                                                : KeepingRule::note;
  keeping.until = keeping.rule == KeepingRule::note       ? as_note
                  : keeping.rule == KeepingRule::reviewed ? std::min(as_reviewed, last)
                                                          : last;
}

/// Approvers end what others keep, so they see it too.
Result<store::StoredReport> get_kept(const Hub& hub, db::Connection& connection,
                                     const Principal& principal, base::Id<model::Report> id) {
  const bool vets = rights::may_try(principal, Action::report_keep).has_value();
  return get_report_for(hub, connection, principal,
                        vets ? Action::report_keep : Action::report_purge, id);
}

}  // namespace

store::KeepingLimits keeping_limits(base::UtcTime now) {
  return {now - note_kept, now - any_kept, now - review_every};
}

Result<Keeping> read_keeping(Hub& hub, const Principal& principal, base::Id<model::Report> id) {
  return hub.database.read([&](db::Connection& connection) -> Result<Keeping> {
    const auto stored = get_kept(hub, connection, principal, id);
    if (!stored) return std::unexpected(stored.error());
    auto keeping = store::find_keeping(connection, *stored).value_or(Keeping{});
    set_end(connection, stored->record, keeping);
    return keeping;
  });
}

Result<Keeping> decide_keeping(Hub& hub, const Principal& principal, base::Id<model::Report> id,
                               std::int64_t revision, KeepingDecision decision,
                               const std::string& reason) {
  if (base::is_blank(reason) || reason.size() > reason_bytes_max)
    return base::fail(ErrorKind::invalid_input, "/reason", "is empty or has more than 4,096 bytes",
                      "say why in a sentence");
  return hub.database.write([&](db::Connection& connection) -> Result<Keeping> {
    const auto stored = get_report_for(hub, connection, principal, Action::report_keep, id);
    if (!stored) return std::unexpected(stored.error());
    auto keeping = store::find_keeping(connection, *stored).value_or(Keeping{});
    if (decision == KeepingDecision::lift && !keeping.on_hold)
      return base::fail(ErrorKind::refused, "/decision", "there is no hold to lift",
                        "read how the report is kept");
    keeping.revision = revision;
    keeping.on_hold =
        decision == KeepingDecision::hold || (decision == KeepingDecision::keep && keeping.on_hold);
    keeping.decided_by = principal.name;
    keeping.decided_at = hub.clock.now();
    keeping.reason = reason;
    set_end(connection, stored->record, keeping);
    auto commitment = store::set_keeping(connection, *stored, keeping);
    if (!commitment) return std::unexpected(commitment.error());
    record(
        hub, connection, principal,
        {base::word_of(Action::report_keep), "report_keeping", id.bytes, std::move(*commitment)});
    store::close_tasks(connection, id.bytes, model::TaskKind::review_keeping);
    return keeping;
  });
}

}  // namespace workflow
