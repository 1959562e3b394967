#include "edges/store/job.h"

#include <gtest/gtest.h>

#include "edges/db/isolation.h"
#include "edges/store/test_store.h"

namespace store {
namespace {

using std::chrono::minutes;

struct Jobs : TestStore {
  base::UuidBytes object = ids.next(now);

  void ask(const std::string& kind = "report.read", const std::string& key = "") {
    enqueue(connection, {kind, object, key, "somebody", now});
  }
  std::vector<Job> claim(std::size_t jobs_max = 10) {
    return claim_jobs(connection, now, minutes(2), jobs_max);
  }
};

TEST(job, the_same_request_is_one_row) {
  Jobs jobs;
  jobs.ask();
  jobs.ask();
  jobs.ask("report.link");
  jobs.ask("report.read", "second");
  EXPECT_EQ(count_jobs(jobs.connection), 3);
}

TEST(job, a_claimed_row_is_claimed_once) {
  Jobs jobs;
  jobs.ask();
  const auto claimed = jobs.claim();
  ASSERT_EQ(claimed.size(), 1U);
  EXPECT_EQ(claimed[0].request.caused_by, "somebody");
  EXPECT_EQ(claimed[0].attempts, 1);
  EXPECT_TRUE(jobs.claim().empty());
}

TEST(job, two_servers_claim_at_once_and_neither_waits_nor_gets_what_the_other_has) {
  Jobs jobs;
  if (jobs.connection.engine() == db::Engine::sqlite) GTEST_SKIP() << "a file has one writer";
  for (const auto* kind : {"a", "b", "c"})
    jobs.ask(kind);
  const auto other = jobs.database.open();
  for (auto* session : {&jobs.connection, other.get()}) {
    session->begin(db::Access::write);
    db::claim_beside_writers(*session);
  }
  EXPECT_EQ(jobs.claim(2).size(), 2U);
  EXPECT_EQ(claim_jobs(*other, jobs.now, minutes(2), 2).size(), 1U);
  jobs.connection.commit();
  other->commit();
  EXPECT_TRUE(jobs.claim().empty());
}

TEST(job, only_what_is_due_is_claimed_oldest_first_up_to_the_limit) {
  Jobs jobs;
  enqueue(jobs.connection, {"late", jobs.object, "", "", jobs.now + minutes(1)});
  enqueue(jobs.connection, {"second", jobs.object, "", "", jobs.now - minutes(1)});
  enqueue(jobs.connection, {"first", jobs.object, "", "", jobs.now - minutes(2)});
  const auto claimed = jobs.claim(1);
  ASSERT_EQ(claimed.size(), 1U);
  EXPECT_EQ(claimed[0].request.kind, "first");
  EXPECT_EQ(jobs.claim().size(), 1U);
}

TEST(job, a_lease_that_ended_lets_another_worker_in_and_the_first_one_out) {
  Jobs jobs;
  jobs.ask();
  const auto first = jobs.claim();
  jobs.now = jobs.now + minutes(3);
  const auto second = jobs.claim();
  ASSERT_EQ(second.size(), 1U);
  EXPECT_EQ(second[0].attempts, 2);
  EXPECT_FALSE(is_held(jobs.connection, first[0]));
  EXPECT_FALSE(finish_job(jobs.connection, first[0]));
  EXPECT_TRUE(finish_job(jobs.connection, second[0]));
  EXPECT_EQ(count_jobs(jobs.connection), 0);
}

TEST(job, a_request_while_it_runs_makes_it_run_again) {
  Jobs jobs;
  jobs.ask();
  const auto running = jobs.claim();
  jobs.ask();
  EXPECT_FALSE(finish_job(jobs.connection, running[0]));
  EXPECT_EQ(jobs.claim().size(), 1U);
}

TEST(job, a_finished_holder_cannot_end_a_later_request) {
  Jobs jobs;
  jobs.ask();
  const auto old = jobs.claim();
  ASSERT_TRUE(finish_job(jobs.connection, old[0]));
  jobs.now = jobs.now + minutes(1);
  jobs.ask();
  static_cast<void>(jobs.claim());
  EXPECT_FALSE(finish_job(jobs.connection, old[0]));
}

TEST(job, what_is_put_off_comes_back_at_its_time) {
  Jobs jobs;
  jobs.ask();
  const auto claimed = jobs.claim();
  put_off_job(jobs.connection, claimed[0], jobs.now + minutes(5));
  EXPECT_TRUE(jobs.claim().empty());
  EXPECT_EQ(find_next_job_time(jobs.connection), jobs.now + minutes(5));
  jobs.now = jobs.now + minutes(5);
  EXPECT_EQ(jobs.claim().size(), 1U);
}

TEST(job, the_next_time_counts_leases) {
  Jobs jobs;
  EXPECT_FALSE(find_next_job_time(jobs.connection));
  jobs.ask();
  EXPECT_EQ(find_next_job_time(jobs.connection), jobs.now);
  static_cast<void>(jobs.claim());
  EXPECT_EQ(find_next_job_time(jobs.connection), jobs.now + minutes(2));
  release_leases(jobs.connection);
  EXPECT_EQ(find_next_job_time(jobs.connection), jobs.now);
}

TEST(job, the_next_time_is_the_earlier_of_what_waits_and_what_is_leased) {
  Jobs jobs;
  jobs.ask();
  static_cast<void>(jobs.claim());
  const auto lease_ends = jobs.now + minutes(2);
  jobs.now = jobs.now + minutes(5);
  jobs.ask("report.link");
  EXPECT_EQ(find_next_job_time(jobs.connection), lease_ends);
  release_leases(jobs.connection);
  drop_jobs(jobs.connection, jobs.object);
  EXPECT_FALSE(find_next_job_time(jobs.connection));
}

TEST(job, an_objects_requests_can_be_withdrawn) {
  Jobs jobs;
  jobs.ask();
  jobs.ask("report.link");
  drop_jobs(jobs.connection, jobs.object);
  EXPECT_EQ(count_jobs(jobs.connection), 0);
}

TEST(job, a_worker_takes_the_kinds_that_are_its_own) {
  Jobs jobs;
  for (const auto* kind : {"outside", "inside", "unknown"})
    jobs.ask(kind);
  const JobKinds named{JobKinds::Takes::named, {"outside", "absent"}},
      others{JobKinds::Takes::others, {"outside", "absent"}}, none{JobKinds::Takes::named, {}};
  const auto claim = [&](const JobKinds& kinds) {
    return claim_jobs(jobs.connection, jobs.now, minutes(2), 10, kinds).size();
  };
  EXPECT_EQ(claim(none), 0U);
  EXPECT_FALSE(find_next_job_time(jobs.connection, none));
  EXPECT_EQ(find_next_job_time(jobs.connection, named), jobs.now);
  EXPECT_EQ(claim(named), 1U);
  EXPECT_EQ(claim(named), 0U);
  EXPECT_EQ(find_next_job_time(jobs.connection, named), jobs.now + minutes(2));
  EXPECT_EQ(find_next_job_time(jobs.connection, others), jobs.now);
  EXPECT_EQ(claim(others), 2U);
}

}  // namespace
}  // namespace store
