#include "edges/deliver/http_sender.h"

#include <gtest/gtest.h>

namespace deliver {
namespace {

TEST(http_sender, uses_https_and_plain_http_to_this_machine_alone) {
  CurlSender sender;
  for (const auto* url : {"http://kizuki.example/x", "ftp://127.0.0.1/x", "file:///etc/passwd", "",
                          "http://127.0.0.1.example/x", "http://localhost.example/x"}) {
    const auto answer = sender.post(url, "text/plain", "");
    ASSERT_FALSE(answer) << url;
    EXPECT_EQ(answer.error().kind, base::ErrorKind::refused) << url;
  }
}

TEST(http_sender, nobody_at_the_address_is_unavailable) {
  CurlSender sender;
  const auto answer = sender.post("http://127.0.0.1:1/x", "text/plain", "body");
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind, base::ErrorKind::unavailable);
}

}  // namespace
}  // namespace deliver
