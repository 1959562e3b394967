#include "work/workflow/follow_up.h"

#include <gtest/gtest.h>

#include "work/workflow/test_alerts.h"

namespace workflow {
namespace {

using base::ErrorKind;
using for_tests::AlertDesk;
using model::TaskKind;
using model::Yes;
using Kind = AlertStep::Kind;

void pass_days(AlertDesk& desk, int days) {
  desk.test.clock.advance(std::chrono::days(days));
  desk.run_all_jobs();
}

TEST(follow_up, is_asked_of_firm_and_station_after_thirty_days) {
  AlertDesk desk;
  const auto alert = desk.sent();
  const auto id = desk.delivery_to(alert, desk.firm_d()).id;
  pass_days(desk, 29);
  EXPECT_FALSE(desk.has_task(id.bytes, TaskKind::follow_up));
  pass_days(desk, 1);
  EXPECT_TRUE(desk.has_task(id.bytes, TaskKind::follow_up));
  EXPECT_EQ(for_tests::queue_of(desk.test, desk.officer_d(), TaskKind::follow_up).size(), 1U);
}

TEST(follow_up, the_answer_ends_the_question_until_the_next_day_comes) {
  AlertDesk desk;
  const auto alert = desk.sent();
  pass_days(desk, 30);
  auto delivery = desk.delivery_to(alert, desk.firm_d());
  const auto answered =
      answer_follow_up(desk.hub(), desk.officer_d(), delivery.id, delivery.revision, 30, Yes::yes);
  ASSERT_TRUE(answered) << answered.error().text();
  EXPECT_EQ(answered->follow_ups[0].contact_ceased, Yes::yes);
  EXPECT_EQ(answered->follow_ups[0].by, desk.officer_d().name);
  EXPECT_FALSE(answered->follow_ups[1].at);
  EXPECT_FALSE(desk.has_task(delivery.id.bytes, TaskKind::follow_up));
  pass_days(desk, 60);
  EXPECT_TRUE(desk.has_task(delivery.id.bytes, TaskKind::follow_up));
}

TEST(follow_up, one_open_question_keeps_the_task) {
  AlertDesk desk;
  const auto alert = desk.sent();
  pass_days(desk, 30);
  pass_days(desk, 60);
  const auto delivery = desk.delivery_to(alert, desk.firm_d());
  const auto answered = answer_follow_up(desk.hub(), desk.test.station_officer_a(), delivery.id,
                                         delivery.revision, 90, Yes::no);
  ASSERT_TRUE(answered);
  EXPECT_TRUE(desk.has_task(delivery.id.bytes, TaskKind::follow_up));
}

TEST(follow_up, an_early_answer_is_not_asked_for_again) {
  AlertDesk desk;
  const auto alert = desk.sent();
  const auto delivery = desk.delivery_to(alert, desk.firm_d());
  ASSERT_TRUE(answer_follow_up(desk.hub(), desk.officer_d(), delivery.id, delivery.revision, 30,
                               Yes::unknown));
  pass_days(desk, 30);
  EXPECT_FALSE(desk.has_task(delivery.id.bytes, TaskKind::follow_up));
}

TEST(follow_up, knows_no_other_day_and_no_other_firm) {
  AlertDesk desk;
  const auto alert = desk.sent();
  const auto delivery = desk.delivery_to(alert, desk.firm_d());
  const auto other_day =
      answer_follow_up(desk.hub(), desk.officer_d(), delivery.id, delivery.revision, 31, Yes::yes);
  ASSERT_FALSE(other_day);
  EXPECT_EQ(other_day.error().kind, ErrorKind::invalid_input);
  EXPECT_EQ(answer_follow_up(desk.hub(), desk.test.officer_a(), delivery.id, delivery.revision, 30,
                             Yes::yes)
                .error()
                .kind,
            ErrorKind::not_found);
}

TEST(follow_up, is_not_asked_after_a_cancellation) {
  AlertDesk desk;
  const auto alert = desk.sent();
  ASSERT_TRUE(desk.step(desk.test.analyst(), alert, Kind::cancel, "it was a mistake"));
  pass_days(desk, 30);
  EXPECT_FALSE(desk.has_task(desk.delivery_to(alert, desk.firm_d()).id.bytes, TaskKind::follow_up));
}

}  // namespace
}  // namespace workflow
