#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ground/base/result.h"
#include "ground/model/meeting.h"
#include "work/workflow/hub.h"
#include "work/workflow/run_jobs.h"

/// What a meeting gives a desk to do: a task in its queue with a clock, ended by an answer.
namespace workflow {

/// invalid_input: "/what" empty, "/due_on" before today, "/desk" for what is no desk, "/owner" for
/// an account that is not active there.
[[nodiscard]] base::Result<model::MeetingTask> give_task(Hub& hub,
                                                         const model::Principal& principal,
                                                         base::Id<model::Meeting> meeting,
                                                         const model::MeetingTaskEdit& edit,
                                                         const RequestKey& request = {});

[[nodiscard]] base::Result<model::MeetingTask> open_meeting_task(Hub& hub,
                                                                 const model::Principal& principal,
                                                                 base::Id<model::MeetingTask> id);

/// Says what came of it; the task ends. invalid_input at "/text" where it says nothing, conflict
/// where it was answered before.
[[nodiscard]] base::Result<model::MeetingTask> answer_task(Hub& hub,
                                                           const model::Principal& principal,
                                                           base::Id<model::MeetingTask> id,
                                                           std::int64_t revision,
                                                           const std::string& answer);

inline constexpr std::string_view meeting_task_job = "meeting.task";

/// One working day after a task was due and not answered: the desk that called the meeting gets it
/// too.
[[nodiscard]] JobStep meeting_task_step();

}  // namespace workflow
