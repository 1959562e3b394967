#include "doors/http/router.h"

#include <fmt/format.h>

namespace http {
namespace {

std::vector<std::string_view> split(std::string_view path) {
  std::vector<std::string_view> segments;
  if (!path.empty() && path.front() == '/') path.remove_prefix(1);
  while (true) {
    auto slash = path.find('/');
    segments.push_back(path.substr(0, slash));
    if (slash == std::string_view::npos) return segments;
    path.remove_prefix(slash + 1);
  }
}

bool is_parameter(std::string_view segment) {
  return segment.starts_with('{');
}

bool fits(const std::vector<std::string>& pattern, const std::vector<std::string_view>& path) {
  if (pattern.size() != path.size()) return false;
  for (std::size_t at = 0; at < path.size(); ++at) {
    if (is_parameter(pattern[at]) ? path[at].empty() : pattern[at] != path[at]) return false;
  }
  return true;
}

/// How many segments are plain words: the most exact template wins.
std::size_t exactness(const std::vector<std::string>& pattern) {
  std::size_t plain = 0;
  for (const auto& segment : pattern)
    plain += is_parameter(segment) ? 0 : 1;
  return plain;
}

}  // namespace

std::string_view word(Method method) {
  switch (method) {
    case Method::get:
      return "GET";
    case Method::post:
      return "POST";
    case Method::put:
      return "PUT";
    case Method::patch:
      return "PATCH";
    case Method::delete_:
      return "DELETE";
    case Method::other:
      return "OTHER";
  }
  return "OTHER";
}

void Router::add(Method method, std::string path_template, Handler handler) {
  Route route{method, path_template, {}, std::move(handler)};
  for (auto segment : split(path_template))
    route.segments.emplace_back(segment);
  routes_.push_back(std::move(route));
}

const Router::Route* Router::find(const std::vector<std::string_view>& segments, Request& request,
                                  std::string& allowed) const {
  const Route* best = nullptr;
  for (const auto& route : routes_) {
    if (!fits(route.segments, segments)) continue;
    if (route.method != request.method) {
      allowed += fmt::format("{}{}", allowed.empty() ? "" : ", ", word(route.method));
    } else if (best == nullptr || exactness(route.segments) > exactness(best->segments)) {
      best = &route;
    }
  }
  return best;
}

Response Router::answer(Request& request) const {
  auto segments = split(request.path);
  std::string allowed;
  const Route* route = find(segments, request, allowed);
  if (route == nullptr && allowed.empty())
    return problem(base::Error(base::ErrorKind::not_found, "", "there is nothing at this address",
                               "see /api/v1/openapi.json for what there is"));
  if (route == nullptr) {
    auto response = problem(base::Error(base::ErrorKind::invalid_input, "",
                                        "this address does not take this method",
                                        fmt::format("use {}", allowed)));
    response.status = 405;
    return std::move(response).with("Allow", allowed);
  }
  for (std::size_t at = 0; at < segments.size(); ++at) {
    const auto& name = route->segments[at];
    if (is_parameter(name))
      request.path_parameters[name.substr(1, name.size() - 2)] = std::string(segments[at]);
  }
  return route->handler(request);
}

std::vector<std::string> Router::routes() const {
  std::vector<std::string> all;
  for (const auto& route : routes_)
    all.push_back(fmt::format("{} {}", word(route.method), route.path_template));
  return all;
}

}  // namespace http
