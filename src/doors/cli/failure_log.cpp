#include "doors/cli/failure_log.h"

#include <algorithm>

#include <fmt/format.h>

namespace cli {
namespace {

constexpr std::chrono::seconds silence{60};
constexpr std::size_t failures_kept_max = 256;

}  // namespace

void FailureLog::tell(const std::string& failure) {
  const std::lock_guard lock(mutex_);
  const auto now = clock_.now();
  if (told_.size() >= failures_kept_max && !told_.contains(failure)) told_.clear();
  const auto [known, is_new] = told_.try_emplace(failure, Told{now, 0});
  auto& [at, unwritten] = known->second;
  if (!is_new && now >= at && now - at < silence) {
    ++unwritten;
    return;
  }
  auto line = fmt::format("kizuki: {} {}", base::format_utc(now), failure);
  std::ranges::replace(line, '\n', ' ');
  out_ << line;
  if (unwritten > 0)
    out_ << fmt::format(" (and {} times since {})", unwritten, base::format_utc(at));
  out_ << std::endl;
  known->second = {now, 0};
}

}  // namespace cli
