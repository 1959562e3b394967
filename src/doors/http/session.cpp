#include "doors/http/session.h"

#include <chrono>
#include <exception>
#include <optional>
#include <string>
#include <string_view>

#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include "doors/http/language.h"
#include "doors/http/wire_request.h"

namespace http {
namespace {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace wire = boost::beast::http;

using Parser = wire::request_parser<wire::string_body>;
using WireResponse = wire::response<wire::string_body>;

WireResponse wire_response(Response&& from, bool is_head, bool keeps_alive) {
  WireResponse response(static_cast<wire::status>(from.status), 11);
  response.set(wire::field::content_type, from.content_type);
  for (const auto& [name, value] : from.headers)
    response.insert(name, value);
  response.keep_alive(keeps_alive);
  std::size_t size = from.body.size();
  if (!is_head) response.body() = std::move(from.body);
  if (from.status != 204) response.content_length(size);
  return response;
}

Response refusal(unsigned status, const char* problem_text, const char* next_step) {
  auto response = problem(base::Error(base::ErrorKind::invalid_input, "", problem_text, next_step));
  response.status = status;
  return response;
}

/// What to say to a request that could not be read, if anything.
std::optional<Response> answer_to(boost::system::error_code error) {
  if (error == wire::error::body_limit)
    return refusal(413, "the body is over the limit", "send less than 1 MiB");
  if (error == wire::error::header_limit || error == wire::error::buffer_overflow)
    return refusal(431, "the header is over the limit", "send fewer or shorter header fields");
  if (error.category() == make_error_code(wire::error::bad_method).category() &&
      error != wire::error::end_of_stream && error != wire::error::partial_message)
    return refusal(400, "this is not a well-formed HTTP request", "see RFC 9112");
  return std::nullopt;
}

/// Runs on the pool. Never throws: an exception becomes 503 (outside) or 500 (ours).
Response guarded(Door& door, Request& request) {
  auto start = std::chrono::steady_clock::now();
  Response response;
  try {
    response = door.handler(request);
  } catch (const base::OutsideFailure&) {
    response = problem(base::Error(base::ErrorKind::unavailable, "",
                                   "something outside is not available now", "try again"));
  } catch (const std::exception&) {
    response = refusal(500, "the server could not do this", "report it to the operator");
  }
  if (response.status >= 500) ++door.counts.errors;
  auto spent = std::chrono::steady_clock::now() - start;
  door.counts.work_microseconds += static_cast<std::uint64_t>(
      std::chrono::duration_cast<std::chrono::microseconds>(spent).count());
  return response;
}

/// Counts something that goes on, for as long as it lives.
class InFlight {
 public:
  InFlight(std::atomic<std::size_t>& counter, std::size_t most)
      : counter_(counter), is_too_many_(++counter > most) {}
  ~InFlight() { --counter_; }
  InFlight(const InFlight&) = delete;
  InFlight& operator=(const InFlight&) = delete;
  [[nodiscard]] bool is_too_many() const { return is_too_many_; }

