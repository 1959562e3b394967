#include "doors/http/bodies.h"
#include "doors/http/door_answers.h"
#include "doors/http/routes.h"
#include "edges/codec/parse_report.h"
#include "edges/codec/reading_json.h"
#include "work/workflow/read_words.h"
#include "work/workflow/submit_report.h"

namespace http {
namespace {

using model::Principal;

Response read(const Gate& gate, Request& request) {
  auto body = codec::decode<TextBody>(request.body);
  if (!body) return problem(body.error());
  std::optional<model::Language> hint;
  auto locale = render::Locale::ja;
  if (body->language) {
    hint = base::find_word<model::Language>(*body->language);
    if (!hint)
      return problem(base::Error(base::ErrorKind::invalid_input, "/language",
                                 "there is no such language here", "ja or en"));
    if (*hint == model::Language::en) locale = render::Locale::en;
  }
  auto reading = workflow::read_words(gate.hub(), body->text, std::nullopt);
  if (!reading) return problem(reading.error());
  return json(200, codec::encode_reading(*reading, render::advice_words(reading->advice, locale)));
}

Response submit(const Gate& gate, Request& request, const Principal& principal) {
  auto submission = codec::parse_report(request.body, gate.hub().clock.now());
  if (!submission) return problem(submission.error());
  return shown(gate,
               workflow::submit_report(gate.hub(), principal, *submission, request_key_of(request)),
               201);
}

}  // namespace

void add_door_routes(Router& router, const Gate& gate, const SiteSettings& settings) {
  const auto doorway = door_settings_json(gate.hub().settings, settings);
  const auto words = vocabulary_json(settings);
  router.add(Method::get, "/api/v1/door/settings",
             [doorway](Request&) { return json(200, doorway); });
  router.add(Method::get, "/api/v1/door/vocabulary", [words](Request&) {
    return json(200, words).with("Cache-Control", "private, max-age=3600");
  });
  router.add(
      Method::post, "/api/v1/door/readings",
      gate.open([&gate](Request& request, const Principal&) { return read(gate, request); }));
  router.add(Method::post, "/api/v1/door/reports",
             gate.open([&gate](Request& request, const Principal& anonymous) {
               return submit(gate, request, anonymous);
             }));
}

}  // namespace http
