#include "doors/cli/failure_log.h"

#include <sstream>

#include <gtest/gtest.h>

namespace cli {
namespace {

TEST(failure_log, a_failure_that_repeats_is_written_once_a_minute_with_its_number) {
  base::SetClock clock(base::UtcTime{1'795'225'800'000'000});
  std::ostringstream out;
  FailureLog log(out, clock);
  for (int second = 0; second < 30; ++second) {
    log.tell("jobs: the disk is full");
    clock.advance(std::chrono::seconds(1));
  }
  log.tell("a request: the disk is full");
  clock.advance(std::chrono::seconds(30));
  log.tell("jobs: the disk is full");
  EXPECT_EQ(out.str(),
            "kizuki: 2026-11-21T01:50:00Z jobs: the disk is full\n"
            "kizuki: 2026-11-21T01:50:30Z a request: the disk is full\n"
            "kizuki: 2026-11-21T01:51:00Z jobs: the disk is full"
            " (and 29 times since 2026-11-21T01:50:00Z)\n");
}

TEST(failure_log, a_failure_in_several_lines_is_one_line_of_the_journal) {
  base::SetClock clock(base::UtcTime{1'795'225'800'000'000});
  std::ostringstream out;
  FailureLog(out, clock).tell("jobs: refused\n\tis it running?");
  EXPECT_EQ(out.str(), "kizuki: 2026-11-21T01:50:00Z jobs: refused \tis it running?\n");
}

TEST(failure_log, keeps_writing_after_the_clock_was_set_back) {
  base::SetClock clock(base::UtcTime{1'795'225'800'000'000});
  std::ostringstream out;
  FailureLog log(out, clock);
  log.tell("jobs: gone");
  clock.advance(-std::chrono::hours(1));
  log.tell("jobs: gone");
  EXPECT_EQ(out.str(),
            "kizuki: 2026-11-21T01:50:00Z jobs: gone\n"
            "kizuki: 2026-11-21T00:50:00Z jobs: gone\n");
}

}  // namespace
}  // namespace cli
