#include "doors/http/server.h"

#include <algorithm>
#include <sys/resource.h>
#include <utility>

#include <boost/asio.hpp>
#include <boost/beast/core.hpp>

#include "doors/http/session.h"

namespace http {

namespace net = boost::asio;

namespace {

/// A connection may want one more descriptor while it is served; the rest is for the database,
/// mails, partners and files.
constexpr ::rlim_t descriptors_apart = 256;
constexpr std::chrono::milliseconds accept_wait{100};  ///< after a failure, for want of descriptors

/// As many connections as the process may have descriptors for, whose limit is raised as far as
/// the machine allows.
std::size_t affordable(std::size_t connections) {
  ::rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return connections;
  const ::rlim_t wanted = connections + descriptors_apart;
  if (limit.rlim_cur < wanted) {
    limit.rlim_cur = std::min(wanted, limit.rlim_max);
    if (::setrlimit(RLIMIT_NOFILE, &limit) != 0) ::getrlimit(RLIMIT_NOFILE, &limit);
  }
  if (limit.rlim_cur >= wanted) return connections;
  return limit.rlim_cur > 2 * descriptors_apart ? limit.rlim_cur - descriptors_apart
                                                : limit.rlim_cur / 2;
}

}  // namespace

/// The loop, the pools and the listening socket. All members but the counts are touched by the
/// loop's thread only.
class Server::Body {
 public:
  Body(ServerSettings settings, std::function<Response(Request&)> handler)
      : door_{std::move(settings), std::move(handler), {}, {}, {}, {}, {}},
        pool_(door_.settings.work_threads),
        long_pool_(door_.settings.long_threads),
        acceptor_(loop_) {
    door_.settings.connections_max = affordable(door_.settings.connections_max);
    try {
      net::ip::tcp::endpoint endpoint(net::ip::make_address(door_.settings.address),
                                      door_.settings.port);
      acceptor_.open(endpoint.protocol());
      acceptor_.set_option(net::socket_base::reuse_address(true));
      acceptor_.bind(endpoint);
      acceptor_.listen(net::socket_base::max_listen_connections);
    } catch (const boost::system::system_error& error) {
      throw base::OutsideFailure("cannot listen on " + door_.settings.address + ":" +
                                 std::to_string(door_.settings.port) + ": " +
                                 error.code().message());
    }
  }

  [[nodiscard]] std::uint16_t port() const { return acceptor_.local_endpoint().port(); }
  [[nodiscard]] const ServerCounts& counts() const { return door_.counts; }

  void run() {
    accept_next();
    loop_.run();
    pool_.join();
    long_pool_.join();
  }

  void stop() {
    net::post(loop_, [this] {
      boost::system::error_code ignored;
      acceptor_.close(ignored);
      door_.is_stopping = true;
      drain(std::chrono::steady_clock::now() + door_.settings.request_wait_max);
    });
  }

 private:
  void accept_next() {
    acceptor_.async_accept([this](boost::system::error_code error, net::ip::tcp::socket socket) {
      if (door_.is_stopping) return;
      if (error) return accept_later();
      welcome(std::move(socket));
      accept_next();
    });
  }

  void accept_later() {
    accept_timer_.expires_after(accept_wait);
    accept_timer_.async_wait([this](boost::system::error_code) {
      if (!door_.is_stopping) accept_next();
    });
  }

  void welcome(net::ip::tcp::socket socket) {
    if (door_.counts.connections_now >= door_.settings.connections_max) return;
    ++door_.counts.connections;
    ++door_.counts.connections_now;
    net::co_spawn(
        loop_, serve(std::move(socket), door_, {pool_.get_executor(), long_pool_.get_executor()}),
        [this](std::exception_ptr) { --door_.counts.connections_now; });
  }

  /// Lets requests at work finish, then ends the loop with whatever idles.
  void drain(std::chrono::steady_clock::time_point until) {
    if (door_.in_flight + door_.long_in_flight == 0 || std::chrono::steady_clock::now() >= until) {
      loop_.stop();
      return;
    }
    drain_timer_.expires_after(std::chrono::milliseconds(20));
    drain_timer_.async_wait([this, until](boost::system::error_code) { drain(until); });
  }

  Door door_;
  net::io_context loop_{1};
  net::thread_pool pool_, long_pool_;
  net::ip::tcp::acceptor acceptor_;
  net::steady_timer drain_timer_{loop_}, accept_timer_{loop_};
};

Server::Server(ServerSettings settings, std::function<Response(Request&)> handler)
    : body_(std::make_unique<Body>(std::move(settings), std::move(handler))) {}
Server::~Server() = default;
std::uint16_t Server::port() const {
  return body_->port();
}
const ServerCounts& Server::counts() const {
  return body_->counts();
}
void Server::run() {
  body_->run();
}
void Server::stop() {
  body_->stop();
}

}  // namespace http
