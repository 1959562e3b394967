#include "doors/http/answer.h"

#include <charconv>

#include <fmt/format.h>

#include "edges/codec/json_value.h"
#include "ground/crypto/digest.h"

namespace http {
namespace {

bool read_number(std::string_view text, std::int64_t& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size();
}

/// A cursor is the place in a list behind the first bytes of its digest: callers cannot make one up
/// by mistake, and a broken one is told from the start of the list.
constexpr std::ptrdiff_t cursor_check_bytes = 4;

std::string cursor_of(std::string_view place) {
  const auto check = crypto::digest(base::as_bytes(place));
  base::Bytes bytes(check.begin(), check.begin() + cursor_check_bytes);
  bytes.insert(bytes.end(), place.begin(), place.end());
  return base::base64url(bytes);
}

std::optional<std::string> place_of_cursor(std::string_view cursor) {
  const auto bytes = base::parse_base64url(cursor);
  if (!bytes || bytes->size() <= cursor_check_bytes) return std::nullopt;
  std::string place(bytes->begin() + cursor_check_bytes, bytes->end());
  if (cursor_of(place) != cursor) return std::nullopt;
  return place;
}

}  // namespace

base::Result<std::int64_t> revision_of(const Request& request) {
  auto text = request.header("if-match");
  if (text.empty())
    return base::fail(base::ErrorKind::precondition_failed, "If-Match",
                      "a change needs the ETag last seen", "read it first and send its ETag");
  if (text.starts_with("W/")) text.remove_prefix(2);
  std::int64_t revision = 0;
  if (text.size() < 3 || text.front() != '"' || text.back() != '"' ||
      !read_number(text.substr(1, text.size() - 2), revision))
    return base::fail(base::ErrorKind::invalid_input, "If-Match", "this is no ETag of ours",
                      "send the ETag as it came");
  return revision;
}

workflow::RequestKey request_key_of(const Request& request) {
  workflow::RequestKey key;
  key.key = std::string(request.header("idempotency-key"));
  if (key.key.empty()) return key;
  key.request_hash = base::hex(crypto::digest(base::as_bytes(request.path + "\n" + request.body)));
  return key;
}

base::Result<model::PageRequest> page_of(const Request& request) {
  model::PageRequest page;
  if (const auto cursor = query_of(request, "cursor"); !cursor.empty()) {
    auto place = place_of_cursor(cursor);
    if (!place)
      return base::fail(base::ErrorKind::invalid_input, "cursor", "is none that a list gave",
                        "give the `next` of the page before, or leave it out");
    page.after = std::move(*place);
  }
  const auto limit = query_of(request, "limit");
  if (limit.empty()) return page;
  std::int64_t number = 0;
  if (!read_number(limit, number) || number < 1 ||
      number > static_cast<std::int64_t>(model::PageRequest::limit_max))
    return base::fail(base::ErrorKind::invalid_input, "limit", "must be a number from 1 to 200",
                      "leave it out for 50");
  page.limit = static_cast<std::size_t>(number);
  return page;
}

base::Result<std::int64_t> number_of(std::string_view text, const std::string& name) {
  std::int64_t number = 0;
  if (!read_number(text, number) || number < 0)
    return base::fail(base::ErrorKind::invalid_input, name, "must be a whole number from 0 up",
                      "check the address");
  return number;
}

std::string query_of(const Request& request, const std::string& name) {
  const auto found = request.query.find(name);
  return found == request.query.end() ? std::string{} : found->second;
}

std::string text_json(std::string_view text) {
  std::string out;
  codec::write_text(out, text);
  return out;
}

std::string object_json(std::initializer_list<std::pair<std::string_view, std::string>> members) {
  std::string out = "{";
  for (const auto& [name, value] : members) {
    if (out.size() > 1) out += ',';
    codec::write_text(out, name);
    out += ':';
    out += value;
  }
  return out + "}";
}

std::string page_json(std::string_view name, std::string list, std::string_view next) {
  if (next.empty()) return object_json({{name, std::move(list)}});
  return object_json({{name, std::move(list)}, {"next", text_json(cursor_of(next))}});
}

Response with_etag(Response response, std::int64_t revision) {
  return std::move(response).with("ETag", fmt::format("\"{}\"", revision));
}

}  // namespace http
