#include "work/workflow/keep_meeting.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "work/workflow/give_task.h"
#include "work/workflow/test_alerts.h"
#include "work/workflow/test_lessons.h"
#include "work/workflow/verify_store.h"
#include "work/workflow/work_queue.h"

namespace workflow {
namespace {

using base::ErrorKind;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

model::MeetingEdit meeting_at(const TestHub& test) {
  model::MeetingEdit edit;
  edit.title = "月例の方針会議";
  edit.starts_at = test.clock.now();
  edit.invited = {test.station_a.id};
  return edit;
}

std::vector<std::string> agenda_codes(const model::MeetingView& view) {
  std::vector<std::string> codes;
  for (const auto& reason : view.meeting.agenda)
    codes.push_back(reason.code);
  return codes;
}

struct keep_meeting_test : testing::Test {
  TestHub test;

  model::MeetingView call() {
    return call_meeting(test.hub, test.analyst(), meeting_at(test)).value();
  }
  [[nodiscard]] model::MeetingTaskEdit task_for(const model::Organisation& desk) const {
    return {desk.id, "", "訪問の漏れを埋める", base::parse_day("2026-11-27").value()};
  }
  std::vector<model::Task> queue_of(const model::Principal& principal) {
    QueueRequest request;
    request.kind = model::TaskKind::meeting_task;
    return read_queue(test.hub, principal, request).value().items;
  }
  std::size_t run_task_jobs() {
    const std::vector<JobStep> steps = {meeting_task_step()};
    std::size_t total = 0;
    while (const auto count = run_due_jobs(test.hub, steps))
      total += count;
    return total;
  }
};

TEST_F(keep_meeting_test, is_for_the_desks_that_were_called) {
  const auto made = call();
  EXPECT_TRUE(open_meeting(test.hub, test.station_officer_a(), made.meeting.id));
  EXPECT_EQ(open_meeting(test.hub, test.station_officer_b(), made.meeting.id).error().kind,
            ErrorKind::not_found);
  EXPECT_EQ(list_meetings(test.hub, test.station_officer_a(), {}).value().items.size(), 1U);
  EXPECT_TRUE(list_meetings(test.hub, test.station_officer_b(), {}).value().items.empty());
  EXPECT_EQ(list_meetings(test.hub, test.approver(), {}).value().items.size(), 1U);
  EXPECT_EQ(call_meeting(test.hub, test.station_officer_a(), meeting_at(test)).error().kind,
            ErrorKind::forbidden);
}

TEST_F(keep_meeting_test, who_took_part_uncalled_may_read_it_afterwards) {
  const auto made = call();
  auto edit = made.meeting.content;
  edit.attended = {{test.station_a.id, 2}, {test.station_b.id, 1}};
  edit.decisions = {"月内に十社を訪ねる"};
  const auto written =
      edit_meeting(test.hub, test.analyst(), made.meeting.id, made.meeting.revision, edit).value();
  EXPECT_EQ(written.meeting.content.decisions, edit.decisions);
  EXPECT_TRUE(open_meeting(test.hub, test.station_officer_b(), made.meeting.id));
  EXPECT_EQ(edit_meeting(test.hub, test.analyst(), made.meeting.id, made.meeting.revision, edit)
                .error()
                .kind,
            ErrorKind::precondition_failed);
  EXPECT_TRUE(verify_store(test.database(), test.keys()).holds);
}

TEST_F(keep_meeting_test, what_it_names_must_be_there) {
  auto edit = meeting_at(test);
  edit.title = " ";
  edit.invited = {test.firm_a.id};
  edit.told = {for_tests::drafted(test).id};
  const auto refused = call_meeting(test.hub, test.analyst(), edit).error().text();
  for (const auto* pointer : {"/title", "/invited/0", "/told/0"})
    EXPECT_THAT(refused, HasSubstr(pointer));
  edit = meeting_at(test);
  edit.told = {for_tests::approved(test).id};
  EXPECT_TRUE(call_meeting(test.hub, test.analyst(), edit));
}

TEST_F(keep_meeting_test, minutes_keep_a_lesson_that_was_withdrawn_later) {
  const auto lesson = for_tests::approved(test);
  auto edit = meeting_at(test);
  edit.told = {lesson.id};
  const auto made = call_meeting(test.hub, test.analyst(), edit).value().meeting;
  ASSERT_TRUE(for_tests::step(test, test.approver(), lesson, model::LessonStep::Kind::withdraw,
                              "was wrong"));
  edit.decisions = {"月内に十社を訪ねる"};
  EXPECT_TRUE(edit_meeting(test.hub, test.analyst(), made.id, made.revision, edit));
}

TEST_F(keep_meeting_test, a_task_of_the_own_desk_is_anybodys_once_it_is_late) {
  auto task = task_for(test.bureau);
  task.owner = test.analyst().name;
  ASSERT_TRUE(give_task(test.hub, test.analyst(), call().meeting.id, task));
  ASSERT_EQ(queue_of(test.analyst()).size(), 1U);
  test.clock.set(base::parse_utc("2026-12-01T00:00:00Z").value());
  EXPECT_EQ(run_task_jobs(), 1U);
  const auto late = queue_of(test.analyst_2());
  ASSERT_EQ(late.size(), 1U);
  EXPECT_EQ(late[0].owner, "");
  EXPECT_EQ(late[0].note, "overdue");
}

TEST_F(keep_meeting_test, the_agenda_counts_from_the_meeting_before) {
  for_tests::approved(test);
  test.clock.advance(std::chrono::hours(1));
  EXPECT_THAT(agenda_codes(call()), Contains("agenda_lessons"));
  test.clock.advance(std::chrono::hours(1));
  const auto second = call();
  EXPECT_THAT(agenda_codes(second), Not(Contains("agenda_lessons")));
  EXPECT_EQ(second.meeting.since, second.meeting.made_at - std::chrono::hours(1));
}

TEST_F(keep_meeting_test, a_briefing_is_not_the_last_strategy_meeting) {
  const auto strategy = call();
  const auto brief = [&] {
    auto edit = meeting_at(test);
    edit.kind = model::MeetingKind::briefing;
    return call_meeting(test.hub, test.analyst(), edit).value().meeting;
  };
  test.clock.advance(std::chrono::hours(24));
  const auto briefing = brief();
  EXPECT_EQ(briefing.since, briefing.made_at - std::chrono::days(30));
  for_tests::approved(test);
  test.clock.advance(std::chrono::hours(24));
  const auto next = call();
  EXPECT_EQ(next.meeting.since, strategy.meeting.content.starts_at);
  EXPECT_THAT(agenda_codes(next), Contains("agenda_lessons"));
  EXPECT_EQ(brief().since, briefing.content.starts_at);
}

TEST_F(keep_meeting_test, a_meeting_that_became_another_kind_counts_as_that) {
  const auto made = call();
  auto edit = made.meeting.content;
  edit.kind = model::MeetingKind::briefing;
  ASSERT_TRUE(edit_meeting(test.hub, test.analyst(), made.meeting.id, made.meeting.revision, edit));
  test.clock.advance(std::chrono::hours(1));
  const auto next = call();
  EXPECT_EQ(next.meeting.since, next.meeting.made_at - std::chrono::days(30));
  EXPECT_TRUE(verify_store(test.database(), test.keys()).holds);
}

TEST_F(keep_meeting_test, coverage_is_told_of_five_firms_and_more_only) {
  EXPECT_THAT(agenda_codes(call()), Not(Contains("agenda_coverage")));
  for (const auto* key : {"firm-x", "firm-y"})
    test.add_firm(key, "battery", "13103");
  EXPECT_THAT(agenda_codes(call()), Contains("agenda_coverage"));
}

TEST_F(keep_meeting_test, a_task_stands_in_its_owners_queue_until_it_is_answered) {
  const auto meeting = call().meeting.id;
  auto edit = task_for(test.station_a);
  edit.owner = test.station_officer_a().name;
  const auto given = give_task(test.hub, test.analyst(), meeting, edit).value();
  ASSERT_EQ(queue_of(test.station_officer_a()).size(), 1U);
  const auto waiting = queue_of(test.station_officer_a())[0];
  EXPECT_EQ(waiting.object, given.id.bytes);
  EXPECT_EQ(waiting.owner, test.station_officer_a().name);
  EXPECT_EQ(waiting.about.ja, edit.what);
  EXPECT_EQ(waiting.due_at, base::tokyo_midnight(base::parse_day("2026-11-28").value()));
  EXPECT_TRUE(queue_of(test.station_officer_b()).empty());
  EXPECT_EQ(answer_task(test.hub, test.station_officer_b(), given.id, 1, "no").error().kind,
            ErrorKind::not_found);
  EXPECT_THAT(answer_task(test.hub, test.station_officer_a(), given.id, 1, " ").error().text(),
              HasSubstr("/text"));
  const auto answered =
      answer_task(test.hub, test.station_officer_a(), given.id, 1, "十社を訪ねた").value();
  EXPECT_EQ(answered.answered_by, test.station_officer_a().name);
  EXPECT_TRUE(queue_of(test.station_officer_a()).empty());
  EXPECT_EQ(answer_task(test.hub, test.station_officer_a(), given.id, answered.revision, "again")
                .error()
                .kind,
            ErrorKind::conflict);
  const auto view = open_meeting(test.hub, test.analyst(), meeting).value();
  ASSERT_EQ(view.tasks.size(), 1U);
  EXPECT_EQ(view.tasks[0].answer, "十社を訪ねた");
  EXPECT_TRUE(verify_store(test.database(), test.keys()).holds);
}

TEST_F(keep_meeting_test, a_task_goes_to_a_desk_with_a_day_and_to_somebody_there) {
  const auto meeting = call().meeting.id;
  const auto refused = [&](const model::MeetingTaskEdit& edit) {
    return give_task(test.hub, test.analyst(), meeting, edit).error().text();
  };
  auto edit = task_for(test.firm_a);
  edit.what = "";
  edit.due_on = base::parse_day("2026-11-19").value();
  for (const auto* pointer : {"/desk", "/what", "/due_on"})
    EXPECT_THAT(refused(edit), HasSubstr(pointer));
  edit = task_for(test.station_a);
  edit.owner = test.station_officer_b().name;
  EXPECT_THAT(refused(edit), HasSubstr("/owner"));
  EXPECT_EQ(
      give_task(test.hub, test.station_officer_a(), meeting, task_for(test.station_a)).error().kind,
      ErrorKind::forbidden);
}

TEST_F(keep_meeting_test, a_task_that_nobody_answers_comes_back_to_the_desk_that_called) {
  const auto given =
      give_task(test.hub, test.analyst(), call().meeting.id, task_for(test.station_a)).value();
  const auto own = [&] {
    std::vector<model::Task> found;
    for (const auto& task : queue_of(test.analyst()))
      if (task.organisation == test.bureau.id) found.push_back(task);
    return found;
  };
  // Due on Friday the 27th; the Monday after is the working day that was left for it.
  test.clock.set(base::parse_utc("2026-11-30T14:00:00Z").value());
  run_task_jobs();
  EXPECT_TRUE(own().empty());
  test.clock.set(base::parse_utc("2026-12-01T00:00:00Z").value());
  EXPECT_EQ(run_task_jobs(), 1U);
  ASSERT_EQ(own().size(), 1U);
  EXPECT_EQ(own()[0].note, "overdue");
  EXPECT_THAT(agenda_codes(call()),
              testing::AllOf(Contains("agenda_overdue"), Contains("agenda_tasks")));
  ASSERT_TRUE(answer_task(test.hub, test.station_officer_a(), given.id, 1, "late, but done"));
  EXPECT_TRUE(own().empty());
}

TEST_F(keep_meeting_test, a_task_of_another_prefecture_waits_for_its_liaison) {
  const auto liaison = test.person(test.prefecture, {model::Role::liaison}, "liaison.elsewhere");
  const auto given =
      give_task(test.hub, test.analyst(), call().meeting.id, task_for(test.prefecture)).value();
  EXPECT_EQ(queue_of(liaison).size(), 1U);
  EXPECT_TRUE(open_meeting_task(test.hub, liaison, given.id));
  EXPECT_TRUE(answer_task(test.hub, liaison, given.id, 1, "done"));
}

// A liaison of another prefecture reads the same agenda as the bureau: nothing of few firms.
TEST(keep_meeting_with_alerts, an_agenda_tells_no_desk_of_few_firms) {
  for_tests::AlertDesk desk;
  const auto liaison = desk.test.person(desk.test.prefecture, {model::Role::liaison}, "elsewhere");
  static_cast<void>(desk.sent());
  desk.test.clock.advance(std::chrono::days(30));
  auto edit = meeting_at(desk.test);
  edit.invited = {desk.test.prefecture.id};
  const auto made = call_meeting(desk.hub(), desk.test.analyst(), edit).value();
  const auto read = open_meeting(desk.hub(), liaison, made.meeting.id).value();
  EXPECT_THAT(agenda_codes(read), Contains("agenda_unanswered"));
  // Two firms reported.
  EXPECT_THAT(agenda_codes(read), Not(Contains("agenda_reports")));
  EXPECT_THAT(agenda_codes(read), Not(Contains("agenda_concern")));
}

}  // namespace
}  // namespace workflow
