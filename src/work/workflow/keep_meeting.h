#pragma once

#include <cstdint>

#include "ground/base/result.h"
#include "ground/model/meeting.h"
#include "ground/model/page.h"
#include "work/workflow/hub.h"

/// Meetings of desks: called with an agenda that the figures make, then written down.
namespace workflow {

/// Calls a meeting, or writes one down that took place. Its agenda (make_agenda.h) counts what
/// changed since the last meeting of the desk of the same kind (30 days where there was none).
/// invalid_input: "/title" empty, "/invited/0" or "/attended/0/organisation" for what is no
/// desk of the police or an industry body, "/told/0" for a lesson that is not approved.
[[nodiscard]] base::Result<model::MeetingView> call_meeting(Hub& hub,
                                                            const model::Principal& principal,
                                                            const model::MeetingEdit& edit,
                                                            const RequestKey& request = {});

/// Replaces what is written of a meeting; the agenda stays as it was when it was called.
[[nodiscard]] base::Result<model::MeetingView> edit_meeting(Hub& hub,
                                                            const model::Principal& principal,
                                                            base::Id<model::Meeting> id,
                                                            std::int64_t revision,
                                                            const model::MeetingEdit& edit);

/// For the desk that called it, the desks that were called or took part, and the bureau.
[[nodiscard]] base::Result<model::MeetingView> open_meeting(Hub& hub,
                                                            const model::Principal& principal,
                                                            base::Id<model::Meeting> id);

/// Latest first.
[[nodiscard]] base::Result<model::Page<model::Meeting>> list_meetings(
    Hub& hub, const model::Principal& principal, const model::PageRequest& page);

}  // namespace workflow
