#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "ground/base/result.h"

namespace deliver {

struct HttpAnswer {
  long status = 0;
  std::string body;
};

/// Seam: sends a request to another server.
class HttpSender {
 public:
  virtual ~HttpSender() = default;

  /// Posts a body and gives the answer, whatever its status. Unavailable when there was none, or
  /// when it was longer than the limit; refused for an address that may not be used.
  [[nodiscard]] virtual base::Result<HttpAnswer> post(const std::string& url,
                                                      const std::string& content_type,
                                                      const std::string& body) = 0;
};

/// By libcurl: https, and plain http to this very machine only (a proxy beside us). Follows no
/// redirect; certificates are verified. Safe to use from several threads.
class CurlSender final : public HttpSender {
 public:
  explicit CurlSender(std::size_t answer_bytes_max = 64U << 20,
                      std::chrono::milliseconds whole_max = std::chrono::minutes(2))
      : answer_bytes_max_(answer_bytes_max), whole_max_(whole_max) {}

  [[nodiscard]] base::Result<HttpAnswer> post(const std::string& url,
                                              const std::string& content_type,
                                              const std::string& body) override;

 private:
  std::size_t answer_bytes_max_;
  std::chrono::milliseconds whole_max_;
};

}  // namespace deliver
