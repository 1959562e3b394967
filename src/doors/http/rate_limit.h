#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>
#include <unordered_map>

#include "ground/base/time.h"

namespace http {

/// A bucket of tokens per client: `burst` at once, then one every `refill`. IPv6 clients are
/// counted by their /64. Holds at most `clients_max` buckets; full ones are forgotten first,
/// so memory is bounded. Safe from several threads. Addresses stay in memory only.
class RateLimit {
 public:
  RateLimit(double burst, std::chrono::microseconds refill, std::size_t clients_max = 100'000);

  /// Takes a token of this client; false = too many, too soon.
  [[nodiscard]] bool may_pass(const std::string& peer, base::UtcTime now);

 private:
  struct Bucket {
    double tokens;
    base::UtcTime at;
  };
  void forget_full(base::UtcTime now);
  [[nodiscard]] double filled(const Bucket& bucket, base::UtcTime now) const;

  const double burst_;
  const std::chrono::microseconds refill_;
  const std::size_t clients_max_;
  std::mutex mutex_;
  std::unordered_map<std::string, Bucket> buckets_;
};

/// The part of an address that stands for one client: an IPv4 address, or the first four
/// groups of an IPv6 address.
[[nodiscard]] std::string client_of(const std::string& peer);

}  // namespace http
