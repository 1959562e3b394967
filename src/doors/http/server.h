#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "doors/http/client_address.h"
#include "doors/http/message.h"

namespace http {

/// What the server allows from outside. Everything over a limit gets a clear answer
/// (413, 431, 503) and a closed connection; a request that drips, and a connection over
/// connections_max, is cut without one.
struct ServerSettings {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;  ///< 0 = any free port; port() tells which
  TrustedProxies trusted_proxies{};
  std::size_t body_bytes_max = (1U << 20) + (64U << 10);
  std::uint32_t header_bytes_max = 16U << 10;
  std::chrono::seconds request_wait_max{10};  ///< for a whole request, however it drips
  std::chrono::seconds idle_wait_max{60};     ///< between requests of one connection
  std::size_t connections_max = 2000;         ///< fewer where the machine allows fewer descriptors
  std::size_t large_bodies_max = 64;          ///< being received at once; more get 503, Retry-After
  std::size_t in_flight_max = 128;  ///< requests at work or waiting; more get 503, Retry-After
  unsigned work_threads = 8;        ///< blocking calls (database) run here
  /// What takes long and is limited in itself (hashing a password) waits and runs apart, so that a
  /// burst of it holds up nothing else. None by default.
  std::function<bool(const Request&)> takes_long{};
  std::size_t long_in_flight_max = 64;    ///< more get 503, Retry-After
  std::chrono::seconds long_wait_max{5};  ///< what waited for longer gets the same
  unsigned long_threads = 4;
};

/// What /metrics tells about the door.
struct ServerCounts {
  std::atomic<std::uint64_t> requests{0}, refused_busy{0}, errors{0};
  std::atomic<std::uint64_t> connections{0}, connections_now{0};
  std::atomic<std::uint64_t> work_microseconds{0};
};

/// HTTP/1.1 on one listening socket: an event loop reads and writes, a bounded pool runs the
/// handler, so a slow client holds no thread and a slow request holds no loop. HTTP/2 and TLS
/// are a proxy's work for now.
class Server {
 public:
  /// Binds and listens at once; throws base::OutsideFailure when the address is taken.
  Server(ServerSettings settings, std::function<Response(Request&)> handler);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  [[nodiscard]] std::uint16_t port() const;
  [[nodiscard]] const ServerCounts& counts() const;

  /// Serves until stop(); requests in flight are finished first (at most request_wait_max).
  void run();

  /// From any thread or signal-handling thread.
  void stop();

 private:
  class Body;
  std::unique_ptr<Body> body_;
};

}  // namespace http
