#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ground/base/result.h"

/// Who a request comes from. Addresses stay in memory only.
namespace http {

/// An IP address as 16 bytes; IPv4 as ::ffff:a.b.c.d, so that each address has one form.
using AddressBytes = std::array<std::uint8_t, 16>;

/// "192.0.2.1", "2001:db8::1", "::ffff:192.0.2.1"; no port, no brackets, no zone.
[[nodiscard]] std::optional<AddressBytes> parse_address(std::string_view text);
[[nodiscard]] bool is_ipv4(const AddressBytes& address);

/// The reverse proxies whose word on the client is believed. Without one, nobody's is.
class TrustedProxies {
 public:
  /// "127.0.0.1", "10.0.0.0/8", "2001:db8::/32". Invalid_input at `pointer` for anything else.
  [[nodiscard]] static base::Result<TrustedProxies> parse(const std::vector<std::string>& networks,
                                                          std::string_view pointer = "");

  [[nodiscard]] bool contains(const AddressBytes& address) const;

 private:
  struct Network {
    AddressBytes address;
    unsigned bits;  ///< that count, of 128
  };
  std::vector<Network> networks_;
};

/// The client behind a connection from `peer`: going back from `peer` through what X-Forwarded-For
/// says (the nearest hop last, with or without a port), the first address that is no trusted proxy.
/// What stands before it anybody could have written. Where a hop cannot be read, the proxy that
/// named it counts as the client.
[[nodiscard]] std::string client_behind(const TrustedProxies& proxies, const std::string& peer,
                                        std::string_view forwarded_for);

}  // namespace http
