#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "doors/http/message.h"

namespace http {

using Handler = std::function<Response(Request&)>;

/// Routes of "/api/v1/reports/{id}" form. A template matches segment by segment; a plain
/// segment wins over a parameter. Built once at start, then only read, from any thread.
class Router {
 public:
  void add(Method method, std::string path_template, Handler handler);

  /// Runs the handler that fits; 404 or 405 (with Allow) as problem documents otherwise.
  [[nodiscard]] Response answer(Request& request) const;

  /// "GET /api/v1/reports/{id}" for every route: a test walks the OpenAPI document with it.
  [[nodiscard]] std::vector<std::string> routes() const;

 private:
  struct Route {
    Method method;
    std::string path_template;
    std::vector<std::string> segments;
    Handler handler;
  };
  [[nodiscard]] const Route* find(const std::vector<std::string_view>& segments, Request& request,
                                  std::string& allowed) const;

  std::vector<Route> routes_;
};

[[nodiscard]] std::string_view word(Method method);

}  // namespace http
