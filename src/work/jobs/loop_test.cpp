#include "work/jobs/loop.h"

#include <memory>
#include <set>

#include <gtest/gtest.h>

#include "work/jobs/steps.h"
#include "work/workflow/test_alerts.h"
#include "work/workflow/test_mail.h"
#include "work/workflow/test_reports.h"

namespace jobs {
namespace {

using workflow::TestHub;
namespace for_tests = workflow::for_tests;

/// Whether anything is due or held now; the clock of feedback runs for ninety days.
bool has_work(TestHub& test) {
  const auto next = workflow::next_job_time(test.hub);
  return next && *next < test.clock.now() + std::chrono::days(1);
}

TEST(jobs_loop, runs_what_is_due_and_what_that_causes_until_nothing_is_left) {
  TestHub test;
  const auto officer = test.officer_a();
  const auto id = for_tests::submit(test, officer, for_tests::street_report()).report;
  for_tests::release(test, officer, id);
  EXPECT_EQ(run_until_idle(test.hub), 2U);  // it is read, then linked
  EXPECT_EQ(run_until_idle(test.hub), 0U);
}

TEST(jobs_loop, what_several_threads_compute_is_all_written_and_told) {
  TestHub test;
  for (int number = 0; number < 8; ++number)
    for_tests::submit(test, test.station_officer_a(),
                      for_tests::street_report("名" + std::to_string(number), ""));
  workflow::JobLimits limits;
  limits.threads = 3;
  std::size_t told = 0;
  const auto ran = run_until_idle(test.hub, limits, [&](std::size_t jobs) { told = jobs; });
  EXPECT_EQ(told, ran);
  EXPECT_EQ(test.row("SELECT COUNT(*) FROM persona").integer(0), 8);
}

TEST(jobs_loop, every_kind_of_job_has_one_step) {
  std::set<std::string_view> kinds;
  for (const auto& step : all_steps())
    EXPECT_TRUE(kinds.insert(step.kind).second) << step.kind;
  EXPECT_TRUE(kinds.contains(workflow::read_job));
}

TEST(jobs_loop, threads_drain_the_queue_and_stop) {
  TestHub test;
  for (int number = 0; number < 8; ++number)
    for_tests::submit(test, test.station_officer_a(),
                      for_tests::street_report("名" + std::to_string(number), ""));
  {
    Loop loop(test.hub);
    loop.start(2);
    while (has_work(test))
      std::this_thread::yield();
  }
  EXPECT_EQ(test.row("SELECT COUNT(*) FROM persona").integer(0), 8);
}

TEST(jobs_loop, a_start_after_a_crash_takes_up_what_was_running) {
  TestHub test;
  for_tests::submit(test, test.officer_a(), for_tests::street_report());
  test.database().write([&](db::Connection& connection) {
    return store::claim_jobs(connection, test.clock.now(), std::chrono::hours(1), 10).size();
  });
  EXPECT_EQ(run_until_idle(test.hub), 0U);
  Loop loop(test.hub);
  loop.start();
  while (has_work(test))
    std::this_thread::yield();
  loop.stop();
}

TEST(jobs_loop, a_mail_server_that_never_answers_does_not_hold_up_the_reading_of_a_report) {
  using for_tests::SmtpServer;
  if (!SmtpServer::is_installed()) GTEST_SKIP() << "python3-aiosmtpd is not installed";
  auto server = std::make_unique<SmtpServer>(KIZUKI_SOURCE_DIR);
  for_tests::AlertDesk desk("slow@firm-d.example");
  auto& test = desk.test;
  test.settings.smtp_url = server->url();
  desk.sent();
  const auto is_held = [&] {
    const auto held = "SELECT COUNT(*) FROM job WHERE kind = 'alert.notice' AND lease_until > 0";
    return test.row(held).integer(0) == 1;
  };
  Loop loop(test.hub);
  loop.start();
  while (!is_held())
    std::this_thread::yield();
  const auto personas = for_tests::count_rows(test, "persona");
  for_tests::submit(test, test.station_officer_a(), for_tests::street_report("名", ""));
  while (for_tests::count_rows(test, "persona") == personas)
    std::this_thread::yield();
  EXPECT_TRUE(is_held()) << "the mail still waits for its answer";
  server.reset();
  loop.stop();
  EXPECT_FALSE(is_held()) << "its failure was written down";
}

}  // namespace
}  // namespace jobs
