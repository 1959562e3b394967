#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ground/base/error.h"

namespace http {

enum class Method { get, post, put, patch, delete_, other };

/// A request as the routes see it: decoded target, lower-case header names, whole body.
struct Request {
  Method method = Method::other;
  std::string path;                          ///< percent-decoded, without the query
  std::map<std::string, std::string> query;  ///< percent-decoded; the last of equal names
  std::map<std::string, std::string> headers;
  std::map<std::string, std::string> cookies;
  std::map<std::string, std::string> path_parameters;  ///< set by the router
  std::string body;
  std::string peer;  ///< address of the client (client_address.h), without port; never logged
  bool is_head = false;

  [[nodiscard]] std::string_view header(const std::string& lower_case_name) const;
};

struct Response {
  unsigned status = 200;
  std::string content_type = "application/json";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
  std::optional<base::Error> error;  ///< what a problem says, until its language is known

  /// Adds a header and hands the response on.
  Response& with(std::string name, std::string value) &;
  Response&& with(std::string name, std::string value) &&;
};

/// Target of a request line ("/a%20b?x=1") into path and query. Nothing when an escape is
/// broken, a NUL or a "..", or a broken UTF-8 sequence is in it.
[[nodiscard]] bool parse_target(std::string_view target, Request& request);

/// "a=1; b=2" into a map.
[[nodiscard]] std::map<std::string, std::string> parse_cookies(std::string_view header);

[[nodiscard]] Response json(unsigned status, std::string body);
[[nodiscard]] Response text(unsigned status, std::string body);

/// The one table of kinds and status codes, as an RFC 9457 problem document in English; the
/// session tells it in the language of its reader (language.h).
[[nodiscard]] unsigned status_of(base::ErrorKind kind);
[[nodiscard]] Response problem(const base::Error& error);

}  // namespace http
