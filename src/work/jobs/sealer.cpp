#include "work/jobs/sealer.h"

#include <chrono>
#include <optional>

#include "ground/base/error.h"
#include "work/workflow/escalate_tasks.h"
#include "work/workflow/health.h"
#include "work/workflow/purge_reports.h"
#include "work/workflow/seal_audit.h"
#include "work/workflow/sign_in.h"

namespace jobs {
namespace {

constexpr std::chrono::seconds seal_interval{1};
constexpr int passes_between_clocks = 600;

}  // namespace

void seal_waiting(workflow::Hub& hub) {
  while (workflow::seal_audit(hub) > 0) {
  }
}

Sealer::~Sealer() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  stopped_.notify_all();
  thread_.join();
}

void Sealer::work() {
  int passes = 0;
  std::optional<base::Day> last_kept;
  std::unique_lock lock(mutex_);
  do {
    lock.unlock();
    try {
      seal_waiting(hub_);
      if (passes == 0) {
        workflow::forget_expired(hub_);
        workflow::escalate_tasks(hub_);
      }
      const auto today = base::tokyo_day(hub_.clock.now());
      if (passes == 0 && last_kept != today) {
        workflow::keep_to_clocks(hub_);
        last_kept = today;
      }
    } catch (const base::OutsideFailure& failure) {
      workflow::tell_operator(hub_, "sealing the record", failure);
      passes = 0;  // what waits is sealed once the database answers again
    }
    passes = (passes + 1) % passes_between_clocks;
    lock.lock();
  } while (!stopped_.wait_for(lock, seal_interval, [this] { return stopping_; }));
}

}  // namespace jobs
