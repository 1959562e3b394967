#include "doors/http/bodies.h"
#include "doors/http/routes.h"
#include "work/workflow/invite.h"
#include "work/workflow/tokens.h"

namespace http {
namespace {

using model::Account;
using model::ApiToken;
using model::Principal;

Response invite(const Gate& gate, Request& request, const Principal& principal) {
  auto body = codec::decode<InvitationBody>(request.body);
  if (!body) return problem(body.error());
  Account account;
  account.name = body->name;
  account.display = body->display;
  account.email = body->email;
  account.language = body->language;
  account.organisation = body->organisation;
  account.roles = body->roles;
  auto invited =
      workflow::invite(gate.hub(), principal, std::move(account), request_key_of(request));
  if (!invited) return problem(invited.error());
  return json(201, object_json({{"account", codec::encode(invited->account)},
                                {"code", text_json(invited->code)}}));
}

Response list_accounts(const Gate& gate, Request& request, const Principal& principal) {
  auto page = page_of(request);
  if (!page) return problem(page.error());
  auto accounts = workflow::list_accounts(gate.hub(), principal, *page);
  if (!accounts) return problem(accounts.error());
  return json(200, encoded_page("accounts", *accounts));
}

Response disable(const Gate& gate, Request& request, const Principal& principal) {
  auto id = id_of<Account>(request);
  if (!id) return problem(id.error());
  return shown(gate, workflow::disable_account(gate.hub(), principal, *id));
}

Response tokens(const Gate& gate, Request&, const Principal& principal) {
  auto tokens = workflow::list_tokens(gate.hub(), principal);
  if (!tokens) return problem(tokens.error());
  return json(200, object_json({{"tokens", encoded_list(*tokens)}}));
}

Response make_token(const Gate& gate, Request& request, const Principal& principal) {
  auto body = codec::decode<TokenBody>(request.body);
  if (!body) return problem(body.error());
  auto made = workflow::make_token(gate.hub(), principal, body->label, body->days, {},
                                   request_key_of(request));
  if (!made) return problem(made.error());
  return json(
      201, object_json({{"token", codec::encode(made->token)}, {"value", text_json(made->value)}}));
}

Response revoke_token(const Gate& gate, Request& request, const Principal& principal) {
  auto id = id_of<ApiToken>(request);
  if (!id) return problem(id.error());
  auto done = workflow::revoke_token(gate.hub(), principal, *id);
  return done ? text(204, "") : problem(done.error());
}

}  // namespace

void add_account_routes(Router& router, const Gate& gate) {
  const Adder add(router, gate);
  add(Method::post, "/api/v1/invitations", invite);
  add(Method::get, "/api/v1/accounts", list_accounts);
  add(Method::post, "/api/v1/accounts/{id}/disable", disable);
  add(Method::get, "/api/v1/tokens", tokens);
  add(Method::post, "/api/v1/tokens", make_token);
  add(Method::delete_, "/api/v1/tokens/{id}", revoke_token);
}

}  // namespace http
