#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "doors/http/message.h"
#include "edges/codec/json.h"
#include "ground/base/id.h"
#include "ground/base/result.h"
#include "ground/model/page.h"
#include "work/workflow/hub.h"

/// What routes have in common: reading ids, revisions and pages out of a request, and turning a
/// result into a response.
namespace http {

/// `If-Match: "7"` as 7. A change without it is refused (428 in spirit, precondition_failed in
/// kind), so that nobody overwrites what he has not seen.
[[nodiscard]] base::Result<std::int64_t> revision_of(const Request& request);

/// `Idempotency-Key` with the hash of path and body. No key is fine.
[[nodiscard]] workflow::RequestKey request_key_of(const Request& request);

/// `cursor` and `limit`.
[[nodiscard]] base::Result<model::PageRequest> page_of(const Request& request);

/// The path parameter `name` as an id.
template <class Thing>
[[nodiscard]] base::Result<base::Id<Thing>> id_of(const Request& request,
                                                  const std::string& name = "id") {
  return base::parse_id<Thing>(request.path_parameters.at(name), name);
}

/// The thing that a request changes, as its sender last saw it: path `id` and `If-Match`.
template <class Thing>
struct Target {
  base::Id<Thing> id;
  std::int64_t revision = 0;
};

template <class Thing>
[[nodiscard]] base::Result<Target<Thing>> target_of(const Request& request) {
  auto id = id_of<Thing>(request);
  if (!id) return base::pass_on(id);
  auto revision = revision_of(request);
  if (!revision) return base::pass_on(revision);
  return Target<Thing>{*id, *revision};
}

/// A whole number from 0 up; invalid_input at `name` otherwise.
[[nodiscard]] base::Result<std::int64_t> number_of(std::string_view text, const std::string& name);

/// The value of a query parameter, or "".
[[nodiscard]] std::string query_of(const Request& request, const std::string& name);

/// A text as JSON, with its quotes.
[[nodiscard]] std::string text_json(std::string_view text);

/// `{"NAME":VALUE,...}` of already encoded values.
[[nodiscard]] std::string object_json(
    std::initializer_list<std::pair<std::string_view, std::string>> members);

/// `[...]` of the encoded items.
template <class Item>
[[nodiscard]] std::string encoded_list(const std::vector<Item>& items) {
  std::string out = "[";
  for (const auto& item : items) {
    if (out.size() > 1) out += ',';
    out += codec::encode(item);
  }
  return out + "]";
}

/// `{"NAME":LIST,"next":"..."}`; no `next` on the last page.
[[nodiscard]] std::string page_json(std::string_view name, std::string list, std::string_view next);
template <class Item>
[[nodiscard]] std::string encoded_page(std::string_view name, const model::Page<Item>& page) {
  return page_json(name, encoded_list(page.items), page.next);
}

[[nodiscard]] Response with_etag(Response response, std::int64_t revision);

}  // namespace http
