#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "work/workflow/hub.h"

/// The steady work of a hub that no job asks for: sealing the record, forgetting what has expired.
namespace jobs {

/// Seals every entry that waits. For commands that write without a server.
void seal_waiting(workflow::Hub& hub);

/// One thread that seals once a second, forgets expired sessions every ten minutes, and at its
/// start and once a day ends the reports whose time is over. Entries that are not sealed yet when
/// the process ends are sealed after the next start.
class Sealer {
 public:
  explicit Sealer(workflow::Hub& hub) : hub_(hub), thread_([this] { work(); }) {}
  ~Sealer();
  Sealer(const Sealer&) = delete;
  Sealer& operator=(const Sealer&) = delete;

 private:
  void work();

  workflow::Hub& hub_;
  std::mutex mutex_;
  std::condition_variable stopped_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace jobs
