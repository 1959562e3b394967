#include "doors/http/rate_limit.h"

#include <algorithm>

namespace http {

RateLimit::RateLimit(double burst, std::chrono::microseconds refill, std::size_t clients_max)
    : burst_(burst), refill_(refill), clients_max_(clients_max) {}

double RateLimit::filled(const Bucket& bucket, base::UtcTime now) const {
  auto passed = static_cast<double>((now - bucket.at).count());
  return std::min(burst_, bucket.tokens + passed / static_cast<double>(refill_.count()));
}

bool RateLimit::may_pass(const std::string& peer, base::UtcTime now) {
  std::lock_guard lock(mutex_);
  if (buckets_.size() >= clients_max_) forget_full(now);
  auto [found, is_new] = buckets_.try_emplace(client_of(peer), Bucket{burst_, now});
  auto& bucket = found->second;
  bucket.tokens = filled(bucket, now);
  bucket.at = now;
  if (bucket.tokens < 1.0) return false;
  bucket.tokens -= 1.0;
  return true;
}

void RateLimit::forget_full(base::UtcTime now) {
  std::erase_if(buckets_, [&](const auto& entry) { return filled(entry.second, now) >= burst_; });
  // Only under attack from very many addresses: start over rather than grow.
  if (buckets_.size() >= clients_max_) buckets_.clear();
}

std::string client_of(const std::string& peer) {
  if (peer.find(':') == std::string::npos) return peer;
  std::size_t at = 0;
  for (int groups = 0; groups < 4 && at != std::string::npos; ++groups)
    at = peer.find(':', at + 1);
  return peer.substr(0, at);
}

}  // namespace http
