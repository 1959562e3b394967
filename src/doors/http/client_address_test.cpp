#include "doors/http/client_address.h"

#include <gtest/gtest.h>

namespace http {
namespace {

TrustedProxies trusted(const std::vector<std::string>& networks) {
  return TrustedProxies::parse(networks).value();
}

TEST(client_address, is_the_peers_where_no_proxy_is_trusted) {
  EXPECT_EQ(client_behind({}, "127.0.0.1", "192.0.2.7"), "127.0.0.1");
  EXPECT_EQ(client_behind(trusted({"10.0.0.0/8"}), "192.0.2.1", "192.0.2.7"), "192.0.2.1");
}

TEST(client_address, behind_a_trusted_proxy_is_the_nearest_that_is_none) {
  const auto proxies = trusted({"127.0.0.1", "10.0.0.0/8", "2001:db8:1::/48"});
  EXPECT_EQ(client_behind(proxies, "127.0.0.1", "192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(client_behind(proxies, "127.0.0.1", "203.0.113.9, 192.0.2.7 ,10.1.2.3"), "192.0.2.7");
  EXPECT_EQ(client_behind(proxies, "2001:db8:1::5", "2001:db8:2::7"), "2001:db8:2::7");
  EXPECT_EQ(client_behind(proxies, "::ffff:127.0.0.1", "192.0.2.7"), "192.0.2.7");
}

TEST(client_address, is_read_with_and_without_a_port) {
  const auto proxies = trusted({"127.0.0.1"});
  EXPECT_EQ(client_behind(proxies, "127.0.0.1", "192.0.2.7:4711"), "192.0.2.7");
  EXPECT_EQ(client_behind(proxies, "127.0.0.1", "[2001:db8::7]:4711"), "2001:db8::7");
  EXPECT_EQ(client_behind(proxies, "127.0.0.1", "[2001:db8::7]"), "2001:db8::7");
}

TEST(client_address, ends_at_a_hop_that_cannot_be_read) {
  const auto proxies = trusted({"127.0.0.1", "10.0.0.0/8"});
  for (const auto* broken : {"", "unknown", "192.0.2.7, ", "192.0.2.7, [", "192.0.2.7,_hidden"})
    EXPECT_EQ(client_behind(proxies, "127.0.0.1", broken), "127.0.0.1") << broken;
  EXPECT_EQ(client_behind(proxies, "127.0.0.1", "192.0.2.7, unknown, 10.0.0.1"), "10.0.0.1");
}

TEST(client_address, of_proxies_alone_is_the_farthest) {
  EXPECT_EQ(client_behind(trusted({"10.0.0.0/8"}), "10.0.0.1", "10.0.0.3, 10.0.0.2"), "10.0.0.3");
}

TEST(trusted_proxies, are_addresses_and_networks) {
  const auto proxies = trusted({"192.0.2.128/25", "2001:db8::/33", "198.51.100.1"});
  EXPECT_TRUE(proxies.contains(*parse_address("192.0.2.200")));
  EXPECT_FALSE(proxies.contains(*parse_address("192.0.2.100")));
  EXPECT_TRUE(proxies.contains(*parse_address("2001:db8:7fff::1")));
  EXPECT_FALSE(proxies.contains(*parse_address("2001:db8:8000::1")));
  EXPECT_TRUE(proxies.contains(*parse_address("198.51.100.1")));
  EXPECT_FALSE(proxies.contains(*parse_address("198.51.100.2")));
  EXPECT_TRUE(trusted({"0.0.0.0/0"}).contains(*parse_address("198.51.100.2")));
  EXPECT_FALSE(trusted({"0.0.0.0/0"}).contains(*parse_address("2001:db8::1")));
}

TEST(trusted_proxies, refuse_what_is_neither) {
  for (const auto* text : {"", "proxy.example", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1",
                           "2001:db8::/129", "10.0.0.0/8x", "fe80::1%eth0"}) {
    const auto refused = TrustedProxies::parse({text}, "--trusted-proxy");
    ASSERT_FALSE(refused) << text;
    EXPECT_EQ(refused.error().issues.front().pointer, "--trusted-proxy");
  }
}

}  // namespace
}  // namespace http