 private:
  std::atomic<std::size_t>& counter_;
  bool is_too_many_;
};

Response too_busy(Door& door) {
  ++door.counts.refused_busy;
  return problem(base::Error(base::ErrorKind::unavailable, "", "too much is going on",
                             "try again in some seconds"));
}

using Clock = std::chrono::steady_clock;

/// A request that comes to its turn after `latest` is not begun: its client has left or will soon.
net::awaitable<Response> on_pool(Door& door, Request request, Clock::time_point latest) {
  if (Clock::now() > latest) co_return too_busy(door);
  co_return guarded(door, request);
}

net::awaitable<Response> respond(Door& door, std::optional<Request> request, Pools pools) {
  ++door.counts.requests;
  if (!request) co_return refusal(400, "the address cannot be decoded", "check its escapes");
  const auto& settings = door.settings;
  const bool is_long = settings.takes_long && settings.takes_long(*request);
  InFlight mark(is_long ? door.long_in_flight : door.in_flight,
                is_long ? settings.long_in_flight_max : settings.in_flight_max);
  if (mark.is_too_many() || door.is_stopping) co_return too_busy(door);
  const auto latest = is_long ? Clock::now() + settings.long_wait_max : Clock::time_point::max();
  auto work = on_pool(door, std::move(*request), latest);
  auto response = co_await net::co_spawn(is_long ? pools.long_work : pools.work, std::move(work),
                                         net::use_awaitable);
  co_return response;
}

/// Longer ones, and those that do not say how long they are, are received a few at a time.
constexpr std::uint64_t small_body_bytes = 64U << 10;

bool has_large_body(const Parser& parser) {
  if (const auto bytes = parser.content_length()) return *bytes > small_body_bytes;
  return parser.chunked();
}

/// Reads one request into `parser`; a body is only read when its length is allowed, and a large
/// one (no_buffer_space) when few others are.
net::awaitable<boost::system::error_code> read(beast::tcp_stream& stream,
                                               beast::flat_buffer& buffer, Parser& parser,
                                               Door& door, bool is_first) {
  const auto& settings = door.settings;
  boost::system::error_code error;
  auto token = net::redirect_error(net::use_awaitable, error);
  if (!is_first && buffer.size() == 0) {
    stream.expires_after(settings.idle_wait_max);
    co_await stream.async_read_some(net::mutable_buffer(), token);
    if (error) co_return wire::make_error_code(wire::error::end_of_stream);
  }
  stream.expires_after(settings.request_wait_max);
  co_await wire::async_read_header(stream, buffer, parser, token);
  if (error) co_return error;
  std::optional<InFlight> large_body;
  if (has_large_body(parser)) large_body.emplace(door.large_bodies, settings.large_bodies_max);
  if (large_body && large_body->is_too_many())
    co_return net::error::make_error_code(net::error::no_buffer_space);
  if (parser.get()[wire::field::expect] == "100-continue") {
    wire::response<wire::empty_body> go_on(wire::status::continue_, 11);
    co_await wire::async_write(stream, go_on, token);
    if (error) co_return error;
  }
  co_await wire::async_read(stream, buffer, parser, token);
  co_return error;
}

net::awaitable<bool> write(beast::tcp_stream& stream, Response response, bool is_head,
                           bool keeps_alive, const ServerSettings& settings) {
  boost::system::error_code error;
  auto token = net::redirect_error(net::use_awaitable, error);
  auto message = wire_response(std::move(response), is_head, keeps_alive);
  stream.expires_after(settings.request_wait_max);
  co_await wire::async_write(stream, message, token);
  co_return !error && keeps_alive;
}

/// After a refusal the client may still be sending: swallow a little, so that it can read the
/// answer before the connection is reset.
net::awaitable<void> linger(beast::tcp_stream& stream) {
  boost::system::error_code error;
  stream.socket().shutdown(net::ip::tcp::socket::shutdown_send, error);
  stream.expires_after(std::chrono::seconds(2));
  std::string sink(64U << 10, '\0');
  std::size_t swallowed = 0;
  while (!error && swallowed < (8U << 20)) {
    auto token = net::redirect_error(net::use_awaitable, error);
    swallowed += co_await stream.async_read_some(net::buffer(sink), token);
  }
}

}  // namespace

net::awaitable<void> serve(net::ip::tcp::socket socket, Door& door, Pools pools) {
  boost::system::error_code error;
  std::string peer = socket.remote_endpoint(error).address().to_string();
  beast::tcp_stream stream(std::move(socket));
  beast::flat_buffer buffer(door.settings.header_bytes_max + (64U << 10));
  for (bool is_first = true; !door.is_stopping; is_first = false) {
    Parser parser;
    parser.header_limit(door.settings.header_bytes_max);
    parser.body_limit(door.settings.body_bytes_max);
    error = co_await read(stream, buffer, parser, door, is_first);
    // What was read of the header before it broke off counts, too.
    const auto wish = parser.get()[wire::field::accept_language];
    const auto locale = language_of(std::string_view(wish.data(), wish.size()));
    if (error) {
      auto answer = error == net::error::no_buffer_space ? too_busy(door) : answer_to(error);
      if (answer) {
        tell_problem_in(*answer, locale);
        co_await write(stream, std::move(*answer), false, false, door.settings);
        co_await linger(stream);
      }
      break;
    }
    bool is_head = parser.get().method() == wire::verb::head;
    bool keeps_alive = parser.get().keep_alive();
    const auto client =
        client_behind(door.settings.trusted_proxies, peer, forwarded_for(parser.get()));
    auto request = request_of(parser.get(), client);
    auto response = co_await respond(door, std::move(request), pools);
    tell_problem_in(response, locale);
    bool goes_on = co_await write(stream, std::move(response), is_head, keeps_alive, door.settings);
    if (!goes_on) break;
  }
  stream.socket().shutdown(net::ip::tcp::socket::shutdown_send, error);
}

}  // namespace http
