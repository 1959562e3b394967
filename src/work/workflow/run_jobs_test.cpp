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

}  // namespace
}  // namespace workflow
