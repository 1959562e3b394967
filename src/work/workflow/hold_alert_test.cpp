#include "work/workflow/hold_alert.h"

#include <gtest/gtest.h>

#include "ground/base/working_days.h"
#include "work/workflow/test_alerts.h"

namespace workflow {
namespace {

using base::ErrorKind;
using for_tests::AlertDesk;
using model::AlertState;
using model::TaskKind;
using Kind = AlertStep::Kind;

base::Result<model::Alert> hold(AlertDesk& desk, const model::Alert& alert, std::int64_t hours,
                                const std::string& reason = "a meeting will be watched") {
  return place_hold(desk.hub(), desk.test.investigator(), alert.id, alert.revision,
                    desk.test.clock.now() + std::chrono::hours(hours), reason);
}

TEST(hold_alert, an_asked_hold_stops_the_sending_for_two_working_days) {
  AlertDesk desk;
  auto alert = desk.approved();
  alert = desk.step(desk.test.approver(), alert, Kind::ask_hold, "an arrest is near").value();
  EXPECT_TRUE(desk.has_task(alert.id.bytes, TaskKind::decide_hold));
  const auto held = desk.step(desk.test.analyst(), alert, Kind::send);
  ASSERT_FALSE(held);
  EXPECT_EQ(held.error().kind, ErrorKind::refused);
  EXPECT_EQ(held.error().issues.front().pointer, "/held_until");
  desk.test.clock.set(base::working_days_after(desk.test.clock.now(), 2));
  EXPECT_TRUE(desk.step(desk.test.analyst(), alert, Kind::send));
}

TEST(hold_alert, a_placed_hold_answers_the_request_and_lets_the_approval_go_on) {
  AlertDesk desk;
  auto alert = desk.submitted();
  desk.open_sources(desk.test.approver(), alert);
  alert = desk.step(desk.test.approver(), alert, Kind::ask_hold, "an arrest is near").value();
  alert = hold(desk, alert, 24 * 20).value();
  EXPECT_FALSE(desk.has_task(alert.id.bytes, TaskKind::decide_hold));
  EXPECT_EQ(alert.hold_reason, "a meeting will be watched");
  alert = desk.step(desk.test.approver(), alert, Kind::approve).value();
  EXPECT_EQ(alert.state, AlertState::approved);
  EXPECT_FALSE(desk.step(desk.test.analyst(), alert, Kind::send));
}

TEST(hold_alert, a_released_hold_lets_it_go) {
  AlertDesk desk;
  auto alert = desk.approved();
  alert = hold(desk, alert, 24).value();
  alert = desk.step(desk.test.investigator(), alert, Kind::release_hold, "it is over").value();
  EXPECT_FALSE(alert.held_until);
  EXPECT_TRUE(desk.step(desk.test.analyst(), alert, Kind::send));
}

TEST(hold_alert, needs_a_reason_and_an_end_ahead) {
  AlertDesk desk;
  const auto alert = desk.approved();
  EXPECT_EQ(hold(desk, alert, 24, "").error().issues.front().pointer, "/note");
  EXPECT_EQ(hold(desk, alert, 0).error().issues.front().pointer, "/until");
  EXPECT_FALSE(desk.step(desk.test.investigator(), alert, Kind::place_hold, "no end"));
}

TEST(hold_alert, is_the_investigators_to_place_and_release) {
  AlertDesk desk;
  const auto alert = desk.approved();
  const auto until = desk.test.clock.now() + std::chrono::hours(1);
  for (const auto& principal : {desk.test.analyst(), desk.test.approver()})
    EXPECT_EQ(
        place_hold(desk.hub(), principal, alert.id, alert.revision, until, "why").error().kind,
        ErrorKind::forbidden);
  EXPECT_EQ(desk.step(desk.test.analyst(), alert, Kind::ask_hold, "why").error().kind,
            ErrorKind::forbidden);
  EXPECT_EQ(desk.step(desk.test.investigator(), alert, Kind::release_hold, "why").error().kind,
            ErrorKind::conflict);
}

}  // namespace
}  // namespace workflow
