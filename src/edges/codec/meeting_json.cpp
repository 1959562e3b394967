#include "edges/codec/meeting_json.h"

#include "edges/codec/archive.h"
#include "edges/codec/assessment_json.h"

namespace codec {
namespace {

constexpr auto lines = list_up_to(50, 2000);

}  // namespace

template <class Archive>
void describe(Archive& archive, model::Attendance& attendance) {
  archive.required("organisation", attendance.organisation);
  archive.required("people", attendance.people, between(1, 1000));
}

template <class Archive>
void describe(Archive& archive, model::MeetingEdit& edit) {
  archive.defaulted("kind", edit.kind, model::MeetingKind::strategy);
  archive.required("title", edit.title, text_up_to(600));
  archive.required("starts_at", edit.starts_at);
  archive.optional("place", edit.place, text_up_to(600));
  archive.optional("invited", edit.invited, list_up_to(500));
  archive.optional("points", edit.points, lines);
  archive.optional("attended", edit.attended, list_up_to(500));
  archive.optional("told", edit.told, list_up_to(100));
  archive.optional("questions", edit.questions, lines);
  archive.optional("decisions", edit.decisions, lines);
}

template <class Archive>
void describe(Archive& archive, model::Meeting& meeting) {
  archive.required("id", meeting.id);
  archive.required("organisation", meeting.organisation);
  archive.required("by", meeting.by);
  archive.required("made_at", meeting.made_at);
  archive.required("since", meeting.since);
  archive.required("agenda", meeting.agenda);
  archive.required("content", meeting.content);
  archive.optional("revision", meeting.revision);
}

template <class Archive>
void describe(Archive& archive, model::MeetingTaskEdit& edit) {
  archive.required("desk", edit.desk);
  archive.optional("owner", edit.owner, text_up_to(64));
  archive.required("what", edit.what, text_up_to(3000));
  archive.required("due_on", edit.due_on);
}

template <class Archive>
void describe(Archive& archive, model::MeetingTask& task) {
  archive.required("id", task.id);
  archive.required("meeting", task.meeting);
  archive.required("organisation", task.organisation);
  archive.required("by", task.by);
  archive.required("made_at", task.made_at);
  archive.required("content", task.content);
  archive.optional("answer", task.answer, text_up_to(12'000));
  archive.optional("answered_by", task.answered_by);
  archive.optional("answered_at", task.answered_at);
  archive.optional("revision", task.revision);
}

template <class Archive>
void describe(Archive& archive, model::MeetingView& view) {
  archive.required("meeting", view.meeting);
  archive.required("tasks", view.tasks);
}

template base::Result<model::Meeting> decode<model::Meeting>(std::string_view, const JsonLimits&);
template std::string encode<model::Meeting>(const model::Meeting&);
template base::Result<model::MeetingEdit> decode<model::MeetingEdit>(std::string_view,
                                                                     const JsonLimits&);
template base::Result<model::MeetingTask> decode<model::MeetingTask>(std::string_view,
                                                                     const JsonLimits&);
template std::string encode<model::MeetingTask>(const model::MeetingTask&);
template base::Result<model::MeetingTaskEdit> decode<model::MeetingTaskEdit>(std::string_view,
                                                                             const JsonLimits&);
template std::string encode<model::MeetingView>(const model::MeetingView&);

}  // namespace codec
