#include "doors/http/rate_limit.h"

#include <gtest/gtest.h>

namespace http {
namespace {

using std::chrono::seconds;

TEST(rate_limit, a_burst_passes_and_the_next_waits_for_a_refill) {
  RateLimit limit(3, seconds(10));
  base::UtcTime now{1'000'000};
  for (int i = 0; i < 3; ++i)
    EXPECT_TRUE(limit.may_pass("192.0.2.1", now));
  EXPECT_FALSE(limit.may_pass("192.0.2.1", now));
  EXPECT_FALSE(limit.may_pass("192.0.2.1", now + seconds(9)));
  EXPECT_TRUE(limit.may_pass("192.0.2.1", now + seconds(10)));
}

TEST(rate_limit, one_client_does_not_use_up_another_ones_tokens) {
  RateLimit limit(1, seconds(10));
  EXPECT_TRUE(limit.may_pass("192.0.2.1", {}));
  EXPECT_FALSE(limit.may_pass("192.0.2.1", {}));
  EXPECT_TRUE(limit.may_pass("192.0.2.2", {}));
}

TEST(rate_limit, an_ipv6_network_counts_as_one_client) {
  EXPECT_EQ(client_of("2001:db8:1:2:aaaa::1"), client_of("2001:db8:1:2:bbbb::2"));
  EXPECT_NE(client_of("2001:db8:1:2::1"), client_of("2001:db8:1:3::1"));
  EXPECT_EQ(client_of("2001:db8::1:2:3:4"), client_of("2001:db8:0:0:ffff::"));
  EXPECT_NE(client_of("2001:db8:1::1"), client_of("2001:db8:2::1"));
  EXPECT_NE(client_of("2001:db8::1"), client_of("2001:db8:0:1::1"));
}

TEST(rate_limit, an_ipv4_address_counts_whole_however_it_is_written) {
  EXPECT_NE(client_of("192.0.2.1"), client_of("192.0.2.2"));
  EXPECT_EQ(client_of("::ffff:192.0.2.1"), client_of("192.0.2.1"));
  EXPECT_NE(client_of("::ffff:192.0.2.1"), client_of("::ffff:192.0.2.2"));
}

TEST(rate_limit, who_was_seen_longest_ago_is_forgotten_for_somebody_new) {
  RateLimit limit(1, seconds(10), 2);
  EXPECT_TRUE(limit.may_pass("192.0.2.1", {}));
  EXPECT_TRUE(limit.may_pass("192.0.2.2", {}));
  EXPECT_FALSE(limit.may_pass("192.0.2.1", {}));
  EXPECT_TRUE(limit.may_pass("192.0.2.3", {}));
  EXPECT_FALSE(limit.may_pass("192.0.2.1", {}));
  EXPECT_TRUE(limit.may_pass("192.0.2.2", {}));
}

TEST(rate_limit, memory_stays_bounded_under_very_many_addresses) {
  RateLimit limit(1, seconds(10), 8);
  for (int i = 0; i < 1000; ++i)
    EXPECT_TRUE(limit.may_pass("client-" + std::to_string(i), base::UtcTime{i}));
}

}  // namespace
}  // namespace http
