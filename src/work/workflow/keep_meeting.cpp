#include "work/workflow/keep_meeting.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "edges/store/lesson.h"
#include "edges/store/organisation.h"
#include "ground/base/blank.h"
#include "work/workflow/make_agenda.h"
#include "work/workflow/meeting_access.h"
#include "work/workflow/record.h"

namespace workflow {
namespace {

using base::ErrorKind;
using model::Meeting;
using model::MeetingEdit;
using model::MeetingView;
using model::Organisation;
using model::Principal;
using rights::Action;
using store::StoredMeeting;
using MeetingId = base::Id<Meeting>;

constexpr std::chrono::days first_since{30};

/// Who may be called to a meeting: every organisation but a company.
bool is_desk(db::Connection& connection, base::Id<Organisation> id) {
  const auto found = store::find_organisation(connection, id);
  return found && found->kind != model::OrganisationKind::company;
}

void check_desks(db::Connection& connection, const MeetingEdit& edit,
                 std::vector<base::Issue>& issues) {
  for (std::size_t at = 0; at < edit.invited.size(); ++at)
    if (!is_desk(connection, edit.invited[at]))
      issues.push_back({fmt::format("/invited/{}", at), "is no desk of this register",
                        "choose a station, a bureau or another desk"});
  for (std::size_t at = 0; at < edit.attended.size(); ++at)
    if (!is_desk(connection, edit.attended[at].organisation))
      issues.push_back({fmt::format("/attended/{}/organisation", at), "is no desk of this register",
                        "choose a station, a bureau or another desk"});
}

/// `known`: lessons that stand in its minutes already; one of them may have been withdrawn since.
base::Result<void> check_edit(const Hub& hub, db::Connection& connection, const MeetingEdit& edit,
                              const std::vector<base::Id<model::Lesson>>& known) {
  std::vector<base::Issue> issues;
  if (base::is_blank(edit.title))
    issues.push_back({"/title", "is empty", "say what the meeting is about"});
  check_desks(connection, edit, issues);
  for (std::size_t at = 0; at < edit.told.size(); ++at) {
    if (std::ranges::count(known, edit.told[at]) > 0) continue;
    const auto lesson = store::find_lesson(connection, hub.keys, edit.told[at]);
    if (!lesson || lesson->lesson.state != model::LessonState::approved)
      issues.push_back({fmt::format("/told/{}", at), "is no approved lesson",
                        "tell only lessons that a second person approved"});
  }
  if (issues.empty()) return {};
  return base::fail(ErrorKind::invalid_input, std::move(issues));
}

MeetingView view_of(const Hub& hub, db::Connection& connection, Meeting meeting) {
  auto tasks = store::list_meeting_tasks(connection, hub.keys, meeting.id);
  return {std::move(meeting), std::move(tasks)};
}

Meeting meeting_of(Hub& hub, db::Connection& connection, const Principal& principal,
                   const MeetingEdit& edit) {
  Meeting meeting;
  meeting.made_at = hub.clock.now();
  meeting.id = hub.ids.make<Meeting>(meeting.made_at);
  meeting.organisation = principal.organisation;
  meeting.by = principal.name;
  meeting.since = store::find_last_meeting_time(connection, hub.keys, principal.organisation,
                                                edit.kind, meeting.made_at)
                      .value_or(meeting.made_at - first_since);
  meeting.agenda = make_agenda(hub, connection, principal, meeting.since);
  meeting.content = edit;
  return meeting;
}

}  // namespace

base::Result<MeetingView> call_meeting(Hub& hub, const Principal& principal,
                                       const MeetingEdit& edit, const RequestKey& request) {
  if (auto tried = rights::may_try(principal, Action::meeting_write); !tried)
    return base::pass_on(tried);
  return hub.database.write([&](db::Connection& connection) -> base::Result<MeetingView> {
    auto replay = find_replay(connection, principal, request);
    if (!replay) return base::pass_on(replay);
    if (*replay)
      return view_of(
          hub, connection,
          store::find_meeting(connection, hub.keys, {(*replay)->object}).value().meeting);
    if (auto fits = check_edit(hub, connection, edit, {}); !fits) return base::pass_on(fits);
    StoredMeeting stored;
    stored.meeting = meeting_of(hub, connection, principal, edit);
    auto commitment = store::insert_meeting(connection, hub.keys, stored);
    const auto id = stored.meeting.id.bytes;
    record(hub, connection, principal,
           {.action = base::word_of(Action::meeting_write),
            .object_kind = "meeting",
            .object = id,
            .commitment = std::move(commitment)});
    remember(hub, connection, principal, request, "meeting", id, stored.meeting.revision);
    return view_of(hub, connection, std::move(stored.meeting));
  });
}

base::Result<MeetingView> edit_meeting(Hub& hub, const Principal& principal, MeetingId id,
                                       std::int64_t revision, const MeetingEdit& edit) {
  return hub.database.write([&](db::Connection& connection) -> base::Result<MeetingView> {
    auto stored = get_meeting_for(hub, connection, principal, Action::meeting_write, id);
    if (!stored) return base::pass_on(stored);
    if (stored->meeting.revision != revision)
      return base::fail(ErrorKind::precondition_failed, "", "the meeting has changed since",
                        "read it again and repeat the change");
    if (auto fits = check_edit(hub, connection, edit, stored->meeting.content.told); !fits)
      return base::pass_on(fits);
    stored->meeting.content = edit;
    auto commitment = store::update_meeting(connection, *stored);
    if (!commitment) return base::pass_on(commitment);
    record(hub, connection, principal,
           {.action = "meeting.edit",
            .object_kind = "meeting",
            .object = id.bytes,
            .commitment = std::move(*commitment)});
    return view_of(hub, connection, std::move(stored->meeting));
  });
}

base::Result<MeetingView> open_meeting(Hub& hub, const Principal& principal, MeetingId id) {
  return hub.database.write([&](db::Connection& connection) -> base::Result<MeetingView> {
    auto stored = get_meeting_for(hub, connection, principal, Action::meeting_read, id);
    if (!stored) return base::pass_on(stored);
    record(hub, connection, principal,
           {base::word_of(Action::meeting_read), "meeting", id.bytes, {}, "follow_up"});
    return view_of(hub, connection, std::move(stored->meeting));
  });
}

base::Result<model::Page<Meeting>> list_meetings(Hub& hub, const Principal& principal,
                                                 const model::PageRequest& page) {
  if (auto tried = rights::may_try(principal, Action::meeting_read); !tried)
    return base::pass_on(tried);
  const auto scope = rights::scope_of(principal, Action::meeting_read);
  return hub.database.read([&](db::Connection& connection) {
    return store::list_meetings(connection, hub.keys, scope, page);
  });
}

}  // namespace workflow
