#include "doors/http/bodies.h"
#include "doors/http/routes.h"
#include "edges/codec/lesson_json.h"
#include "work/workflow/keep_lesson.h"

namespace http {
namespace {

using model::Lesson;
using model::Principal;

Response list_lessons(const Gate& gate, Request& request, const Principal& principal) {
  auto page = page_of(request);
  if (!page) return problem(page.error());
  std::optional<model::LessonState> state;
  if (const auto word = query_of(request, "state"); !word.empty()) {
    state = base::find_word<model::LessonState>(word);
    if (!state)
      return problem(base::Error(base::ErrorKind::invalid_input, "state", "there is no such state",
                                 "see Lesson in /api/v1/openapi.json"));
  }
  auto found = workflow::list_lessons(gate.hub(), principal, state, *page);
  if (!found) return problem(found.error());
  return json(200, encoded_page("lessons", *found));
}

Response cases(const Gate& gate, Request& /*request*/, const Principal& principal) {
  auto found = workflow::list_cases(gate.hub(), principal);
  if (!found) return problem(found.error());
  return json(200, object_json({{"cases", encoded_list(*found)}}));
}

Response propose_lesson(const Gate& gate, Request& request, const Principal& principal) {
  return shown(gate, workflow::propose_lesson(gate.hub(), principal, query_of(request, "method")));
}

Response write(const Gate& gate, Request& request, const Principal& principal) {
  auto edit = codec::decode<model::LessonEdit>(request.body);
  if (!edit) return problem(edit.error());
  return shown_with_etag(
      gate, workflow::write_lesson(gate.hub(), principal, *edit, request_key_of(request)), 201);
}

Response open_lesson(const Gate& gate, Request& request, const Principal& principal) {
  auto id = id_of<Lesson>(request);
  if (!id) return problem(id.error());
  return shown_with_etag(gate, workflow::open_lesson(gate.hub(), principal, *id));
}

Response edit_lesson(const Gate& gate, Request& request, const Principal& principal) {
  auto target = target_of<Lesson>(request);
  if (!target) return problem(target.error());
  auto body = codec::decode<model::LessonEdit>(request.body);
  if (!body) return problem(body.error());
  return shown_with_etag(
      gate, workflow::edit_lesson(gate.hub(), principal, target->id, target->revision, *body));
}

Response step_lesson(const Gate& gate, Request& request, const Principal& principal) {
  auto target = target_of<Lesson>(request);
  if (!target) return problem(target.error());
  auto body = codec::decode<model::LessonStep>(request.body);
  if (!body) return problem(body.error());
  return shown_with_etag(
      gate, workflow::step_lesson(gate.hub(), principal, target->id, target->revision, *body));
}

}  // namespace

void add_lesson_routes(Router& router, const Gate& gate) {
  const Adder add(router, gate);
  add(Method::get, "/api/v1/cases", cases);
  add(Method::get, "/api/v1/lessons", list_lessons);
  add(Method::post, "/api/v1/lessons", write);
  add(Method::get, "/api/v1/lessons/proposal", propose_lesson);
  add(Method::get, "/api/v1/lessons/{id}", open_lesson);
  add(Method::put, "/api/v1/lessons/{id}", edit_lesson);
  add(Method::post, "/api/v1/lessons/{id}/steps", step_lesson);
}

}  // namespace http
