#pragma once

#include <utility>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/thread_pool.hpp>

#include "doors/http/server.h"

/// One connection. Included by server.cpp only: it is the second of the two files that know
/// coroutines and sockets.
namespace http {

struct Door {
  ServerSettings settings;
  std::function<Response(Request&)> handler;
  ServerCounts counts;
  std::atomic<std::size_t> in_flight{0}, long_in_flight{0}, large_bodies{0};
  std::atomic<bool> is_stopping{false};
};

/// Where requests run: most of them, and those that take long (ServerSettings).
struct Pools {
  boost::asio::thread_pool::executor_type work, long_work;
};

/// Reads requests, has each answered on its pool, writes the answers, until the client leaves,
/// breaks a limit or the server stops.
boost::asio::awaitable<void> serve(boost::asio::ip::tcp::socket socket, Door& door, Pools pools);

}  // namespace http
