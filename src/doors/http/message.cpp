#include "doors/http/message.h"

#include <fmt/format.h>

#include "edges/codec/problem_json.h"
#include "ground/base/blank.h"
#include "ground/text/unicode.h"

namespace http {
namespace {

int hex_value(char letter) {
  if (letter >= '0' && letter <= '9') return letter - '0';
  if (letter >= 'a' && letter <= 'f') return letter - 'a' + 10;
  if (letter >= 'A' && letter <= 'F') return letter - 'A' + 10;
  return -1;
}

/// Percent-decoding; "+" is a space in a query only. Nothing for a broken escape or a NUL.
std::optional<std::string> decode(std::string_view part, bool is_query) {
  std::string out;
  out.reserve(part.size());
  for (std::size_t at = 0; at < part.size(); ++at) {
    char letter = part[at];
    if (letter == '%') {
      if (at + 2 >= part.size()) return std::nullopt;
      int high = hex_value(part[at + 1]);
      int low = hex_value(part[at + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      letter = static_cast<char>(high * 16 + low);
      at += 2;
    } else if (letter == '+' && is_query) {
      letter = ' ';
    }
    if (letter == '\0') return std::nullopt;
    out.push_back(letter);
  }
  if (!text::is_valid_utf8(out)) return std::nullopt;
  return out;
}

bool parse_query(std::string_view query, std::map<std::string, std::string>& out) {
  while (!query.empty()) {
    auto end = query.find('&');
    auto pair = query.substr(0, end);
    query = end == std::string_view::npos ? std::string_view{} : query.substr(end + 1);
    if (pair.empty()) continue;
    auto equals = pair.find('=');
    auto name = decode(pair.substr(0, equals), true);
    auto value = equals == std::string_view::npos ? std::optional<std::string>("")
                                                  : decode(pair.substr(equals + 1), true);
    if (!name || !value) return false;
    out[*name] = *value;
  }
  return true;
}

}  // namespace

std::string_view Request::header(const std::string& lower_case_name) const {
  auto found = headers.find(lower_case_name);
  return found == headers.end() ? std::string_view{} : std::string_view(found->second);
}

Response& Response::with(std::string name, std::string value) & {
  headers.emplace_back(std::move(name), std::move(value));
  return *this;
}

Response&& Response::with(std::string name, std::string value) && {
  headers.emplace_back(std::move(name), std::move(value));
  return std::move(*this);
}

bool parse_target(std::string_view target, Request& request) {
  if (target.empty() || target.front() != '/') return false;
  auto question = target.find('?');
  auto path = decode(target.substr(0, question), false);
  if (!path || path->find("/..") != std::string::npos) return false;
  request.path = std::move(*path);
  if (question == std::string_view::npos) return true;
  return parse_query(target.substr(question + 1), request.query);
}

std::map<std::string, std::string> parse_cookies(std::string_view header) {
  std::map<std::string, std::string> out;
  while (!header.empty()) {
    auto end = header.find(';');
    auto pair = base::trimmed(header.substr(0, end));
    header = end == std::string_view::npos ? std::string_view{} : header.substr(end + 1);
    auto equals = pair.find('=');
    if (equals == std::string_view::npos) continue;
    out.emplace(std::string(pair.substr(0, equals)), std::string(pair.substr(equals + 1)));
  }
  return out;
}

Response json(unsigned status, std::string body) {
  Response response;
  response.status = status;
  response.body = std::move(body);
  return response;
}

Response text(unsigned status, std::string body) {
  Response response;
  response.status = status;
  response.content_type = "text/plain; charset=utf-8";
  response.body = std::move(body);
  return response;
}

unsigned status_of(base::ErrorKind kind) {
  switch (kind) {
    case base::ErrorKind::invalid_input:
      return 400;
    case base::ErrorKind::unauthenticated:
      return 401;
    case base::ErrorKind::forbidden:
      return 403;
    case base::ErrorKind::not_found:
      return 404;
    case base::ErrorKind::conflict:
      return 409;
    case base::ErrorKind::precondition_failed:
      return 412;
    case base::ErrorKind::too_large:
      return 413;
    case base::ErrorKind::refused:
      return 422;
    case base::ErrorKind::rate_limited:
      return 429;
    case base::ErrorKind::unavailable:
      return 503;
  }
  return 500;
}

Response problem(const base::Error& error) {
  unsigned status = status_of(error.kind);
  Response response = json(status, codec::encode_problem(error, status));
  response.content_type = "application/problem+json";
  response.error = error;
  if (status == 429 || status == 503) response.with("Retry-After", "5");
  return response;
}

}  // namespace http
