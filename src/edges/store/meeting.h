#pragma once

#include <optional>
#include <vector>

#include "edges/db/connection.h"
#include "edges/store/committed_content.h"
#include "edges/store/row_key.h"
#include "ground/access/access.h"
#include "ground/base/result.h"
#include "ground/model/meeting.h"
#include "ground/model/page.h"

/// Meetings and what they gave desks to do. Rows belong to the desk that called the meeting; each
/// is sealed with its own key.
namespace store {

struct StoredMeeting {
  model::Meeting meeting;
  RowKey key;
};
struct StoredMeetingTask {
  model::MeetingTask task;
  RowKey key;
};

/// Writes a new meeting; revision becomes 1. Gives the commitment for its audit row.
[[nodiscard]] base::Bytes insert_meeting(db::Connection& connection, const Keys& keys,
                                         StoredMeeting& stored);
[[nodiscard]] std::optional<StoredMeeting> find_meeting(db::Connection& connection,
                                                        const Keys& keys,
                                                        base::Id<model::Meeting> id);
/// precondition_failed where the revision is another.
[[nodiscard]] base::Result<base::Bytes> update_meeting(db::Connection& connection,
                                                       StoredMeeting& stored);

/// Whether the desk was called to it or took part.
[[nodiscard]] bool is_desk_of_meeting(db::Connection& connection, base::Id<model::Meeting> meeting,
                                      base::Id<model::Organisation> desk);

/// When the last meeting of this kind before `now` of this desk was; nothing where there was none.
[[nodiscard]] std::optional<base::UtcTime> find_last_meeting_time(
    db::Connection& connection, const Keys& keys, base::Id<model::Organisation> desk,
    model::MeetingKind kind, base::UtcTime now);

/// Latest first. The own part of a scope holds meetings that the desk called or was called to.
[[nodiscard]] model::Page<model::Meeting> list_meetings(db::Connection& connection,
                                                        const Keys& keys,
                                                        const rights::Scope& scope,
                                                        const model::PageRequest& page);

[[nodiscard]] base::Bytes insert_meeting_task(db::Connection& connection, const Keys& keys,
                                              StoredMeetingTask& stored);
[[nodiscard]] std::optional<StoredMeetingTask> find_meeting_task(db::Connection& connection,
                                                                 const Keys& keys,
                                                                 base::Id<model::MeetingTask> id);
/// precondition_failed where the revision is another.
[[nodiscard]] base::Result<base::Bytes> update_meeting_task(db::Connection& connection,
                                                            StoredMeetingTask& stored);
/// Due first.
[[nodiscard]] std::vector<model::MeetingTask> list_meeting_tasks(db::Connection& connection,
                                                                 const Keys& keys,
                                                                 base::Id<model::Meeting> meeting);

/// Both for the check of the record.
[[nodiscard]] ContentSource meeting_content();
[[nodiscard]] ContentSource meeting_task_content();

}  // namespace store
