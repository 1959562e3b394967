#include "work/workflow/meeting_access.h"

#include "work/workflow/record.h"

namespace workflow {

using model::Principal;
using rights::Action;

base::Result<store::StoredMeeting> get_meeting_for(const Hub& hub, db::Connection& connection,
                                                   const Principal& principal, Action action,
                                                   base::Id<model::Meeting> id) {
  if (auto tried = rights::may_try(principal, action); !tried) return base::pass_on(tried);
  auto stored = store::find_meeting(connection, hub.keys, id);
  if (!stored) return no_such("meeting");
  rights::Facts facts;
  facts.owner = stored->meeting.organisation;
  facts.addressed = store::is_desk_of_meeting(connection, id, principal.organisation);
  if (auto decided = rights::decide(principal, action, facts); !decided)
    return base::pass_on(decided);
  return std::move(*stored);
}

base::Result<store::StoredMeetingTask> get_meeting_task_for(const Hub& hub,
                                                            db::Connection& connection,
                                                            const Principal& principal,
                                                            Action action,
                                                            base::Id<model::MeetingTask> id) {
  if (auto tried = rights::may_try(principal, action); !tried) return base::pass_on(tried);
  auto stored = store::find_meeting_task(connection, hub.keys, id);
  if (!stored) return no_such("task");
  rights::Facts facts;
  facts.owner = stored->task.content.desk;
  const bool is_reading = action == Action::meeting_read;
  facts.addressed = is_reading && store::is_desk_of_meeting(connection, stored->task.meeting,
                                                            principal.organisation);
  if (auto decided = rights::decide(principal, action, facts); !decided)
    return base::pass_on(decided);
  return std::move(*stored);
}

}  // namespace workflow
