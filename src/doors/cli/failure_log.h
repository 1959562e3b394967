#pragma once

#include <map>
#include <mutex>
#include <ostream>
#include <string>

#include "ground/base/time.h"

namespace cli {

/// Failures of a running server, a line each, for the journal of the machine. The same failure
/// is written once a minute at most, then with how often it came meanwhile. For several threads.
class FailureLog {
 public:
  FailureLog(std::ostream& out, const base::Clock& clock) : out_(out), clock_(clock) {}

  void tell(const std::string& failure);

 private:
  struct Told {
    base::UtcTime at;
    std::size_t unwritten = 0;
  };

  std::ostream& out_;
  const base::Clock& clock_;
  std::mutex mutex_;
  std::map<std::string, Told> told_;
};

}  // namespace cli
