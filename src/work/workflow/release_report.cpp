#include "work/workflow/release_report.h"

#include "edges/store/organisation.h"
#include "edges/store/task.h"
#include "ground/base/blank.h"
#include "ground/crypto/digest.h"
#include "work/workflow/correct_alert.h"
#include "work/workflow/process_report.h"
#include "work/workflow/record.h"
#include "work/workflow/report_access.h"
#include "work/workflow/report_tasks.h"

namespace workflow {
namespace {

using base::ErrorKind;
using base::Result;
using model::Principal;
using model::ReportRecord;
using model::ReportState;
using rights::Action;

Result<ReportRecord> saved_record(const Hub& hub, db::Connection& connection,
                                  const Principal& principal, store::StoredReport& stored,
                                  Action action) {
  if (auto saved = save_report(hub, connection, principal, stored, base::word_of(action)); !saved)
    return pass_on(saved);
  auto record = stored.record;
  record.content = store::find_content(connection, stored, version_for(hub, principal, stored))
                       .value_or(model::Report{});
  return record;
}

Result<Preview> preview_of(db::Connection& connection, const store::StoredReport& stored) {
  auto content = store::find_content_json(connection, stored, stored.record.version);
  if (!content) return no_such("version");
  return Preview{stored.record.version, base::hex(crypto::digest(base::as_bytes(*content))),
                 std::move(*content)};
}

std::unexpected<base::Error> has_ended() {
  return base::fail(ErrorKind::refused, "state", "the report was set aside or withdrawn",
                    "send a new report");
}

/// Whether the owner lets each version out by a release of its own.
bool is_held_by_owner(db::Connection& connection, const ReportRecord& record) {
  const auto owner = store::find_organisation(connection, record.organisation);
  return owner && owner->kind == model::OrganisationKind::company &&
         (owner->reports_held || record.released_version == 0);
}

}  // namespace

Result<ReportRecord> correct_report(Hub& hub, const Principal& principal,
                                    base::Id<model::Report> id, std::int64_t revision,
                                    const model::Submission& submission) {
  const auto now = hub.clock.now();
  if (auto checked = model::check(submission.report, now); !checked) return pass_on(checked);
  if (submission.reporter)
    return base::fail(ErrorKind::refused, "/reporter", "was sealed when the report came in",
                      "leave it out of a correction");
  return hub.database.write([&](db::Connection& connection) -> Result<ReportRecord> {
    auto stored =
        get_report_for_change(hub, connection, principal, Action::report_correct, id, revision);
    if (!stored) return pass_on(stored);
    if (is_ended(stored->record)) return has_ended();
    const auto before = store::find_content(connection, *stored, stored->record.version);
    auto content = submission.report;
    content.source_ref = stored->source_ref;
    if (before) {
      content.from.capacity = before->from.capacity;
      content.from.organisation = before->from.organisation;
    }
    store::add_version(connection, *stored, content, without_reporter_name(principal).name, now);
    if (!is_held_by_owner(connection, stored->record)) let_out_newest(stored->record);
    request_reading(hub, connection, without_reporter_name(principal), id);
    return saved_record(hub, connection, principal, *stored, Action::report_correct);
  });
}

Result<Preview> preview_release(Hub& hub, const Principal& principal, base::Id<model::Report> id) {
  return hub.database.write([&](db::Connection& connection) -> Result<Preview> {
    const auto stored = get_report_for(hub, connection, principal, Action::report_preview, id);
    if (!stored) return std::unexpected(stored.error());
    record(hub, connection, principal,
           {base::word_of(Action::report_preview), "report", id.bytes, {}, "own_report"});
    return preview_of(connection, *stored);
  });
}

Result<ReportRecord> release_report(Hub& hub, const Principal& principal,
                                    base::Id<model::Report> id, std::int64_t revision,
                                    const std::string& hash, model::LegalBasis basis) {
  if (basis == model::LegalBasis::not_said)
    return base::fail(ErrorKind::refused, "/legal_basis", "is missing",
                      "say on which basis the firm hands this over");
  return hub.database.write([&](db::Connection& connection) -> Result<ReportRecord> {
    auto stored =
        get_report_for_change(hub, connection, principal, Action::report_release, id, revision);
    if (!stored) return pass_on(stored);
    auto& record = stored->record;
    if (is_ended(record)) return has_ended();
    const auto preview = preview_of(connection, *stored);
    if (!preview) return std::unexpected(preview.error());
    if (preview->hash != hash)
      return base::fail(ErrorKind::refused, "/hash", "is not that of the newest version",
                        "preview it again and release what you saw");
    let_out_newest(record);
    record.release_basis = basis;
    request_reading(hub, connection, principal, id);
    return saved_record(hub, connection, principal, *stored, Action::report_release);
  });
}

Result<ReportRecord> withdraw_report(Hub& hub, const Principal& principal,
                                     base::Id<model::Report> id, std::int64_t revision,
                                     const std::string& reason) {
  return hub.database.write([&](db::Connection& connection) -> Result<ReportRecord> {
    auto stored =
        get_report_for_change(hub, connection, principal, Action::report_withdraw, id, revision);
    if (!stored) return pass_on(stored);
    auto& record = stored->record;
    if (record.state == ReportState::withdrawn) return has_ended();
    if (base::is_blank(reason))
      return base::fail(ErrorKind::refused, "/reason", "is empty", "say why in a sentence");
    take_back(hub, connection, without_reporter_name(principal), *stored, reason);
    return saved_record(hub, connection, principal, *stored, Action::report_withdraw);
  });
}

void let_out_newest(ReportRecord& record) {
  record.released_version = record.version;
  record.state = ReportState::released;
  record.vetted_behaviour_by.clear();
  record.vetted_context_by.clear();
  record.second_read_by.clear();
}

void take_back(Hub& hub, db::Connection& connection, const Principal& principal,
               store::StoredReport& stored, const std::string& reason) {
  auto& record = stored.record;
  forget_derived(hub, connection, principal, stored);
  store::close_all_tasks(connection, record.id.bytes);
  ask_corrections_of_report(hub, connection, principal, record.id);
  record.state = ReportState::withdrawn;
  record.set_aside_reason = reason;
}

}  // namespace workflow
