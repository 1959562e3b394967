#include "doors/http/client_address.h"

#include <algorithm>
#include <charconv>

#include <boost/asio/ip/address.hpp>

#include "ground/base/blank.h"

namespace http {
namespace {

namespace net = boost::asio;

constexpr unsigned ipv4_prefix_bits = 96;
constexpr std::size_t ipv4_place = 12;

/// "192.0.2.1:4711" and "[2001:db8::1]:4711" without the port.
std::string_view without_port(std::string_view hop) {
  if (hop.starts_with('[')) return hop.substr(1, std::min(hop.find(']'), hop.size()) - 1);
  const auto colon = hop.find(':');
  const bool is_port = colon != hop.npos && hop.find(':', colon + 1) == hop.npos;
  return is_port ? hop.substr(0, colon) : hop;
}

/// Takes the last hop off the list.
std::string_view take_last(std::string_view& hops) {
  const auto comma = hops.rfind(',');
  const auto last = comma == hops.npos ? hops : hops.substr(comma + 1);
  hops = comma == hops.npos ? std::string_view() : hops.substr(0, comma);
  return without_port(base::trimmed(last));
}

bool agree(const AddressBytes& one, const AddressBytes& other, unsigned bits) {
  const auto whole = bits / 8;
  if (!std::equal(one.begin(), one.begin() + whole, other.begin())) return false;
  const auto rest = bits % 8;
  return rest == 0 || ((one[whole] ^ other[whole]) >> (8 - rest)) == 0;
}

}  // namespace

std::optional<AddressBytes> parse_address(std::string_view text) {
  boost::system::error_code error;
  const auto address = net::ip::make_address(std::string(text), error);
  if (error || text.find('%') != text.npos) return std::nullopt;
  if (address.is_v6()) return address.to_v6().to_bytes();
  AddressBytes bytes{};
  bytes[10] = bytes[11] = 0xff;
  std::ranges::copy(address.to_v4().to_bytes(), bytes.begin() + ipv4_place);
  return bytes;
}

bool is_ipv4(const AddressBytes& address) {
  static constexpr AddressBytes mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
  return agree(address, mapped, ipv4_prefix_bits);
}

base::Result<TrustedProxies> TrustedProxies::parse(const std::vector<std::string>& networks,
                                                   std::string_view pointer) {
  TrustedProxies proxies;
  for (const std::string_view network : networks) {
    const auto slash = network.find('/');
    const auto address = parse_address(network.substr(0, slash));
    const unsigned most = address && network.find(':') == network.npos ? 32 : 128;
    unsigned bits = most;
    bool good = address.has_value();
    if (slash != network.npos) {
      const auto digits = network.substr(slash + 1);
      const auto* end = digits.data() + digits.size();
      const auto read = std::from_chars(digits.data(), end, bits);
      good = good && read.ec == std::errc() && read.ptr == end && bits <= most;
    }
    if (!good)
      return base::fail(base::ErrorKind::invalid_input, std::string(pointer),
                        "is no address and no network",
                        "write it as 127.0.0.1, 10.0.0.0/8 or 2001:db8::/32");
    proxies.networks_.push_back({*address, most == 32 ? ipv4_prefix_bits + bits : bits});
  }
  return proxies;
}

bool TrustedProxies::contains(const AddressBytes& address) const {
  return std::ranges::any_of(networks_, [&](const Network& network) {
    return agree(address, network.address, network.bits);
  });
}

std::string client_behind(const TrustedProxies& proxies, const std::string& peer,
                          std::string_view forwarded_for) {
  std::string client = peer;
  auto address = parse_address(client);
  while (address && proxies.contains(*address) && !forwarded_for.empty()) {
    const auto hop = take_last(forwarded_for);
    address = parse_address(hop);
    if (address) client = hop;
  }
  return client;
}

}  // namespace http
