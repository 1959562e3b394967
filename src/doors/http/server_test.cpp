#include "doors/http/server.h"

#include <atomic>
#include <latch>
#include <thread>
#include <vector>

#include <boost/asio.hpp>
#include <gtest/gtest.h>

namespace http {
namespace {

namespace net = boost::asio;

/// The real server on a free port, with an answer that echoes.
class ServerTest : public testing::Test {
 protected:
  ServerTest()
      : server_(settings(), [](Request& request) {
          if (request.path == "/throw") throw base::OutsideFailure("gone");
          if (request.path == "/peer") return text(200, "peer " + request.peer);
          return text(200, std::string(request.path) + ":" + request.body);
        }) {
    thread_ = std::thread([this] { server_.run(); });
  }
  ~ServerTest() override {
    server_.stop();
    thread_.join();
  }

  static ServerSettings settings() {
    ServerSettings settings;
    settings.port = 0;
    settings.work_threads = 2;
    settings.request_wait_max = std::chrono::seconds(1);
    settings.body_bytes_max = 1000;
    settings.large_bodies_max = 2;
    settings.trusted_proxies = TrustedProxies::parse({"127.0.0.1", "10.0.0.0/8"}).value();
    return settings;
  }

  /// Sends the bytes as they are and reads until the server closes or one answer is whole.
  std::string exchange(const std::string& bytes) {
    net::io_context context;
    net::ip::tcp::socket socket(context);
    socket.connect({net::ip::make_address("127.0.0.1"), server_.port()});
    boost::system::error_code error;
    net::write(socket, net::buffer(bytes), error);
    std::string answer;
    char piece[4096];
    while (!error) {
      const auto size = socket.read_some(net::buffer(piece), error);
      answer.append(piece, size);
    }
    return answer;
  }

  Server server_;
  std::thread thread_;
};

/// A server whose long requests wait until the test lets them go.
class LongRequests : public testing::Test {
 protected:
  static constexpr std::size_t long_max = 4;

  explicit LongRequests(std::chrono::seconds wait = std::chrono::hours(1))
      : server_(settings(wait), [this](Request& request) {
          if (request.path == "/long") {
            ++begun_;
            let_go_.wait();
          }
          return text(200, request.path);
        }) {
    thread_ = std::thread([this] { server_.run(); });
  }
  ~LongRequests() override {
    server_.stop();
    thread_.join();
  }

  static ServerSettings settings(std::chrono::seconds wait) {
    ServerSettings settings;
    settings.port = 0;
    settings.work_threads = 1;
    settings.long_threads = 1;
    settings.long_in_flight_max = long_max;
    settings.long_wait_max = wait;
    settings.takes_long = [](const Request& request) { return request.path == "/long"; };
    return settings;
  }

