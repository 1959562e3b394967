#include "doors/http/bodies.h"
#include "doors/http/routes.h"
#include "work/workflow/work_queue.h"

namespace http {
namespace {

using model::Principal;
using model::Task;
using model::TaskKind;

Response list_queue(const Gate& gate, Request& request, const Principal& principal) {
  workflow::QueueRequest asked;
  auto page = page_of(request);
  if (!page) return problem(page.error());
  asked.page = *page;
  asked.mine = query_of(request, "mine") == "true";
  if (const auto word = query_of(request, "kind"); !word.empty()) {
    asked.kind = base::find_word<TaskKind>(word);
    if (!asked.kind)
      return problem(base::Error(base::ErrorKind::invalid_input, "kind", "there is no such kind",
                                 "see TaskKind in /api/v1/openapi.json"));
  }
  auto tasks = workflow::read_queue(gate.hub(), principal, asked);
  if (!tasks) return problem(tasks.error());
  return json(200, encoded_page("tasks", *tasks));
}

using Move = base::Result<Task> (*)(workflow::Hub&, const Principal&, base::Id<Task>, std::int64_t);

template <Move move>
Response moved(const Gate& gate, Request& request, const Principal& principal) {
  auto id = id_of<Task>(request);
  if (!id) return problem(id.error());
  auto revision = revision_of(request);
  if (!revision) return problem(revision.error());
  return shown_with_etag(gate, move(gate.hub(), principal, *id, *revision));
}

Response finish(const Gate& gate, Request& request, const Principal& principal) {
  auto id = id_of<Task>(request);
  if (!id) return problem(id.error());
  auto revision = revision_of(request);
  if (!revision) return problem(revision.error());
  auto body = codec::decode<ReasonBody>(request.body);
  if (!body) return problem(body.error());
  return shown_with_etag(
      gate, workflow::finish_task(gate.hub(), principal, *id, *revision, body->reason));
}

}  // namespace

void add_queue_routes(Router& router, const Gate& gate) {
  const Adder add(router, gate);
  add(Method::get, "/api/v1/queue", list_queue);
  add(Method::post, "/api/v1/tasks/{id}/take", moved<workflow::take_task>);
  add(Method::post, "/api/v1/tasks/{id}/give-back", moved<workflow::give_back_task>);
  add(Method::post, "/api/v1/tasks/{id}/done", finish);
}

}  // namespace http
