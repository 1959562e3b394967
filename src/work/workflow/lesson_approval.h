#pragma once

#include <string_view>

#include "edges/db/connection.h"
#include "ground/model/lesson.h"
#include "work/workflow/hub.h"
#include "work/workflow/run_jobs.h"

/// The clock of a lesson that waits for a second person: due in a working day, reminded then, put
/// before the desks above a working day later.
namespace workflow {

inline constexpr std::string_view lesson_job = "lesson.approval";

/// A task for an approver of the home desk who did not write it, and its clock.
void ask_for_approval(Hub& hub, db::Connection& connection, const model::Principal& principal,
                      const model::Lesson& lesson);

/// When the time is over and nobody has decided: whoever took the task has not acted, so it is
/// anybody's again, with the note "overdue". A working day later the approvers of the desks above
/// get it, too: the national desk, in a register without one every prefecture and other bureau. In
/// a hub without any of them the task stays with the home desk and on the agenda of its meetings.
[[nodiscard]] JobStep lesson_step();

}  // namespace workflow
