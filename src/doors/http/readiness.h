#pragma once

#include <mutex>

#include "doors/http/message.h"
#include "ground/base/time.h"
#include "work/workflow/hub.h"

namespace http {

/// What GET /readyz answers: 200 "ready", or 503 with what is wrong, in words that name no
/// content. The store is tried at most once a second, however many ask.
class Readiness {
 public:
  [[nodiscard]] Response answer(workflow::Hub& hub);

 private:
  std::mutex mutex_;
  base::UtcTime tried_;
  std::string wrong_;  ///< "" = nothing
};

}  // namespace http
