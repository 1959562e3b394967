#include "work/workflow/escalate_tasks.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "work/workflow/test_reports.h"
#include "work/workflow/work_queue.h"

namespace workflow {
namespace {

using for_tests::queue_of;
using for_tests::released;
using for_tests::street_report;
using model::TaskKind;
using std::chrono::hours;

/// A report of firm A that waits to be vetted: a working day.
struct Waiting {
  TestHub test;
  model::Task task;

  Waiting() {
    released(test, test.officer_a(), street_report());
    task = queue_of(test, test.analyst(), TaskKind::vet_behaviour).at(0);
  }
};

TEST(escalate_tasks, waits_a_working_day_after_the_due_time) {
  Waiting waiting;
  auto& test = waiting.test;
  const auto at = escalation_at(waiting.task);
  EXPECT_GT(at, waiting.task.due_at);
  test.clock.set(at - std::chrono::seconds(1));
  EXPECT_EQ(escalate_tasks(test.hub), 0U);
  test.clock.set(at);
  EXPECT_EQ(escalate_tasks(test.hub), 1U);
  EXPECT_EQ(escalate_tasks(test.hub), 0U) << "twice";
  EXPECT_EQ(queue_of(test, test.analyst(), TaskKind::vet_behaviour).at(0).escalated_at, at);
}

TEST(escalate_tasks, an_hour_for_a_threat_is_followed_by_one_more_hour) {
  model::Task task;
  task.made_at = base::parse_utc("2026-10-05T03:00:00Z").value();
  task.due_at = task.made_at + hours(1);
  EXPECT_EQ(escalation_at(task), task.made_at + hours(2));
}

TEST(escalate_tasks, whoever_took_it_has_it_no_longer) {
  Waiting waiting;
  auto& test = waiting.test;
  const auto taken =
      take_task(test.hub, test.analyst(), waiting.task.id, waiting.task.revision).value();
  test.clock.set(escalation_at(waiting.task));
  EXPECT_EQ(escalate_tasks(test.hub), 1U);
  const auto free = queue_of(test, test.analyst(), TaskKind::vet_behaviour).at(0);
  EXPECT_TRUE(free.owner.empty());
  EXPECT_GT(free.revision, taken.revision);
  EXPECT_TRUE(take_task(test.hub, test.analyst_2(), free.id, free.revision));
}

TEST(escalate_tasks, approvers_see_what_no_analyst_did_and_where_it_lies_but_nothing_of_it) {
  Waiting waiting;
  auto& test = waiting.test;
  EXPECT_TRUE(queue_of(test, test.approver(), TaskKind::vet_behaviour).empty());
  test.clock.set(escalation_at(waiting.task));
  escalate_tasks(test.hub);
  const auto seen = queue_of(test, test.approver(), TaskKind::vet_behaviour);
  ASSERT_EQ(seen.size(), 1U);
  EXPECT_FALSE(seen[0].may_do);
  EXPECT_EQ(seen[0].about, model::Bilingual{});
  EXPECT_NE(seen[0].desk, model::Bilingual{});
  EXPECT_FALSE(take_task(test.hub, test.approver(), seen[0].id, seen[0].revision));
  const auto counts = count_queue(test.hub, test.approver()).value();
  EXPECT_TRUE(std::ranges::count(counts, TaskKind::vet_behaviour, &store::TaskCount::kind));
}

TEST(escalate_tasks, stays_with_those_whose_it_is_and_with_nobody_else) {
  Waiting waiting;
  auto& test = waiting.test;
  test.clock.set(escalation_at(waiting.task));
  escalate_tasks(test.hub);
  EXPECT_EQ(queue_of(test, test.station_officer_a(), TaskKind::vet_behaviour).size(), 1U);
  EXPECT_TRUE(queue_of(test, test.station_officer_b(), TaskKind::vet_behaviour).empty());
  EXPECT_TRUE(queue_of(test, test.officer_a(), TaskKind::vet_behaviour).empty());
  EXPECT_TRUE(queue_of(test, test.investigator(), TaskKind::vet_behaviour).empty());
}

TEST(escalate_tasks, what_was_done_in_time_stays_done) {
  TestHub test;
  const auto id = released(test, test.officer_a(), street_report());
  const auto task = queue_of(test, test.analyst(), TaskKind::vet_behaviour).at(0);
  for_tests::vetted(test, test.analyst(), id);
  test.clock.set(escalation_at(task));
  escalate_tasks(test.hub);
  EXPECT_TRUE(queue_of(test, test.approver(), TaskKind::vet_behaviour).empty());
}

TEST(escalate_tasks, stands_in_the_record) {
  Waiting waiting;
  auto& test = waiting.test;
  test.clock.set(escalation_at(waiting.task));
  escalate_tasks(test.hub);
  EXPECT_EQ(std::ranges::count(test.recorded_actions(), "task.overdue"), 1);
}

}  // namespace
}  // namespace workflow
