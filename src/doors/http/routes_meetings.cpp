#include "doors/http/bodies.h"
#include "doors/http/routes.h"
#include "edges/codec/meeting_json.h"
#include "work/workflow/give_task.h"
#include "work/workflow/keep_meeting.h"

namespace http {
namespace {

using model::Meeting;
using model::MeetingTask;
using model::MeetingView;
using model::Principal;

Response shown_view(const Gate& gate, const base::Result<MeetingView>& view,
                    unsigned status = 200) {
  if (!view) return problem(view.error());
  return with_etag(json(status, gate.spoken(codec::encode(*view))), view->meeting.revision);
}

Response list_meetings(const Gate& gate, Request& request, const Principal& principal) {
  auto page = page_of(request);
  if (!page) return problem(page.error());
  auto found = workflow::list_meetings(gate.hub(), principal, *page);
  if (!found) return problem(found.error());
  return json(200, gate.spoken(encoded_page("meetings", *found)));
}

Response call(const Gate& gate, Request& request, const Principal& principal) {
  auto edit = codec::decode<model::MeetingEdit>(request.body);
  if (!edit) return problem(edit.error());
  return shown_view(
      gate, workflow::call_meeting(gate.hub(), principal, *edit, request_key_of(request)), 201);
}

Response open_meeting(const Gate& gate, Request& request, const Principal& principal) {
  auto id = id_of<Meeting>(request);
  if (!id) return problem(id.error());
  return shown_view(gate, workflow::open_meeting(gate.hub(), principal, *id));
}

Response edit_meeting(const Gate& gate, Request& request, const Principal& principal) {
  auto target = target_of<Meeting>(request);
  if (!target) return problem(target.error());
  auto body = codec::decode<model::MeetingEdit>(request.body);
  if (!body) return problem(body.error());
  return shown_view(
      gate, workflow::edit_meeting(gate.hub(), principal, target->id, target->revision, *body));
}

Response give(const Gate& gate, Request& request, const Principal& principal) {
  auto id = id_of<Meeting>(request);
  if (!id) return problem(id.error());
  auto body = codec::decode<model::MeetingTaskEdit>(request.body);
  if (!body) return problem(body.error());
  return shown_with_etag(
      gate, workflow::give_task(gate.hub(), principal, *id, *body, request_key_of(request)), 201);
}

Response open_task(const Gate& gate, Request& request, const Principal& principal) {
  auto id = id_of<MeetingTask>(request);
  if (!id) return problem(id.error());
  return shown_with_etag(gate, workflow::open_meeting_task(gate.hub(), principal, *id));
}

Response answer(const Gate& gate, Request& request, const Principal& principal) {
  auto target = target_of<MeetingTask>(request);
  if (!target) return problem(target.error());
  auto body = codec::decode<AnswerBody>(request.body);
  if (!body) return problem(body.error());
  return shown_with_etag(
      gate, workflow::answer_task(gate.hub(), principal, target->id, target->revision, body->text));
}

}  // namespace

void add_meeting_routes(Router& router, const Gate& gate) {
  const Adder add(router, gate);
  add(Method::get, "/api/v1/meetings", list_meetings);
  add(Method::post, "/api/v1/meetings", call);
  add(Method::get, "/api/v1/meetings/{id}", open_meeting);
  add(Method::put, "/api/v1/meetings/{id}", edit_meeting);
  add(Method::post, "/api/v1/meetings/{id}/tasks", give);
  add(Method::get, "/api/v1/meeting-tasks/{id}", open_task);
  add(Method::put, "/api/v1/meeting-tasks/{id}/answer", answer);
}

}  // namespace http
