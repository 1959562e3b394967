#include "doors/http/message.h"

#include <gtest/gtest.h>

namespace http {
namespace {

TEST(message, a_target_is_decoded_into_path_and_query) {
  Request request;
  ASSERT_TRUE(parse_target("/a%20b/%E7%8E%8B?x=1&y=a+b&x=2", request));
  EXPECT_EQ(request.path, "/a b/王");
  EXPECT_EQ(request.query.at("x"), "2");
  EXPECT_EQ(request.query.at("y"), "a b");
}

TEST(message, broken_or_climbing_targets_are_refused) {
  for (const auto* target : {"", "a", "/%", "/%2", "/%zz", "/a%00", "/../etc", "/a/..", "/%ff",
                             "/?x=%00", "/%2e%2e/x", "/a/%2e%2e"}) {
    Request request;
    EXPECT_FALSE(parse_target(target, request)) << target;
  }
}

TEST(message, cookies_are_split) {
  const auto cookies = parse_cookies("a=1; __Host-kizuki=xyz==; broken; b=");
  EXPECT_EQ(cookies.at("__Host-kizuki"), "xyz==");
  EXPECT_EQ(cookies.at("a"), "1");
  EXPECT_EQ(cookies.at("b"), "");
  EXPECT_EQ(cookies.count("broken"), 0U);
}

TEST(message, every_kind_of_error_has_its_status) {
  EXPECT_EQ(status_of(base::ErrorKind::invalid_input), 400U);
  EXPECT_EQ(status_of(base::ErrorKind::refused), 422U);
  EXPECT_EQ(status_of(base::ErrorKind::unavailable), 503U);
  const auto response =
      problem(base::Error(base::ErrorKind::refused, "/hash", "is of another version", "preview"));
  EXPECT_EQ(response.status, 422U);
  EXPECT_NE(response.body.find("\"pointer\":\"/hash\""), std::string::npos);
}

}  // namespace
}  // namespace http
