#pragma once

#include <vector>

#include "edges/db/connection.h"
#include "ground/model/assessment.h"
#include "work/workflow/hub.h"

/// What the figures put before a meeting.
namespace workflow {

/// The agenda is read by every desk that is called, in other prefectures and industry bodies, too,
/// and it may be made at any moment. Therefore what counts firms is told as everywhere
/// (outreach/figures.h): nothing of fewer than five firms, and in coarse steps, so that two agendas
/// differ by no single report. What the desks owe each other is told as it is. Codes of
/// edges/render, the most pressing first:
///   agenda_overdue {count, kind...}   clocks that have run out, so many or more, with their kinds
///   agenda_tasks {count}              tasks of earlier meetings that wait for an answer
///   agenda_unanswered {count, days}   copies of alerts that firms have not acknowledged, so many
///   or
///                                     more; five firms or more have left them so long
///   agenda_reports {count}            reports since `since`, so many or more
///   agenda_concern {count}            of them, of concern or higher, so many or more
///   agenda_lessons {count}            lessons approved since then
///   agenda_coverage {visited, firms}  visits of the last year
[[nodiscard]] std::vector<model::Reason> make_agenda(const Hub& hub, db::Connection& connection,
                                                     const model::Principal& principal,
                                                     base::UtcTime since);

}  // namespace workflow
