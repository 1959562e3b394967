#pragma once

#include "edges/store/meeting.h"
#include "ground/access/access.h"
#include "ground/base/result.h"
#include "work/workflow/hub.h"

/// How a use case gets at a meeting or one of its tasks: loaded and judged in one step.
namespace workflow {

/// The meeting, if the principal may do this to it: his desk called it, was called or took part.
[[nodiscard]] base::Result<store::StoredMeeting> get_meeting_for(const Hub& hub,
                                                                 db::Connection& connection,
                                                                 const model::Principal& principal,
                                                                 rights::Action action,
                                                                 base::Id<model::Meeting> id);

/// The task, if the principal may do this to it: it lies on his desk, or for reading, he may read
/// the meeting.
[[nodiscard]] base::Result<store::StoredMeetingTask> get_meeting_task_for(
    const Hub& hub, db::Connection& connection, const model::Principal& principal,
    rights::Action action, base::Id<model::MeetingTask> id);

}  // namespace workflow
