#pragma once

#include <vector>

#include "edges/store/report.h"
#include "ground/access/access.h"
#include "work/workflow/hub.h"

/// How a use case gets at a report: loaded and judged in one step, so that none forgets to ask.
namespace workflow {

/// What a decision needs to know of a report. `not_by` names who did the part before.
[[nodiscard]] rights::Facts facts_of(const Hub& hub, const model::Principal& principal,
                                     const store::StoredReport& stored,
                                     std::vector<std::string> not_by = {});

/// The report, if the principal may do this to it: not_found where it is not there or outside
/// the principal's reach, forbidden or unauthenticated where the role has no such right.
[[nodiscard]] base::Result<store::StoredReport> get_report_for(const Hub& hub,
                                                               db::Connection& connection,
                                                               const model::Principal& principal,
                                                               rights::Action action,
                                                               base::Id<model::Report> id);

/// The same, when `revision` is what the report has now; else precondition_failed.
[[nodiscard]] base::Result<store::StoredReport> get_report_for_change(
    const Hub& hub, db::Connection& connection, const model::Principal& principal,
    rights::Action action, base::Id<model::Report> id, std::int64_t revision);

/// Whether no step follows: it was set aside or withdrawn.
[[nodiscard]] bool is_ended(const model::ReportRecord& record);

/// Whether the principal belongs to the side that owns the report: its firm or its reporter.
[[nodiscard]] bool is_owner(const Hub& hub, const model::Principal& principal,
                            const store::StoredReport& stored);

/// The version of the content that this principal reads: an owner the newest, everybody else
/// the one that was released.
[[nodiscard]] int version_for(const Hub& hub, const model::Principal& principal,
                              const store::StoredReport& stored);

/// Whoever reports as an employee stands in no record and no table by name: the record says
/// "employee" of the firm. Everybody else is returned as he is.
[[nodiscard]] model::Principal without_reporter_name(const model::Principal& principal);

/// Writes the handling back with its audit row, all in the caller's transaction.
[[nodiscard]] base::Result<void> save_report(const Hub& hub, db::Connection& connection,
                                             const model::Principal& principal,
                                             store::StoredReport& stored, std::string_view action);

}  // namespace workflow
