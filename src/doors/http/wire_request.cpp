#include "doors/http/wire_request.h"

#include <utility>

namespace http {
namespace {

namespace beast = boost::beast;
namespace wire = boost::beast::http;

std::string to_string(beast::string_view view) {
  return {view.data(), view.size()};
}

Method method_of(wire::verb verb) {
  switch (verb) {
    case wire::verb::get:
    case wire::verb::head:
      return Method::get;
    case wire::verb::post:
      return Method::post;
    case wire::verb::put:
      return Method::put;
    case wire::verb::patch:
      return Method::patch;
    case wire::verb::delete_:
      return Method::delete_;
    default:
      return Method::other;
  }
}

std::string lower(std::string name) {
  for (auto& letter : name)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return name;
}

}  // namespace

std::optional<Request> request_of(WireRequest& from, std::string peer) {
  Request request;
  request.method = method_of(from.method());
  request.is_head = from.method() == wire::verb::head;
  if (!parse_target(to_string(from.target()), request)) return std::nullopt;
  for (const auto& field : from)
    request.headers[lower(to_string(field.name_string()))] = to_string(field.value());
  request.cookies = parse_cookies(request.header("cookie"));
  request.peer = std::move(peer);
  request.body = std::move(from.body());
  return request;
}

std::string forwarded_for(const WireRequest& from) {
  std::string all;
  const auto fields = from.equal_range("X-Forwarded-For");
  for (auto field = fields.first; field != fields.second; ++field)
    all += (all.empty() ? "" : ",") + to_string(field->value());
  return all;
}

}  // namespace http
