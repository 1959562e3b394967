#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <ctime>
#include <vector>

/// What the benchmarks count with.
namespace bench {

using Stopwatch = std::chrono::steady_clock;

inline double seconds_since(Stopwatch::time_point start) {
  return std::chrono::duration<double>(Stopwatch::now() - start).count();
}

/// Processor time, so that what else runs on the machine does not count.
inline double seconds_since(std::clock_t start) {
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

/// A rate and the waiting times behind it.
struct Pace {
  double per_second = 0, p50_ms = 0, p99_ms = 0;
};

/// `waits_ms` of all that was done within `seconds`; at least one.
inline Pace pace_of(std::vector<double> waits_ms, double seconds) {
  std::ranges::sort(waits_ms);
  const auto count = waits_ms.size();
  return {static_cast<double>(count) / seconds, waits_ms[count / 2], waits_ms[count * 99 / 100]};
}

inline double median(std::vector<double> values) {
  std::ranges::sort(values);
  return values[values.size() / 2];
}

}  // namespace bench
