#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "work/workflow/hub.h"
#include "work/workflow/run_jobs.h"

/// The loop of the program's own work: claim, run, back off, stop. What is written down as a job
/// survives any end of the process; the loop itself holds nothing.
namespace jobs {

/// Runs everything that is due, and what that causes, until nothing is due at the hub's clock.
/// Returns how many jobs ran. For tests, stories and imports; `tell` hears after each batch how
/// many ran so far.
std::size_t run_until_idle(workflow::Hub& hub, const workflow::JobLimits& limits = {},
                           const std::function<void(std::size_t jobs)>& tell = {});

/// Worker threads for a server: some that read reports and write, and one beside them that sends
/// and fetches, since others may keep that one waiting for minutes. Nothing runs before start();
/// stop() lets each worker end the batch it holds (well under a lease) and joins it; what acts
/// outside is one job at a time.
class Loop {
 public:
  explicit Loop(workflow::Hub& hub);
  ~Loop() { stop(); }
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;

  /// Takes up what a crash or an older version left behind, then starts `workers` and the one that
  /// acts outside. Once.
  void start(std::size_t workers = 1);
  void stop();

 private:
  void resume();
  bool is_stopping();
  std::size_t run(const workflow::JobLimits& limits);
  void work(const workflow::JobLimits& limits);

  workflow::Hub& hub_;
  std::vector<workflow::JobStep> steps_;
  std::vector<std::thread> threads_;
  std::once_flag resumed_;
  std::mutex mutex_;
  std::condition_variable stopped_;
  bool stopping_ = false;
};

}  // namespace jobs
