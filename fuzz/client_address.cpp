// Attacks what a proxy says of its clients, and what an operator says of proxies. The client is an
// address that was read, or the peer; who trusts nobody gets the peer.
#include "doors/http/client_address.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "ground/base/ensure.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const auto everybody = http::TrustedProxies::parse({"0.0.0.0/0", "::/0"}).value();
  static const auto one = http::TrustedProxies::parse({"192.0.2.1"}).value();
  const std::string peer = "192.0.2.1";
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  for (const auto& proxies : {everybody, one})
    base::ensure(http::parse_address(http::client_behind(proxies, peer, text)).has_value(),
                 "a client is an address");
  base::ensure(http::client_behind({}, peer, text) == peer, "without a proxy it is the peer");
  static_cast<void>(http::TrustedProxies::parse({std::string(text)}));
  return 0;
}
