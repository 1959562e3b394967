#include "work/workflow/lesson_approval.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ground/base/working_days.h"
#include "work/workflow/test_lessons.h"
#include "work/workflow/work_queue.h"

namespace workflow {
namespace {

using for_tests::step;
using model::LessonStep;

/// A fictional lesson that was submitted on Friday the 20th, 10:00 in Tokyo: due on Monday the
/// 23rd, a holiday there, so on Tuesday.
struct lesson_approval_test : testing::Test {
  TestHub test;

  model::Lesson submitted() {
    return step(test, test.analyst(), for_tests::drafted(test), LessonStep::Kind::submit).value();
  }
  std::vector<model::Task> approvals() {
    QueueRequest request;
    request.kind = model::TaskKind::approve_lesson;
    return read_queue(test.hub, test.approver(), request).value().items;
  }
  std::size_t pass_working_days(int count) {
    test.clock.set(base::working_days_after(test.clock.now(), count));
    return run_jobs();
  }
  std::size_t run_jobs() {
    const std::vector<JobStep> steps = {lesson_step()};
    std::size_t total = 0;
    while (const auto count = run_due_jobs(test.hub, steps))
      total += count;
    return total;
  }
  std::int64_t recorded(const std::string& action) {
    return std::ranges::count(test.recorded_actions(), action);
  }
};

TEST_F(lesson_approval_test, waits_for_the_home_desk_until_its_time_is_over) {
  submitted();
  test.clock.advance(std::chrono::hours(23));
  EXPECT_EQ(run_jobs(), 0U);
  ASSERT_EQ(approvals().size(), 1U);
  EXPECT_EQ(approvals()[0].organisation, test.bureau.id);
  EXPECT_EQ(approvals()[0].note, "");
}

TEST_F(lesson_approval_test, whoever_took_it_and_did_nothing_loses_it_to_anybody) {
  submitted();
  const auto task = approvals().at(0);
  ASSERT_TRUE(take_task(test.hub, test.approver_2(), task.id, task.revision));
  EXPECT_EQ(pass_working_days(1), 1U);
  ASSERT_EQ(approvals().size(), 1U);
  EXPECT_EQ(approvals()[0].owner, "");
  EXPECT_EQ(approvals()[0].note, "overdue");
  EXPECT_EQ(recorded("lesson.remind"), 1);
  EXPECT_EQ(recorded("lesson.overdue"), 0);
}

TEST_F(lesson_approval_test, a_working_day_after_the_reminder_the_desks_above_have_it_too) {
  const auto lesson = submitted();
  pass_working_days(1);
  pass_working_days(1);
  EXPECT_EQ(recorded("lesson.overdue"), 1);
  auto open = approvals();
  ASSERT_EQ(open.size(), 2U);
  const auto elsewhere = test.person(test.prefecture, {model::Role::approver}, "approver.above");
  EXPECT_EQ(std::ranges::count(open, test.prefecture.id, &model::Task::organisation), 1);
  EXPECT_EQ(std::ranges::count(open, "overdue", &model::Task::note), 2);
  ASSERT_TRUE(step(test, elsewhere, lesson, LessonStep::Kind::approve));
  EXPECT_TRUE(approvals().empty());
}

TEST_F(lesson_approval_test, a_server_that_slept_catches_up_in_order) {
  submitted();
  test.clock.advance(std::chrono::days(14));
  run_jobs();
  EXPECT_EQ(recorded("lesson.remind"), 1);
  EXPECT_EQ(recorded("lesson.overdue"), 1);
  EXPECT_EQ(approvals().size(), 2U);
}

TEST_F(lesson_approval_test, nothing_follows_what_was_decided) {
  ASSERT_TRUE(step(test, test.approver(), submitted(), LessonStep::Kind::approve));
  pass_working_days(5);
  EXPECT_TRUE(approvals().empty());
  EXPECT_EQ(recorded("lesson.remind"), 0);
}

TEST_F(lesson_approval_test, a_lesson_that_was_sent_back_has_a_new_clock) {
  auto lesson =
      step(test, test.approver(), submitted(), LessonStep::Kind::send_back, "shorter").value();
  test.clock.advance(std::chrono::hours(20));
  step(test, test.analyst(), lesson, LessonStep::Kind::submit).value();
  const auto due = approvals().at(0).due_at;
  test.clock.set(due - std::chrono::hours(1));
  run_jobs();
  EXPECT_EQ(approvals().at(0).note, "");
  test.clock.set(due);
  run_jobs();
  EXPECT_EQ(approvals().at(0).note, "overdue");
}

}  // namespace
}  // namespace workflow
