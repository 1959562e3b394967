#include "work/jobs/loop.h"

#include <chrono>
#include <exception>
#include <sys/resource.h>

#include "ground/base/ensure.h"
#include "work/jobs/steps.h"
#include "work/workflow/health.h"
#include "work/workflow/process_report.h"

namespace jobs {
namespace {

/// How often an idle worker looks: a report that comes in is read this much later at most.
constexpr std::chrono::milliseconds look_interval{50};
/// How long a worker waits after trouble (disk full, database locked, no memory).
constexpr std::chrono::seconds trouble_wait{2};

constexpr workflow::JobLimits inside_limits{.part = workflow::JobLimits::Part::inside};
/// Above the longest wait for others (two minutes for a partner), so that no other server takes a
/// job over while it runs.
constexpr workflow::JobLimits outside_limits{
    .part = workflow::JobLimits::Part::outside, .jobs_max = 1, .lease = std::chrono::minutes(5)};

/// A database sees that a killed server is gone only after a moment; until then it looks as if
/// another one were alive, whose work must not be touched.
constexpr int resume_looks = 20;
constexpr std::chrono::milliseconds resume_interval{100};

/// Whoever waits at a door goes before work that nobody waits for. On Linux this is the calling
/// thread's alone; where it is refused, everything still works, only less evenly.
void give_way() {
  constexpr int niceness = 10;
  static_cast<void>(::setpriority(PRIO_PROCESS, 0, niceness));
}

}  // namespace

std::size_t run_until_idle(workflow::Hub& hub, const workflow::JobLimits& limits,
                           const std::function<void(std::size_t jobs)>& tell) {
  return workflow::drain_jobs(hub, all_steps(), limits, [&](std::size_t jobs) {
    if (tell) tell(jobs);
    return true;
  });
}

Loop::Loop(workflow::Hub& hub) : hub_(hub), steps_(all_steps()) {}

void Loop::start(std::size_t workers) {
  base::ensure(threads_.empty(), "the loop runs once");
  stopping_ = false;
  for (std::size_t worker = 0; worker < workers; ++worker)
    threads_.emplace_back([this] { work(inside_limits); });
  threads_.emplace_back([this] { work(outside_limits); });
}

void Loop::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  stopped_.notify_all();
  for (auto& thread : threads_)
    thread.join();
  threads_.clear();
}

void Loop::resume() {
  for (int look = 0; look < resume_looks; ++look) {
    try {
      if (look == 0) workflow::request_outdated_features(hub_);
      if (workflow::resume_after_crash(hub_)) return;
    } catch (const std::exception& failure) {
      // Tried again like the presence of another server: both may pass.
      workflow::tell_operator(hub_, "taking up what was left", failure);
    }
    std::unique_lock lock(mutex_);
    if (stopped_.wait_for(lock, resume_interval, [this] { return stopping_; })) return;
  }
}

bool Loop::is_stopping() {
  const std::lock_guard lock(mutex_);
  return stopping_;
}

std::size_t Loop::run(const workflow::JobLimits& limits) {
  // Nothing outside is begun ahead of time: whoever stops the server would wait for it, too.
  if (limits.part == workflow::JobLimits::Part::outside)
    return workflow::run_due_jobs(hub_, steps_, limits);
  const auto go_on = [&](std::size_t) { return !is_stopping(); };
  return workflow::drain_jobs(hub_, steps_, limits, go_on);
}

void Loop::work(const workflow::JobLimits& limits) {
  give_way();
  std::call_once(resumed_, [this] { resume(); });
  while (!is_stopping()) {
    std::chrono::milliseconds wait{0};
    try {
      if (run(limits) == 0) wait = look_interval;
    } catch (const std::exception& failure) {
      workflow::tell_operator(hub_, "jobs", failure);
      wait = trouble_wait;  // the jobs wait in the database
    }
    if (wait.count() == 0) continue;
    std::unique_lock lock(mutex_);
    stopped_.wait_for(lock, wait, [this] { return stopping_; });
  }
}

}  // namespace jobs
