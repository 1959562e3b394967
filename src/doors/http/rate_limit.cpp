#include "doors/http/rate_limit.h"

#include <algorithm>

#include "doors/http/client_address.h"

namespace http {

RateLimit::RateLimit(double burst, std::chrono::microseconds refill, std::size_t clients_max)
    : burst_(burst), refill_(refill), clients_max_(clients_max) {}

double RateLimit::filled(const Bucket& bucket, base::UtcTime now) const {
  auto passed = static_cast<double>((now - bucket.at).count());
  return std::min(burst_, bucket.tokens + passed / static_cast<double>(refill_.count()));
}

RateLimit::Buckets::iterator RateLimit::bucket_of(const std::string& client, base::UtcTime now) {
  if (const auto known = places_.find(client); known != places_.end()) {
    buckets_.splice(buckets_.end(), buckets_, known->second);
    return known->second;
  }
  if (buckets_.size() >= clients_max_) {
    places_.erase(buckets_.front().client);
    buckets_.pop_front();
  }
  const auto made = buckets_.insert(buckets_.end(), {client, burst_, now});
  places_.emplace(client, made);
  return made;
}

bool RateLimit::may_pass(const std::string& peer, base::UtcTime now) {
  const auto client = client_of(peer);
  std::lock_guard lock(mutex_);
  auto& bucket = *bucket_of(client, now);
  bucket.tokens = filled(bucket, now);
  bucket.at = now;
  if (bucket.tokens < 1.0) return false;
  bucket.tokens -= 1.0;
  return true;
}

std::string client_of(const std::string& peer) {
  const auto address = parse_address(peer);
  if (!address) return peer;
  if (is_ipv4(*address)) return {address->begin() + 12, address->end()};
  return {address->begin(), address->begin() + 8};
}

}  // namespace http
