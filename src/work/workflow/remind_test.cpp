#include "work/workflow/remind.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "edges/store/outbox.h"
#include "ground/base/working_days.h"
#include "work/workflow/acknowledge_alert.h"
#include "work/workflow/test_alerts.h"

namespace workflow {
namespace {

using for_tests::AlertDesk;
using model::TaskKind;
using Kind = AlertStep::Kind;

void pass_working_days(AlertDesk& desk, int days) {
  desk.test.clock.set(base::working_days_after(desk.test.clock.now(), days));
  desk.run_all_jobs();
}

std::vector<std::string> occasions(AlertDesk& desk, const model::Delivery& delivery) {
  return desk.test.database().read([&](db::Connection& connection) {
    std::vector<std::string> found;
    for (const auto& mail : store::list_mails_of(connection, delivery))
      found.push_back(mail.occasion);
    return found;
  });
}

TEST(remind, after_two_and_four_working_days_then_a_visit) {
  AlertDesk desk;
  const auto alert = desk.sent();
  desk.run_all_jobs();
  const auto id = desk.delivery_to(alert, desk.firm_d()).id;
  pass_working_days(desk, 1);
  EXPECT_EQ(desk.delivery_to(alert, desk.firm_d()).reminders, 0);
  pass_working_days(desk, 1);
  EXPECT_EQ(desk.delivery_to(alert, desk.firm_d()).reminders, 1);
  pass_working_days(desk, 2);
  EXPECT_EQ(desk.delivery_to(alert, desk.firm_d()).reminders, 2);
  EXPECT_FALSE(desk.has_task(id.bytes, TaskKind::visit_unacknowledged));
  pass_working_days(desk, 1);
  EXPECT_EQ(desk.delivery_to(alert, desk.firm_d()).reminders, 2);
  EXPECT_TRUE(desk.has_task(id.bytes, TaskKind::visit_unacknowledged));
  EXPECT_THAT(occasions(desk, desk.delivery_to(alert, desk.firm_d())),
              testing::ElementsAre("notice-0", "reminder-1", "reminder-2"));
}

TEST(remind, a_weekend_is_no_working_day) {
  AlertDesk desk;  // the clock stands on a Friday
  const auto alert = desk.sent();
  desk.test.clock.advance(std::chrono::days(3));
  desk.run_all_jobs();
  EXPECT_EQ(desk.delivery_to(alert, desk.firm_d()).reminders, 0);
}

TEST(remind, nobody_who_acknowledged) {
  AlertDesk desk;
  const auto alert = desk.sent();
  const auto delivery = desk.delivery_to(alert, desk.firm_d());
  ASSERT_TRUE(acknowledge(desk.hub(), desk.officer_d(), delivery.id, delivery.revision, {}));
  pass_working_days(desk, 6);
  EXPECT_EQ(desk.delivery_to(alert, desk.firm_d()).reminders, 0);
  EXPECT_FALSE(desk.has_task(delivery.id.bytes, TaskKind::visit_unacknowledged));
}

TEST(remind, the_visit_ends_with_the_acknowledgement) {
  AlertDesk desk;
  const auto alert = desk.sent();
  for (const int days : {2, 2, 1})
    pass_working_days(desk, days);
  const auto delivery = desk.delivery_to(alert, desk.firm_d());
  ASSERT_TRUE(desk.has_task(delivery.id.bytes, TaskKind::visit_unacknowledged));
  ASSERT_TRUE(acknowledge(desk.hub(), desk.officer_d(), delivery.id, delivery.revision, {}));
  EXPECT_FALSE(desk.has_task(delivery.id.bytes, TaskKind::visit_unacknowledged));
}

TEST(remind, a_server_that_slept_catches_up_in_order) {
  AlertDesk desk;
  const auto alert = desk.sent();
  pass_working_days(desk, 10);
  EXPECT_EQ(desk.delivery_to(alert, desk.firm_d()).reminders, 2);
  EXPECT_TRUE(desk.has_task(desk.delivery_to(alert, desk.firm_d()).id.bytes,
                            TaskKind::visit_unacknowledged));
}

TEST(remind, not_of_what_was_taken_back) {
  AlertDesk desk;
  const auto alert = desk.sent();
  ASSERT_TRUE(desk.step(desk.test.analyst(), alert, Kind::cancel, "it was a mistake"));
  pass_working_days(desk, 2);
  EXPECT_EQ(desk.delivery_to(alert, desk.firm_d()).reminders, 0);
  EXPECT_EQ(desk.delivery_to(alert, desk.firm_d(), 1).reminders, 1);
}

}  // namespace
}  // namespace workflow
