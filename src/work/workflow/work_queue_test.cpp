#include "work/workflow/work_queue.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "work/workflow/test_reports.h"

namespace workflow {
namespace {

using base::ErrorKind;
using for_tests::queue_of;
using for_tests::released;
using for_tests::street_report;
using model::TaskKind;

TEST(work_queue, the_furthest_stage_comes_first_and_then_the_clock) {
  TestHub test;
  auto later = street_report("一", ""), threat = street_report("二", "");
  threat.report.encounters[0].pressure = model::Pressure::threat;
  threat.report.encounters[0].behaviours.emplace_back("CO3");
  released(test, test.officer_a(), later);
  test.clock.advance(std::chrono::minutes(5));
  released(test, test.officer_b(), threat);
  const auto tasks = queue_of(test, test.analyst(), TaskKind::vet_behaviour);
  ASSERT_EQ(tasks.size(), 2U);
  EXPECT_GE(tasks[0].stage, tasks[1].stage);
  EXPECT_LT(tasks[0].due_at, tasks[1].due_at);
}

TEST(work_queue, each_sees_the_kinds_of_the_own_role_and_territory) {
  TestHub test;
  released(test, test.officer_a(), street_report());
  EXPECT_FALSE(read_queue(test.hub, test.analyst()).value().items.empty());
  EXPECT_FALSE(read_queue(test.hub, test.station_officer_a()).value().items.empty());
  EXPECT_TRUE(read_queue(test.hub, test.station_officer_b()).value().items.empty());
  EXPECT_TRUE(read_queue(test.hub, test.officer_a()).value().items.empty());
  EXPECT_FALSE(read_queue(test.hub, test.auditor()).value().items.empty());
  EXPECT_FALSE(read_queue(test.hub, test.employee_a()));
  EXPECT_FALSE(read_queue(test.hub, test.administrator()));
}

TEST(work_queue, a_task_names_its_firm_to_who_may_do_it) {
  TestHub test;
  released(test, test.officer_a(), street_report());
  const auto told = queue_of(test, test.analyst(), TaskKind::vet_behaviour);
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].about, test.firm_a.name);
  const auto counted = queue_of(test, test.auditor(), TaskKind::vet_behaviour);
  ASSERT_EQ(counted.size(), 1U);
  EXPECT_EQ(counted[0].about, model::Bilingual{}) << "an auditor counts, but reads no content";
}

TEST(work_queue, pages_hold_every_task_once) {
  TestHub test;
  for (int number = 0; number < 5; ++number)
    released(test, test.officer_a(), street_report("名" + std::to_string(number), ""));
  QueueRequest request{TaskKind::vet_behaviour, false, {"", 2}};
  std::vector<base::Id<model::Task>> seen;
  do {
    const auto page = read_queue(test.hub, test.analyst(), request).value();
    for (const auto& task : page.items)
      seen.push_back(task.id);
    request.page.after = page.next;
  } while (!request.page.after.empty());
  EXPECT_EQ(seen.size(), 5U);
  std::ranges::sort(seen);
  EXPECT_EQ(std::ranges::unique(seen).size(), 0U);
}

TEST(work_queue, a_task_has_one_owner) {
  TestHub test;
  released(test, test.officer_a(), street_report());
  const auto task = queue_of(test, test.analyst(), TaskKind::vet_behaviour).at(0);
  const auto taken = take_task(test.hub, test.analyst(), task.id, task.revision).value();
  EXPECT_EQ(taken.owner, test.analyst().name);
  const auto refused = take_task(test.hub, test.analyst_2(), task.id, taken.revision);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::conflict);
  const QueueRequest mine{std::nullopt, true, {}};
  EXPECT_EQ(read_queue(test.hub, test.analyst(), mine).value().items.size(), 1U);
  const auto back = give_back_task(test.hub, test.analyst(), task.id, taken.revision).value();
  EXPECT_TRUE(back.owner.empty());
  EXPECT_TRUE(take_task(test.hub, test.analyst_2(), task.id, back.revision));
}

TEST(work_queue, who_did_the_first_part_cannot_take_the_second) {
  TestHub test;
  const auto id = released(test, test.officer_a(), street_report());
  for_tests::vetted(test, test.analyst(), id);
  const auto task = queue_of(test, test.analyst(), TaskKind::vet_context).at(0);
  const auto refused = take_task(test.hub, test.analyst(), task.id, task.revision);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::forbidden);
  EXPECT_TRUE(take_task(test.hub, test.analyst_2(), task.id, task.revision));
}

TEST(work_queue, only_tasks_that_end_by_word_are_ended_by_word) {
  TestHub test;
  const auto id = released(test, test.officer_a(), street_report());
  const auto vet = queue_of(test, test.analyst(), TaskKind::vet_behaviour).at(0);
  const auto refused = finish_task(test.hub, test.analyst(), vet.id, vet.revision, "done");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::refused);
  for_tests::vetted(test, test.analyst(), id, {"AP1", "AP2", "AP3", "CV1", "DV1", "HA1"});
  const auto draft = queue_of(test, test.analyst(), TaskKind::draft_alert).at(0);
  EXPECT_FALSE(finish_task(test.hub, test.analyst(), draft.id, draft.revision, ""));
  const auto done =
      finish_task(test.hub, test.analyst(), draft.id, draft.revision, "a visit does more").value();
  EXPECT_EQ(done.state, model::TaskState::done);
  EXPECT_EQ(done.note, "a visit does more");
}

TEST(work_queue, counts_say_what_is_overdue_and_nobodys) {
  TestHub test;
  released(test, test.officer_a(), street_report());
  test.clock.advance(std::chrono::hours(24 * 7));
  const auto counts = count_queue(test.hub, test.analyst()).value();
  const auto vetting = std::ranges::find(counts, TaskKind::vet_behaviour, &store::TaskCount::kind);
  ASSERT_NE(vetting, counts.end());
  EXPECT_EQ(vetting->open, 1);
  EXPECT_EQ(vetting->overdue, 1);
  EXPECT_EQ(vetting->unowned, 1);
}

}  // namespace
}  // namespace workflow
