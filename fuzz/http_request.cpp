// Attacks everything that a request reaches: the reader of HTTP, the decoding of targets, cookies
// and bodies, every route and the rights before it, as the program of an analyst and as nobody.
// Whatever comes, the answer is a defined one.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>

#include "doors/http/site.h"
#include "doors/http/wire_request.h"
#include "edges/codec/json_value.h"
#include "ground/base/ensure.h"
#include "work/workflow/test_hub.h"
#include "work/workflow/tokens.h"

namespace {

namespace wire = boost::beast::http;

/// A hub that forgets after some inputs, so that one of them does not slow the next ones down.
class Target {
 public:
  Target() : site_(test_.hub, {.limits_door = false}) {
    token_ = workflow::make_token(test_.hub, test_.analyst(), "fuzz", 1).value().value;
  }

  http::Response answer(http::Request& request) {
    ++answered_;
    if (request.headers["authorization"] == "Bearer mine")
      request.headers["authorization"] = "Bearer " + token_;
    return site_.answer(request);
  }
  [[nodiscard]] bool is_worn() const { return answered_ > 5000; }

 private:
  workflow::TestHub test_;
  http::Site site_;
  std::string token_;
  int answered_ = 0;
};

/// Reads the bytes as the server reads a connection: a whole request or nothing.
std::optional<http::Request> read_request(const std::uint8_t* bytes, std::size_t size) {
  wire::request_parser<wire::string_body> parser;
  parser.eager(true);
  parser.header_limit(16U << 10);
  parser.body_limit(64U << 10);
  boost::system::error_code error;
  parser.put(boost::asio::const_buffer(bytes, size), error);
  if (!error && !parser.is_done()) parser.put_eof(error);
  if (error || !parser.is_done()) return std::nullopt;
  return http::request_of(parser.get(), "192.0.2.1");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static std::unique_ptr<Target> target;
  if (!target || target->is_worn()) target = std::make_unique<Target>();
  auto request = read_request(bytes, size);
  if (!request) return 0;
  const auto response = target->answer(*request);
  base::ensure(response.status >= 200 && response.status < 500, "a request has a defined answer");
  if (response.content_type.find("json") != std::string::npos)
    base::ensure(codec::is_utf8(response.body), "an answer in JSON is UTF-8");
  return 0;
}
