#pragma once

#include <arpa/inet.h>
#include <cerrno>
#include <charconv>
#include <cstdint>
#include <memory>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdexcept>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <system_error>
#include <unistd.h>
#include <vector>

#include <fmt/format.h>

#include "timing.h"

/// Keep-alive clients on loopback, all in one thread, as cheap as can be: what is measured is the
/// server, and it shares the machine with its clients.
namespace bench {

/// A whole request that posts `body`.
inline std::string post_request(std::string_view path, std::string_view body) {
  return fmt::format(
      "POST {} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
      "Content-Length: {}\r\n\r\n{}",
      path, body.size(), body);
}

[[noreturn]] inline void fail_by_errno(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

/// One connection: sends a request, collects its answer.
class HttpClient {
 public:
  explicit HttpClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): the interface of sockets
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
      ::close(socket_);
      fail_by_errno("connect");
    }
    const int on = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  }
  ~HttpClient() { ::close(socket_); }
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  [[nodiscard]] int socket() const { return socket_; }

  void send(const std::string& request) {
    answer_.clear();
    std::size_t sent = 0;
    while (sent < request.size()) {
      const auto count =
          ::send(socket_, request.data() + sent, request.size() - sent, MSG_NOSIGNAL);
      if (count < 0) fail_by_errno("send");
      sent += static_cast<std::size_t>(count);
    }
  }

  /// Takes what has come; true when the answer is whole.
  bool receive() {
    char chunk[8192];
    const auto count = ::recv(socket_, chunk, sizeof chunk, 0);
    if (count < 0) fail_by_errno("recv");
    if (count == 0) throw std::runtime_error("the server closed the connection");
    answer_.append(chunk, static_cast<std::size_t>(count));
    return is_whole();
  }

  /// Of the whole answer.
  [[nodiscard]] int status() const {
    int code = 0;
    std::from_chars(answer_.data() + 9, answer_.data() + 12, code);
    return code;
  }
  [[nodiscard]] const std::string& answer() const { return answer_; }

 private:
  [[nodiscard]] bool is_whole() const {
    const auto head_end = answer_.find("\r\n\r\n");
    if (head_end == std::string::npos) return false;
    constexpr std::string_view name = "Content-Length: ";
    const auto field = answer_.find(name);
    if (field == std::string::npos || field > head_end) return true;
    std::size_t length = 0;
    std::from_chars(answer_.data() + field + name.size(), answer_.data() + head_end, length);
    return answer_.size() >= head_end + 4 + length;
  }

  int socket_;
  std::string answer_;
};

/// Sends all requests over `clients` connections, each with one request under way, and gives the
/// waits. Every answer must have the status 201.
inline std::vector<double> post_all(std::uint16_t port, const std::vector<std::string>& requests,
                                    std::size_t clients) {
  std::vector<std::unique_ptr<HttpClient>> connections;
  std::vector<pollfd> waiting;
  std::vector<Stopwatch::time_point> sent_at(clients);
  std::size_t next = 0;
  const auto send_next = [&](std::size_t client) {
    sent_at[client] = Stopwatch::now();
    if (next < requests.size())
      connections[client]->send(requests[next++]);
    else
      waiting[client].fd = -1;
  };
  for (std::size_t client = 0; client < clients; ++client) {
    connections.push_back(std::make_unique<HttpClient>(port));
    waiting.push_back({connections.back()->socket(), POLLIN, 0});
    send_next(client);
  }
  std::vector<double> waits_ms;
  while (waits_ms.size() < requests.size()) {
    if (::poll(waiting.data(), waiting.size(), 60'000) <= 0) throw std::runtime_error("no answer");
    for (std::size_t client = 0; client < clients; ++client) {
      if ((waiting[client].revents & (POLLIN | POLLHUP)) == 0) continue;
      if (!connections[client]->receive()) continue;
      if (connections[client]->status() != 201)
        throw std::runtime_error("refused: " + connections[client]->answer());
      waits_ms.push_back(1000 * seconds_since(sent_at[client]));
      send_next(client);
    }
  }
  return waits_ms;
}

}  // namespace bench
