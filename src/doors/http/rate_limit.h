#pragma once

#include <chrono>
#include <cstddef>
#include <list>
#include <mutex>
#include <string>
#include <unordered_map>

#include "ground/base/time.h"

namespace http {

/// A bucket of tokens per client: `burst` at once, then one every `refill`. IPv6 clients are
/// counted by their /64. Holds at most `clients_max` buckets; who was not seen for longest is
/// forgotten first, so memory and the time of a call are bounded. Safe from several threads.
/// Addresses stay in memory only.
class RateLimit {
 public:
  RateLimit(double burst, std::chrono::microseconds refill, std::size_t clients_max = 100'000);

  /// Takes a token of this client; false = too many, too soon.
  [[nodiscard]] bool may_pass(const std::string& peer, base::UtcTime now);

 private:
  struct Bucket {
    std::string client;
    double tokens;
    base::UtcTime at;
  };
  using Buckets = std::list<Bucket>;
  Buckets::iterator bucket_of(const std::string& client, base::UtcTime now);
  [[nodiscard]] double filled(const Bucket& bucket, base::UtcTime now) const;

  const double burst_;
  const std::chrono::microseconds refill_;
  const std::size_t clients_max_;
  std::mutex mutex_;
  Buckets buckets_;  ///< seen longest ago first
  std::unordered_map<std::string, Buckets::iterator> places_;
};

/// The bytes of an address that stand for one client: an IPv4 address whole (also as
/// ::ffff:a.b.c.d), of an IPv6 address the first eight. What is no address stands for itself.
[[nodiscard]] std::string client_of(const std::string& peer);

}  // namespace http
