#include "doors/http/bodies.h"
#include "doors/http/door_answers.h"
#include "doors/http/routes.h"
#include "edges/codec/parse_report.h"
#include "edges/codec/reading_json.h"
#include "work/workflow/feedback.h"
#include "work/workflow/read_words.h"
#include "work/workflow/submit_report.h"

namespace http {
namespace {

using model::Principal;

Response read(const Gate& gate, Request& request, const Principal&) {
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

Response read_mailbox(const Gate& gate, Request& request, const Principal& anonymous) {
  auto body = codec::decode<CodeBody>(request.body);
  if (!body) return problem(body.error());
  return shown(gate, workflow::read_mailbox(gate.hub(), anonymous, body->code));
}

Response write_mailbox(const Gate& gate, Request& request, const Principal& anonymous) {
  auto body = codec::decode<MessageBody>(request.body);
  if (!body) return problem(body.error());
  return shown(gate,
               workflow::write_mailbox(gate.hub(), anonymous, body->code, body->text,
                                       request_key_of(request)),
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
  const auto add = [&](Method method, const char* path, auto answer) {
    router.add(method, path, gate.open([&gate, answer](Request& request, const Principal& who) {
      return answer(gate, request, who);
    }));
  };
  add(Method::post, "/api/v1/door/readings", read);
  add(Method::post, "/api/v1/door/reports", submit);
  add(Method::post, "/api/v1/door/mailbox", read_mailbox);
  add(Method::post, "/api/v1/door/mailbox/messages", write_mailbox);
}

}  // namespace http
