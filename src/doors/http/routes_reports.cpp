#include "doors/http/bodies.h"
#include "doors/http/routes.h"
#include "edges/codec/parse_report.h"
#include "work/workflow/read_reports.h"
#include "work/workflow/release_report.h"
#include "work/workflow/submit_report.h"

namespace http {
namespace {

using model::Principal;
using model::Report;
using model::ReportState;

base::Result<std::optional<ReportState>> state_of(const Request& request) {
  const auto word = query_of(request, "state");
  if (word.empty()) return std::nullopt;
  const auto state = base::find_word<ReportState>(word);
  if (!state)
    return base::fail(base::ErrorKind::invalid_input, "state", "there is no such state",
                      "see ReportState in /api/v1/openapi.json");
  return state;
}

Response list_reports(const Gate& gate, Request& request, const Principal& principal) {
  auto page = page_of(request);
  if (!page) return problem(page.error());
  auto state = state_of(request);
  if (!state) return problem(state.error());
  auto reports = workflow::list_reports(gate.hub(), principal, *state, *page);
  if (!reports) return problem(reports.error());
  return json(200, encoded_page("reports", *reports));
}

Response submit_report(const Gate& gate, Request& request, const Principal& principal) {
  auto submission = codec::parse_report(request.body, gate.hub().clock.now());
  if (!submission) return problem(submission.error());
  return shown(gate,
               workflow::submit_report(gate.hub(), principal, *submission, request_key_of(request)),
               201);
}

Response open_report(const Gate& gate, Request& request, const Principal& principal) {
  auto id = id_of<Report>(request);
  if (!id) return problem(id.error());
  return shown_with_etag(
      gate, workflow::open_report(gate.hub(), principal, *id, query_of(request, "purpose")));
}

Response correct(const Gate& gate, Request& request, const Principal& principal) {
  auto id = id_of<Report>(request);
  if (!id) return problem(id.error());
  auto revision = revision_of(request);
  if (!revision) return problem(revision.error());
  auto submission = codec::parse_report(request.body, gate.hub().clock.now());
  if (!submission) return problem(submission.error());
  return shown_with_etag(
      gate, workflow::correct_report(gate.hub(), principal, *id, *revision, *submission));
}

Response preview_report(const Gate& gate, Request& request, const Principal& principal) {
  auto id = id_of<Report>(request);
  if (!id) return problem(id.error());
  auto preview = workflow::preview_release(gate.hub(), principal, *id);
  if (!preview) return problem(preview.error());
  return json(200, codec::encode(*preview));
}

Response release(const Gate& gate, Request& request, const Principal& principal) {
  auto id = id_of<Report>(request);
  if (!id) return problem(id.error());
  auto revision = revision_of(request);
  if (!revision) return problem(revision.error());
  auto body = codec::decode<ReleaseBody>(request.body);
  if (!body) return problem(body.error());
  return shown_with_etag(gate, workflow::release_report(gate.hub(), principal, *id, *revision,
                                                        body->hash, body->legal_basis));
}

Response withdraw(const Gate& gate, Request& request, const Principal& principal) {
  auto id = id_of<Report>(request);
  if (!id) return problem(id.error());
  auto revision = revision_of(request);
  if (!revision) return problem(revision.error());
  auto body = codec::decode<ReasonBody>(request.body);
  if (!body) return problem(body.error());
  return shown_with_etag(
      gate, workflow::withdraw_report(gate.hub(), principal, *id, *revision, body->reason));
}

Response search(const Gate& gate, Request& request, const Principal& principal) {
  auto body = codec::decode<SearchBody>(request.body);
  if (!body) return problem(body.error());
  auto found = workflow::search_reports(gate.hub(), principal, body->text);
  if (!found) return problem(found.error());
  return json(200, object_json({{"reports", encoded_list(*found)}}));
}

Response ask_elsewhere(const Gate& gate, Request& request, const Principal& principal) {
  auto body = codec::decode<HitBody>(request.body);
  if (!body) return problem(body.error());
  auto answer = workflow::hit_or_no_hit(gate.hub(), principal, body->value);
  if (!answer) return problem(answer.error());
  return json(200, codec::encode(*answer));
}

}  // namespace

void add_report_routes(Router& router, const Gate& gate) {
  const Adder add(router, gate);
  add(Method::get, "/api/v1/reports", list_reports);
  add(Method::post, "/api/v1/reports", submit_report);
  add(Method::get, "/api/v1/reports/{id}", open_report);
  add(Method::put, "/api/v1/reports/{id}", correct);
  add(Method::get, "/api/v1/reports/{id}/preview", preview_report);
  add(Method::post, "/api/v1/reports/{id}/release", release);
  add(Method::post, "/api/v1/reports/{id}/withdraw", withdraw);
  add(Method::post, "/api/v1/search/reports", search);
  add(Method::post, "/api/v1/search/hit", ask_elsewhere);
}

}  // namespace http