  net::ip::tcp::socket begin(const std::string& path) {
    net::ip::tcp::socket socket(context_);
    socket.connect({net::ip::make_address("127.0.0.1"), server_.port()});
    net::write(socket,
               net::buffer("GET " + path + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"));
    return socket;
  }
  static std::string answer_on(net::ip::tcp::socket& socket) {
    std::string answer;
    boost::system::error_code error;
    net::read(socket, net::dynamic_buffer(answer), error);
    return answer;
  }
  std::string answer_to(const std::string& path) {
    auto socket = begin(path);
    return answer_on(socket);
  }

  /// Until so many were read from their connections.
  void wait_for_requests(std::size_t count) {
    while (server_.counts().requests < count)
      std::this_thread::yield();
  }

  net::io_context context_;
  std::atomic<int> begun_{0};
  std::latch let_go_{1};
  Server server_;
  std::thread thread_;
};

/// Each comes to its turn when its time is over.
class LateLongRequests : public LongRequests {
 protected:
  LateLongRequests() : LongRequests(std::chrono::seconds(-1)) {}
};

bool begins(const std::string& answer, const std::string& status) {
  return answer.starts_with("HTTP/1.1 " + status);
}

TEST_F(ServerTest, a_request_is_answered_and_the_connection_closed_when_asked) {
  const auto answer =
      exchange("POST /x HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc");
  EXPECT_TRUE(begins(answer, "200")) << answer;
  EXPECT_NE(answer.find("/x:abc"), std::string::npos);
}

TEST_F(ServerTest, a_body_over_the_limit_is_413_by_length_and_by_chunks) {
  EXPECT_TRUE(begins(exchange("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 5000\r\n\r\n" +
                              std::string(5000, 'x')),
                     "413"));
  EXPECT_TRUE(
      begins(exchange("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n7d0\r\n" +
                      std::string(2000, 'x') + "\r\n0\r\n\r\n"),
             "413"));
}

TEST_F(ServerTest, a_header_over_the_limit_is_431) {
  EXPECT_TRUE(
      begins(exchange("GET / HTTP/1.1\r\nHost: h\r\nX: " + std::string(64 << 10, 'y') + "\r\n\r\n"),
             "431"));
}

TEST_F(ServerTest, what_is_no_http_is_400) {
  EXPECT_TRUE(begins(exchange("nonsense\r\n\r\n"), "400"));
  EXPECT_TRUE(begins(exchange("GET /%zz HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"), "400"));
}

TEST_F(ServerTest, a_request_that_drips_is_ended) {
  // The client sends half a request line and waits: the server closes without an answer, for
  // whoever drips reads none.
  EXPECT_EQ(exchange("GET / HT"), "");
}

TEST_F(ServerTest, trouble_outside_is_503_with_a_time_to_come_back) {
  const auto answer = exchange("GET /throw HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
  EXPECT_TRUE(begins(answer, "503"));
  EXPECT_NE(answer.find("Retry-After"), std::string::npos);
  EXPECT_EQ(answer.find("gone"), std::string::npos);
}

TEST_F(ServerTest, a_problem_is_told_in_the_language_of_its_reader) {
  const std::string start = "GET /throw HTTP/1.1\r\nHost: h\r\nConnection: close\r\n";
  const auto told = exchange(start + "Accept-Language: ja,en;q=0.5\r\n\r\n");
  EXPECT_NE(told.find("外部の機能が現在利用できません"), std::string::npos) << told;
  EXPECT_NE(told.find("Content-Language: ja\r\n"), std::string::npos);
  EXPECT_NE(told.find("Vary: Accept-Language\r\n"), std::string::npos);
  EXPECT_NE(exchange(start + "\r\n").find("something outside is not available now"),
            std::string::npos);
  EXPECT_NE(exchange("POST / HTTP/1.1\r\nHost: h\r\nAccept-Language: ja\r\n"
                     "Content-Length: 5000\r\n\r\n")
                .find("本体が上限を超えています"),
            std::string::npos);
}

/// Holds one connection on which a chunked body has begun and goes no further.
class UnendedBody {
 public:
  explicit UnendedBody(std::uint16_t port) : socket_(context_) {
    socket_.connect({net::ip::make_address("127.0.0.1"), port});
    net::write(socket_, net::buffer(std::string("POST / HTTP/1.1\r\nHost: h\r\n"
                                                "Expect: 100-continue\r\n"
                                                "Transfer-Encoding: chunked\r\n\r\n")));
    char piece[64];
    socket_.read_some(net::buffer(piece));  // told to go on: the body is being received
  }

 private:
  net::io_context context_;
  net::ip::tcp::socket socket_;
};

TEST_F(ServerTest, large_bodies_are_received_a_few_at_a_time_and_small_ones_always) {
  const UnendedBody first(server_.port()), second(server_.port());
  const auto third = exchange("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n");
  EXPECT_TRUE(begins(third, "503")) << third;
  EXPECT_NE(third.find("Retry-After"), std::string::npos);
  EXPECT_TRUE(begins(exchange("POST / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n"
                              "Content-Length: 1\r\n\r\nx"),
                     "200"));
}

TEST_F(LongRequests, hold_up_no_other_however_many_come) {
  std::vector<net::ip::tcp::socket> waiting;
  for (std::size_t number = 0; number < long_max; ++number)
    waiting.push_back(begin("/long"));
  wait_for_requests(long_max);
  EXPECT_TRUE(begins(answer_to("/short"), "200"));
  const auto refused = answer_to("/long");
  EXPECT_TRUE(begins(refused, "503")) << refused;
  EXPECT_NE(refused.find("Retry-After"), std::string::npos);
  EXPECT_TRUE(begins(answer_to("/short"), "200"));
  let_go_.count_down();
  for (auto& socket : waiting)
    EXPECT_TRUE(begins(answer_on(socket), "200"));
}

TEST_F(LateLongRequests, are_refused_and_not_begun) {
  EXPECT_TRUE(begins(answer_to("/long"), "503"));
  EXPECT_TRUE(begins(answer_to("/short"), "200"));
  EXPECT_EQ(begun_, 0);
}

TEST_F(ServerTest, a_trusted_proxy_says_who_the_client_is) {
  const std::string start = "GET /peer HTTP/1.1\r\nHost: h\r\nConnection: close\r\n";
  EXPECT_NE(exchange(start + "\r\n").find("peer 127.0.0.1"), std::string::npos);
  EXPECT_NE(exchange(start + "X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-For: 192.0.2.7\r\n"
                             "X-Forwarded-For: 10.0.0.2\r\n\r\n")
                .find("peer 192.0.2.7"),
            std::string::npos);
}

TEST_F(ServerTest, two_requests_share_a_connection) {
  const auto answer = exchange(
      "GET /a HTTP/1.1\r\nHost: h\r\n\r\nGET /b HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
  EXPECT_NE(answer.find("/a:"), std::string::npos);
  EXPECT_NE(answer.find("/b:"), std::string::npos);
}

}  // namespace
}  // namespace http
