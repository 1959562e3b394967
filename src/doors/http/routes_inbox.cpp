#include "doors/http/bodies.h"
#include "doors/http/routes.h"
#include "work/workflow/acknowledge_alert.h"
#include "work/workflow/follow_up.h"
#include "work/workflow/hand_over_alert.h"

namespace http {
namespace {

using model::Delivery;
using model::Principal;

Response list_received(const Gate& gate, Request& request, const Principal& principal) {
  auto page = page_of(request);
  if (!page) return problem(page.error());
  auto inbox = workflow::read_inbox(gate.hub(), principal, *page);
  if (!inbox) return problem(inbox.error());
  return json(200, encoded_page("items", *inbox));
}

Response open_received(const Gate& gate, Request& request, const Principal& principal) {
  auto id = id_of<Delivery>(request);
  if (!id) return problem(id.error());
  auto item = workflow::open_inbox_item(gate.hub(), principal, *id);
  if (!item) return problem(item.error());
  return with_etag(json(200, gate.spoken(codec::encode(*item))), item->delivery.revision);
}

Response acknowledge(const Gate& gate, Request& request, const Principal& principal) {
  auto target = target_of<Delivery>(request);
  if (!target) return problem(target.error());
  auto body = codec::decode<model::AcknowledgementEdit>(request.body);
  if (!body) return problem(body.error());
  return shown_with_etag(
      gate, workflow::acknowledge(gate.hub(), principal, target->id, target->revision, *body));
}

Response hand_over(const Gate& gate, Request& request, const Principal& principal) {
  auto target = target_of<Delivery>(request);
  if (!target) return problem(target.error());
  auto body = codec::decode<HandOverBody>(request.body);
  if (!body) return problem(body.error());
  workflow::HandOverEdit edit{body->to_name, body->to_role, body->acknowledgement};
  return shown_with_etag(
      gate, workflow::hand_over(gate.hub(), principal, target->id, target->revision, edit));
}

Response follow_up(const Gate& gate, Request& request, const Principal& principal) {
  auto target = target_of<Delivery>(request);
  if (!target) return problem(target.error());
  auto day = number_of(request.path_parameters.at("day"), "day");
  if (!day) return problem(day.error());
  auto body = codec::decode<FollowUpBody>(request.body);
  if (!body) return problem(body.error());
  return shown_with_etag(
      gate, workflow::answer_follow_up(gate.hub(), principal, target->id, target->revision,
                                       static_cast<int>(*day), body->contact_ceased));
}

}  // namespace

void add_inbox_routes(Router& router, const Gate& gate) {
  const Adder add(router, gate);
  add(Method::get, "/api/v1/inbox", list_received);
  add(Method::get, "/api/v1/inbox/{id}", open_received);
  add(Method::post, "/api/v1/inbox/{id}/acknowledgement", acknowledge);
  add(Method::post, "/api/v1/deliveries/{id}/hand-over", hand_over);
  add(Method::put, "/api/v1/deliveries/{id}/follow-ups/{day}", follow_up);
}

}  // namespace http
