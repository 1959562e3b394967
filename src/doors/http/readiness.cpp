#include "doors/http/readiness.h"

#include "doors/http/answer.h"
#include "ground/base/error.h"
#include "work/workflow/health.h"

namespace http {
namespace {

constexpr std::chrono::seconds answer_holds{1};

std::string find_wrong(workflow::Hub& hub) {
  try {
    const auto checked = workflow::check_health(hub);
    return checked ? std::string() : checked.error().text();
  } catch (const base::OutsideFailure& failure) {
    return failure.what();
  }
}

}  // namespace

Response Readiness::answer(workflow::Hub& hub) {
  const std::lock_guard lock(mutex_);
  const auto now = hub.clock.now();
  // Also after the clock was set back.
  if (now < tried_ || now - tried_ >= answer_holds) {
    wrong_ = find_wrong(hub);
    tried_ = now;
  }
  return wrong_.empty() ? text(200, "ready\n") : text(503, wrong_ + "\n");
}

}  // namespace http
