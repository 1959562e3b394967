#pragma once

#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace engine {

/// Runs `work(worker)` on `workers` threads, the caller being one of them, and waits. The first
/// failure of any is thrown here.
template <class Work>
void on_workers(std::size_t workers, Work work) {
  std::exception_ptr failure;
  std::mutex mutex;
  const auto guarded = [&](std::size_t worker) {
    try {
      work(worker);
    } catch (...) {
      const std::scoped_lock lock(mutex);
      if (!failure) failure = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> threads;
    for (std::size_t worker = 1; worker < workers; ++worker)
      threads.emplace_back(guarded, worker);
    guarded(0);
  }
  if (failure) std::rethrow_exception(failure);
}

/// Runs `work(worker, index)` for every index below `count`, whichever worker is free first.
template <class Work>
void in_parallel(std::size_t workers, std::size_t count, Work work) {
  std::atomic<std::size_t> next{0};
  on_workers(workers, [&](std::size_t worker) {
    for (auto index = next++; index < count; index = next++)
      work(worker, index);
  });
}

}  // namespace engine
