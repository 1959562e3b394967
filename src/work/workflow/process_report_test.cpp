#include "work/workflow/process_report.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "work/workflow/judge_link.h"
#include "work/workflow/test_reports.h"

namespace workflow {
namespace {

using for_tests::queue_of;
using for_tests::released;
using for_tests::run_jobs;
using for_tests::street_report;
using model::ReportState;
using model::TaskKind;

/// Jobs that are due or held; the clock of feedback runs for ninety days.
std::int64_t count_due_jobs(TestHub& test) {
  return test.row("SELECT COUNT(*) FROM job WHERE kind <> 'report.feedback_latest'").integer(0);
}

model::Submission narrative(const std::string& text) {
  model::Submission submission;
  submission.report.narrative = text;
  submission.report.language = "ja";
  submission.report.how_learned = model::HowLearned::own_experience;
  return submission;
}

TEST(process_report, a_released_report_is_read_queued_and_found) {
  TestHub test;
  const auto id = released(test, test.officer_a(), street_report());
  const auto record = for_tests::open(test, test.analyst(), id);
  EXPECT_EQ(record.state, ReportState::released);
  EXPECT_EQ(record.kind, model::ReportKind::contact);
  EXPECT_EQ(record.areas, std::vector<std::string>{"13109"});
  ASSERT_TRUE(record.assessment);
  EXPECT_EQ(record.assessment->stage, model::Stage::approach);
  ASSERT_EQ(queue_of(test, test.analyst(), TaskKind::vet_behaviour).size(), 1U);
  EXPECT_EQ(queue_of(test, test.analyst(), TaskKind::give_feedback).size(), 1U);
  EXPECT_EQ(for_tests::count_rows(test, "persona"), 1);
  EXPECT_GT(for_tests::count_rows(test, "match_key"), 0);
  EXPECT_EQ(count_due_jobs(test), 0);
}

TEST(process_report, a_step_that_runs_twice_changes_nothing) {
  TestHub test;
  released(test, test.officer_b(), street_report("イワン"));
  const auto id = released(test, test.officer_a(), street_report());
  const auto before = for_tests::open(test, test.analyst(), id);
  const auto tasks = for_tests::count_rows(test, "task"),
             links = for_tests::count_rows(test, "link"),
             keys = for_tests::count_rows(test, "match_key");
  test.database().write([&](db::Connection& connection) {
    for (const auto kind : {read_job, features_job, link_job})
      store::enqueue(connection, {std::string(kind), id.bytes, "", "test", test.clock.now()});
  });
  EXPECT_GE(run_jobs(test), 3U);
  EXPECT_EQ(for_tests::open(test, test.analyst(), id).revision, before.revision);
  EXPECT_EQ(for_tests::count_rows(test, "task"), tasks);
  EXPECT_EQ(for_tests::count_rows(test, "link"), links);
  EXPECT_EQ(for_tests::count_rows(test, "match_key"), keys);
}

TEST(process_report, the_same_phone_at_two_firms_is_proposed_once_and_put_before_a_person) {
  TestHub test;
  const auto first = released(test, test.officer_a(), street_report("セルゲイ"));
  const auto second = released(test, test.officer_b(), street_report("Sergey"));
  const auto links = links_of_report(test.hub, test.analyst(), second).value();
  ASSERT_EQ(links.size(), 1U);
  EXPECT_EQ(links[0].judgement, model::Judgement::open);
  EXPECT_TRUE(links[0].independent);
  EXPECT_FALSE(links[0].proposal.reasons.empty());
  EXPECT_EQ(links_of_report(test.hub, test.analyst(), first).value().size(), 1U);
  EXPECT_EQ(queue_of(test, test.analyst(), TaskKind::judge_link).size(), 1U);
}

TEST(process_report, two_reports_of_one_firm_are_not_independent) {
  TestHub test;
  released(test, test.officer_a(), street_report("セルゲイ"));
  const auto second = released(test, test.officer_a(), street_report("Sergey"));
  const auto links = links_of_report(test.hub, test.analyst(), second).value();
  ASSERT_EQ(links.size(), 1U);
  EXPECT_FALSE(links[0].independent);
}

TEST(process_report, forms_of_another_version_are_made_again) {
  TestHub test;
  released(test, test.officer_a(), street_report());
  test.database().write([](db::Connection& connection) {
    connection.execute("UPDATE persona SET version = version - 1");
    connection.execute("UPDATE match_key SET version = version - 1");
  });
  EXPECT_FALSE(hit_or_no_hit(test.hub, test.station_officer_a(), "090-0000-0001")->hit);
  EXPECT_EQ(request_outdated_features(test.hub), 1U);
  run_jobs(test);
  EXPECT_EQ(request_outdated_features(test.hub), 0U);
  EXPECT_EQ(for_tests::count_rows(test, "persona"), 1);
  EXPECT_TRUE(hit_or_no_hit(test.hub, test.station_officer_a(), "090-0000-0001")->hit);
}

TEST(process_report, strangers_are_not_proposed) {
  TestHub test;
  released(test, test.officer_a(), street_report("セルゲイ"));
  auto other = narrative("展示会で名刺を交換した。道を尋ねられただけ。");
  other.report.encounters = {for_tests::street_encounter("2025-01-01", "27127")};
  other.report.encounters[0].behaviours = {"AP1"};
  other.report.personas.emplace_back();
  other.report.personas[0].names = {{"田中", model::NameCertainty::heard}};
  const auto id = released(test, test.officer_c(), other);
  EXPECT_TRUE(links_of_report(test.hub, test.analyst(), id).value().empty());
}

TEST(process_report, a_rumour_about_a_colleague_waits_for_a_second_reader_and_leaves_no_person) {
  TestHub test;
  const auto id = for_tests::submit(test, test.station_officer_a(),
                                    narrative("同僚が中国人だから怪しいという噂を聞いた。"))
                      .report;
  run_jobs(test);
  const auto record = for_tests::open(test, test.analyst(), id);
  EXPECT_EQ(record.state, ReportState::second_reader);
  EXPECT_FALSE(record.guard.empty());
  EXPECT_FALSE(record.assessment);
  EXPECT_TRUE(record.indicators.empty());
  EXPECT_EQ(queue_of(test, test.analyst(), TaskKind::second_reader).size(), 1U);
  EXPECT_TRUE(queue_of(test, test.analyst(), TaskKind::vet_behaviour).empty());
  for (const auto* table : {"persona", "match_key", "search_text", "link"})
    EXPECT_EQ(for_tests::count_rows(test, table), 0) << table;
}

TEST(process_report, a_threat_is_due_within_the_hour) {
  TestHub test;
  auto submission = street_report();
  submission.report.encounters[0].pressure = model::Pressure::threat;
  released(test, test.officer_a(), submission);
  const auto tasks = queue_of(test, test.analyst(), TaskKind::vet_behaviour);
  ASSERT_EQ(tasks.size(), 1U);
  EXPECT_EQ(tasks[0].due_at, test.clock.now() + std::chrono::hours(1));
}

TEST(process_report, a_step_that_keeps_failing_leaves_its_reason_in_the_queue) {
  TestHub test;
  const auto id = released(test, test.officer_a(), street_report());
  const std::vector<JobStep> failing = [] {
    auto steps = report_steps();
    for (auto& step : steps)
      if (step.kind == features_job)
        step.prepare = [](Hub&, const store::Job&) -> base::Result<JobWrite> {
          return base::fail(base::ErrorKind::unavailable, "", "the table is not there");
        };
    return steps;
  }();
  const auto analyst = test.analyst();
  test.database().write(
      [&](db::Connection& connection) { request_features(test.hub, connection, analyst, id); });
  for (int attempt = 0; attempt < 5; ++attempt) {
    EXPECT_EQ(run_due_jobs(test.hub, failing), 1U) << attempt;
    EXPECT_EQ(run_due_jobs(test.hub, failing), 0U) << "it waits before it tries again";
    test.clock.advance(std::chrono::hours(1));
  }
  EXPECT_EQ(count_due_jobs(test), 0);
  const auto record = for_tests::open(test, test.analyst(), id);
  EXPECT_EQ(record.failed_step, features_job);
  EXPECT_THAT(record.failed_reason, testing::HasSubstr("the table is not there"));
  ASSERT_EQ(queue_of(test, test.analyst(), TaskKind::failed_step).size(), 1U);
  EXPECT_TRUE(retry_failed_step(test.hub, test.analyst(), id));
  EXPECT_GE(run_jobs(test), 1U);
  EXPECT_TRUE(for_tests::open(test, test.analyst(), id).failed_step.empty());
  EXPECT_TRUE(queue_of(test, test.analyst(), TaskKind::failed_step).empty());
}

TEST(process_report, work_held_by_a_dead_worker_is_taken_over_when_its_lease_ends) {
  TestHub test;
  for_tests::submit(test, test.officer_a(), street_report());
  test.database().write([&](db::Connection& connection) {
    return store::claim_jobs(connection, test.clock.now(), std::chrono::minutes(2), 10).size();
  });
  EXPECT_EQ(run_jobs(test), 0U);
  test.clock.advance(std::chrono::minutes(3));
  EXPECT_EQ(run_jobs(test), 1U);
}

TEST(process_report, a_worker_that_was_overtaken_writes_nothing) {
  TestHub test;
  const auto id = for_tests::submit(test, test.officer_a(), street_report()).report;
  auto steps = report_steps();
  const auto inner = steps[0].prepare;
  steps[0].prepare = [&](Hub& hub, const store::Job& job) {
    // Somebody asks for the step again while it runs.
    hub.database.write([&](db::Connection& connection) {
      if (job.attempts == 1) request_reading(hub, connection, TestHub::jobs(), id);
    });
    return inner(hub, job);
  };
  EXPECT_EQ(run_due_jobs(test.hub, steps), 1U);
  EXPECT_EQ(count_due_jobs(test), 1) << "the newer request is still there";
}

}  // namespace
}  // namespace workflow
