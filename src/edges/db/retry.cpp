#include "edges/db/retry.h"

#include <algorithm>
#include <chrono>
#include <random>
#include <thread>

#include "edges/db/connection.h"

namespace db {
namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;

constexpr int contentions_max = 12;
constexpr microseconds shortest_wait = milliseconds(1), longest_wait = milliseconds(100);
constexpr milliseconds lost_wait{100};
constexpr int losses_max = 50;

/// A random time up to a bound that doubles with each failure.
void wait_a_little(int failures) {
  thread_local std::minstd_rand random{std::random_device{}()};
  auto bound = shortest_wait;
  for (int failure = 1; failure < failures && bound < longest_wait; ++failure)
    bound *= 2;
  std::uniform_int_distribution<microseconds::rep> spread(0, std::min(bound, longest_wait).count());
  std::this_thread::sleep_for(microseconds(spread(random)));
}

}  // namespace

void run_with_retry(const std::function<void()>& attempt) {
  int contentions = 0, losses = 0;
  for (bool may_be_taken_since = true;;) {
    try {
      return attempt();
    } catch (const Contention&) {
      if (++contentions == contentions_max) throw;
      wait_a_little(contentions);
    } catch (const ConnectionLost&) {
      if (++losses == losses_max) throw;
      if (losses > 1) std::this_thread::sleep_for(lost_wait);
    } catch (const ConstraintViolation& violation) {
      if (violation.constraint() != Constraint::unique || !may_be_taken_since) throw;
      may_be_taken_since = false;
    }
  }
}

}  // namespace db
