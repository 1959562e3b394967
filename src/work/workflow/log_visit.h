#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "ground/base/result.h"
#include "ground/model/visit.h"
#include "work/workflow/hub.h"
#include "work/workflow/run_jobs.h"

/// A visit goes into the log, and what was promised there is kept or escalates.
namespace workflow {

/// Logged by the officer who was there, or for him at his desk. What was shown ends the task to
/// visit a firm that had not answered that alert; each promise becomes a clock of the desk.
///
/// invalid_input: at "/attendees" without any, "/site" for a site the firm does not have,
/// "/visited_at" in the future or over a year back, "/shown/0/id" for a card that does not exist,
/// an alert the firm did not get or a lesson that was not approved for firms, "/promises/0/what" or
/// "/due_on" for an empty promise or one due before the visit.
[[nodiscard]] base::Result<model::Visit> log_visit(Hub& hub, const model::Principal& principal,
                                                   model::VisitEdit edit,
                                                   const RequestKey& request = {});

/// The promise at this place of the list was kept, and how. Conflict where it was before. The last
/// one ends the task.
[[nodiscard]] base::Result<model::Visit> keep_promise(Hub& hub, const model::Principal& principal,
                                                      base::Id<model::Visit> id,
                                                      std::int64_t revision, std::size_t place,
                                                      const std::string& note);

inline constexpr std::string_view promise_job = "visit.promise";

/// One working day after a promise was due and not kept: the home desk gets the task too.
[[nodiscard]] JobStep promise_step();

}  // namespace workflow
