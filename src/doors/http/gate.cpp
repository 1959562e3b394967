#include "doors/http/gate.h"

#include "edges/codec/spoken_json.h"
#include "work/workflow/sign_in.h"
#include "work/workflow/tokens.h"

namespace http {
namespace {

/// A minute's worth of typing and reading; a flood waits. One client is one address.
constexpr double door_burst = 60;
constexpr std::chrono::seconds door_refill{2};

bool is_change(Method method) {
  return method != Method::get;
}

base::Result<model::Principal> by_cookie(workflow::Hub& hub, const Request& request) {
  const auto cookie = request.cookies.find(std::string(session_cookie));
  if (cookie == request.cookies.end())
    return base::fail(base::ErrorKind::unauthenticated, "", "nobody is signed in", "sign in");
  auto session = workflow::principal_of_session(hub, cookie->second);
  if (!session) return base::pass_on(session);
  if (is_change(request.method) && request.header("x-kizuki-csrf") != session->csrf)
    return base::fail(base::ErrorKind::forbidden, "X-Kizuki-CSRF",
                      "a change needs the token of its session", "send the csrf of GET /session");
  return std::move(session->principal);
}

base::Result<model::Principal> principal_of(workflow::Hub& hub, const Request& request) {
  constexpr std::string_view bearer = "Bearer ";
  const auto authorization = request.header("authorization");
  if (authorization.starts_with(bearer))
    return workflow::principal_of_token(hub, authorization.substr(bearer.size()));
  return by_cookie(hub, request);
}

}  // namespace

Gate::Gate(workflow::Hub& hub, render::Names names, bool limits_door)
    : hub_(hub),
      names_(std::move(names)),
      limits_door_(limits_door),
      door_limit_(door_burst, door_refill) {}

Handler Gate::signed_in(Answer answer) const {
  return [this, answer = std::move(answer)](Request& request) {
    auto principal = principal_of(hub_, request);
    if (!principal) return problem(principal.error());
    return answer(request, *principal);
  };
}

Handler Gate::open(Answer answer) const {
  return [this, answer = std::move(answer)](Request& request) {
    if (limits_door_ && !door_limit_.may_pass(request.peer, hub_.clock.now()))
      return problem(base::Error(base::ErrorKind::rate_limited, "", "too many requests, too soon",
                                 "wait a little and try again"));
    return answer(request, model::Principal{});
  };
}

std::string Gate::spoken(std::string_view json) const {
  return codec::spoken(json, [this](std::string_view code, const std::vector<std::string>& given) {
    auto words = render::words_of(code, given, names_);
    // Not a code of ours: the code of a receipt is never repeated as its own words.
    return words.en == code ? model::Bilingual{} : words;
  });
}

}  // namespace http
