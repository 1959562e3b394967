#include "doors/http/bodies.h"
#include "doors/http/routes.h"
#include "work/workflow/sign_in.h"

namespace http {
namespace {

constexpr auto sign_in_path = "/api/v1/session";
constexpr auto acceptance_path = "/api/v1/invitations/acceptance";

using model::Principal;

std::string me_json(const model::Me& me, const std::string& csrf) {
  const auto& [account, organisation] = me;
  std::string roles;
  for (const auto role : account.roles)
    roles += (roles.empty() ? "" : ",") + text_json(base::word_of(role));
  auto where = object_json({{"id", text_json(organisation.id.text())},
                            {"key", text_json(organisation.key)},
                            {"kind", text_json(base::word_of(organisation.kind))},
                            {"name", object_json({{"ja", text_json(organisation.name.ja)},
                                                  {"en", text_json(organisation.name.en)}})}});
  return object_json({{"name", text_json(account.name)},
                      {"display", text_json(account.display)},
                      {"roles", "[" + roles + "]"},
                      {"organisation", std::move(where)},
                      {"language", text_json(account.language)},
                      {"csrf", text_json(csrf)}});
}

Response me(const Gate& gate, const Principal& principal, const std::string& csrf,
            unsigned status) {
  auto me = workflow::who_am_i(gate.hub(), principal);
  if (!me) return problem(me.error());
  return json(status, me_json(*me, csrf));
}

/// The cookie lives as long as the browser; the server decides when the session ends.
Response with_session(Response response, std::string_view token) {
  return std::move(response).with("Set-Cookie", std::string(session_cookie) + "=" +
                                                    std::string(token) +
                                                    "; Path=/; Secure; HttpOnly; SameSite=Strict");
}

Response entered(const Gate& gate, const base::Result<model::SignedIn>& signed_in) {
  if (!signed_in) return problem(signed_in.error());
  return with_session(me(gate, signed_in->principal, signed_in->csrf, 201), signed_in->token);
}

Response sign_in(const Gate& gate, Request& request) {
  auto body = codec::decode<SignInBody>(request.body);
  if (!body) return problem(body.error());
  return entered(gate, workflow::sign_in(gate.hub(), body->name, body->password, {request.peer}));
}

Response accept(const Gate& gate, Request& request) {
  auto body = codec::decode<AcceptanceBody>(request.body);
  if (!body) return problem(body.error());
  return entered(gate, workflow::accept_invitation(gate.hub(), body->code, body->password));
}

std::string token_of(const Request& request) {
  const auto cookie = request.cookies.find(std::string(session_cookie));
  return cookie == request.cookies.end() ? std::string{} : cookie->second;
}

Response who(const Gate& gate, Request& request, const Principal& principal) {
  const auto token = token_of(request);
  if (token.empty()) return me(gate, principal, "", 200);
  auto session = workflow::principal_of_session(gate.hub(), token);
  return me(gate, principal, session ? session->csrf : "", 200);
}

Response sign_out(const Gate& gate, Request& request, const Principal&) {
  auto done = workflow::sign_out(gate.hub(), token_of(request));
  if (!done) return problem(done.error());
  return text(204, "").with(
      "Set-Cookie",
      std::string(session_cookie) + "=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0");
}

}  // namespace

void add_sign_in_routes(Router& router, const Gate& gate) {
  router.add(Method::post, sign_in_path, gate.open([&gate](Request& request, const Principal&) {
    return sign_in(gate, request);
  }));
  router.add(Method::post, acceptance_path, gate.open([&gate](Request& request, const Principal&) {
    return accept(gate, request);
  }));
  const Adder add(router, gate);
  add(Method::get, sign_in_path, who);
  add(Method::delete_, sign_in_path, sign_out);
}

bool hashes_password(const Request& request) {
  return request.method == Method::post &&
         (request.path == sign_in_path || request.path == acceptance_path);
}

}  // namespace http
