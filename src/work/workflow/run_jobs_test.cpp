#include "work/workflow/run_jobs.h"

#include <gtest/gtest.h>

#include "edges/store/job.h"
#include "work/workflow/test_hub.h"

namespace workflow {
namespace {

TEST(run_jobs, a_job_that_outlives_its_lease_runs_once) {
  TestHub test;
  test.hub.database.write([&](db::Connection& connection) {
    store::enqueue(connection, {"slow", {}, "", "", test.clock.now()});
  });
  int runs = 0;
  JobStep slow;
  slow.kind = "slow";
  slow.prepare = [&](Hub&, const store::Job&) -> base::Result<JobWrite> {
    test.clock.set(test.clock.now() + std::chrono::minutes(5));
    if (++runs > 2) return base::fail(base::ErrorKind::conflict, "", "runs without end", "");
    return JobWrite([](db::Connection&) -> base::Result<void> { return {}; });
  };
  const auto go_on = [&](std::size_t) { return runs < 3; };
  EXPECT_EQ(drain_jobs(test.hub, std::span(&slow, 1), {}, go_on), 1U);
  EXPECT_EQ(runs, 1);
}

TEST(run_jobs, what_was_done_outside_is_written_before_the_next_job_of_its_batch_begins) {
  TestHub test;
  test.hub.database.write([&](db::Connection& connection) {
    for (const auto* kind : {"outside", "inside"})
      store::enqueue(connection, {kind, {}, "", "", test.clock.now()});
  });
  std::vector<std::string> order;
  const auto step_of = [&](const char* kind, bool acts_outside) {
    JobStep step;
    step.kind = kind;
    step.acts_outside = acts_outside;
    step.prepare = [&order, kind](Hub&, const store::Job&) -> base::Result<JobWrite> {
      order.push_back(std::string("do ") + kind);
      return JobWrite([&order, kind](db::Connection&) -> base::Result<void> {
        order.push_back(std::string("write ") + kind);
        return {};
      });
    };
    return step;
  };
  const std::vector steps{step_of("outside", true), step_of("inside", false)};
  EXPECT_EQ(run_due_jobs(test.hub, steps), 2U);
  const auto written = std::ranges::find(order, "write outside");
  EXPECT_EQ(*std::prev(written), "do outside");
  EXPECT_EQ(order.back(), "write inside");
}

}  // namespace
}  // namespace workflow
