#pragma once

#include <functional>
#include <optional>
#include <string>

#include "doors/http/answer.h"
#include "doors/http/rate_limit.h"
#include "doors/http/router.h"
#include "edges/render/words.h"
#include "ground/model/principal.h"
#include "work/workflow/hub.h"

namespace http {

/// The cookie of a session; the prefix makes browsers insist on Secure, Path=/ and no Domain.
inline constexpr std::string_view session_cookie = "__Host-kizuki";

/// Who stands before a route: found before the route runs, so that no route can forget to ask.
/// People come with a cookie and, for every change, its CSRF token; programs with a bearer token.
class Gate {
 public:
  using Answer = std::function<Response(Request&, const model::Principal&)>;

  /// `limits_door` = false lifts the limit by address: for measuring only.
  Gate(workflow::Hub& hub, render::Names names, bool limits_door = true);

  /// For signed-in people and programs; 401 for everybody else.
  [[nodiscard]] Handler signed_in(Answer answer) const;

  /// For anybody, counted by client address: the door and the sign-in.
  [[nodiscard]] Handler open(Answer answer) const;

  [[nodiscard]] workflow::Hub& hub() const { return hub_; }

  /// The words beside the codes of an answer (codec/spoken_json.h).
  [[nodiscard]] std::string spoken(std::string_view json) const;

 private:
  workflow::Hub& hub_;
  render::Names names_;
  bool limits_door_;
  mutable RateLimit door_limit_;
};

/// Adds routes for the signed-in: add(Method::get, "/api/v1/...", answer).
class Adder {
 public:
  Adder(Router& router, const Gate& gate) : router_(router), gate_(gate) {}

  template <class Route>
  void operator()(Method method, const char* path, Route answer) const {
    const Gate& gate = gate_;
    router_.add(method, path,
                gate.signed_in([&gate, answer](Request& request, const model::Principal& who) {
                  return answer(gate, request, who);
                }));
  }

 private:
  Router& router_;
  const Gate& gate_;
};

/// A result as JSON, its error as a problem.
template <class Value>
[[nodiscard]] Response shown(const Gate& gate, const base::Result<Value>& result,
                             unsigned status = 200) {
  if (!result) return problem(result.error());
  return json(status, gate.spoken(codec::encode(*result)));
}

/// The same with the ETag of its revision.
template <class Value>
[[nodiscard]] Response shown_with_etag(const Gate& gate, const base::Result<Value>& result,
                                       unsigned status = 200) {
  if (!result) return problem(result.error());
  return with_etag(json(status, gate.spoken(codec::encode(*result))), result->revision);
}

}  // namespace http
