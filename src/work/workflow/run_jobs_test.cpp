#include "work/workflow/run_jobs.h"

#include <algorithm>
#include <new>

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

void ask_for(TestHub& test, const std::vector<std::string>& kinds) {
  test.hub.database.write([&](db::Connection& connection) {
    for (const auto& kind : kinds)
      store::enqueue(connection, {kind, {}, "", "", test.clock.now()});
  });
}

std::int64_t jobs_left(TestHub& test) {
  return test.row("SELECT COUNT(*) FROM job").integer(0);
}

JobStep step_of(const char* kind, JobWrite write, GiveUp give_up = {}) {
  JobStep step;
  step.kind = kind;
  step.prepare = [write](Hub&, const store::Job&) -> base::Result<JobWrite> { return write; };
  step.give_up = std::move(give_up);
  return step;
}

base::Result<void> write_nothing(db::Connection& /*connection*/) {
  return {};
}

base::Result<void> give_up_well(Hub&, db::Connection&, const store::Job&, const std::string&) {
  return {};
}

base::Result<void> meet_damage(db::Connection& /*connection*/) {
  throw base::OutsideFailure("a sealed column does not open");
}

/// Lets hours pass, an attempt in each.
void run_for_hours(TestHub& test, std::span<const JobStep> steps, int hours) {
  for (int hour = 0; hour < hours; ++hour) {
    run_due_jobs(test.hub, steps);
    test.clock.advance(std::chrono::hours(1));
  }
}

TEST(run_jobs, a_job_that_meets_damage_leaves_its_batch_alone_and_is_given_up) {
  TestHub test;
  ask_for(test, {"damaged", "sound"});
  std::string told;
  const std::vector steps{step_of("damaged", meet_damage,
                                  [&](Hub&, db::Connection&, const store::Job&,
                                      const std::string& reason) -> base::Result<void> {
                                    told = reason;
                                    return {};
                                  }),
                          step_of("sound", write_nothing)};
  run_due_jobs(test.hub, steps);
  EXPECT_EQ(jobs_left(test), 1) << "the sound one is done";
  run_for_hours(test, steps, 6);
  EXPECT_EQ(jobs_left(test), 0);
  EXPECT_EQ(told, "a sealed column does not open");
}

TEST(run_jobs, what_concerns_the_database_undoes_the_batch) {
  TestHub test;
  ask_for(test, {"contended"});
  const auto contended = step_of("contended", [](db::Connection&) -> base::Result<void> {
    throw db::Contention("another one was in the way");
  });
  EXPECT_THROW(run_due_jobs(test.hub, std::span(&contended, 1)), db::Contention);
  EXPECT_EQ(jobs_left(test), 1);
}

TEST(run_jobs, too_little_memory_puts_a_job_off_wherever_it_is_felt) {
  TestHub test;
  ask_for(test, {"computing", "writing"});
  auto computing = step_of("computing", write_nothing);
  computing.prepare = [](Hub&, const store::Job&) -> base::Result<JobWrite> {
    throw std::bad_alloc();
  };
  const std::vector steps{computing, step_of("writing", [](db::Connection&) -> base::Result<void> {
                            throw std::bad_alloc();
                          })};
  EXPECT_EQ(run_due_jobs(test.hub, steps), 2U);
  EXPECT_EQ(test.row("SELECT COUNT(*) FROM job WHERE lease_until = 0 AND attempts = 1").integer(0),
            2);
}

TEST(run_jobs, a_giving_up_that_fails_leaves_nothing_half_written_and_comes_back) {
  TestHub test;
  ask_for(test, {"bad"});
  int runs = 0;
  bool is_mended = false;
  const auto bad = step_of(
      "bad",
      [&](db::Connection& connection) -> base::Result<void> {
        ++runs;
        return meet_damage(connection);
      },
      [&](Hub&, db::Connection& connection, const store::Job&,
          const std::string&) -> base::Result<void> {
        store::enqueue(connection, {"half", {}, "", "", test.clock.now() + std::chrono::days(9)});
        if (is_mended) return {};
        return base::fail(base::ErrorKind::conflict, "", "is in the way", "");
      });
  run_for_hours(test, std::span(&bad, 1), 5);
  EXPECT_EQ(jobs_left(test), 1) << "no half of its end";
  const auto runs_before = runs;
  is_mended = true;
  run_for_hours(test, std::span(&bad, 1), 2);
  EXPECT_EQ(runs, runs_before) << "past its attempts it is not run again";
  EXPECT_EQ(test.row("SELECT COUNT(*) FROM job WHERE kind = 'bad'").integer(0), 0);
}

TEST(run_jobs, a_job_that_brought_every_worker_down_is_given_up_without_another_run) {
  TestHub test;
  ask_for(test, {"deadly"});
  for (int crash = 0; crash < 5; ++crash)
    test.hub.database.write([&](db::Connection& connection) {
      static_cast<void>(
          store::claim_jobs(connection, test.clock.now(), std::chrono::minutes(2), 10));
      store::release_leases(connection);
    });
  auto deadly = step_of("deadly", write_nothing, give_up_well);
  deadly.prepare = [](Hub&, const store::Job&) -> base::Result<JobWrite> {
    ADD_FAILURE() << "it ran";
    return JobWrite{};
  };
  EXPECT_EQ(run_due_jobs(test.hub, std::span(&deadly, 1)), 1U);
  EXPECT_EQ(jobs_left(test), 0);
}

TEST(run_jobs, a_writing_job_that_is_given_up_stands_in_the_record_with_nothing_half_written) {
  TestHub test;
  ask_for(test, {"clock"});
  const auto clock = writing_step(
      "clock", [](Hub& hub, db::Connection& connection, const store::Job&) -> base::Result<void> {
        store::enqueue(connection, {"half", {}, "", "", hub.clock.now() + std::chrono::days(9)});
        return base::fail(base::ErrorKind::conflict, "", "is in the way", "");
      });
  run_for_hours(test, std::span(&clock, 1), 6);
  EXPECT_EQ(jobs_left(test), 0);
  EXPECT_EQ(test.recorded_actions().back(), "job.give_up");
}

}  // namespace
}  // namespace workflow
