#include "work/workflow/send_alert.h"

#include <functional>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "edges/store/mailbox.h"
#include "edges/store/outbox.h"
#include "work/workflow/test_alerts.h"

namespace workflow {
namespace {

using base::ErrorKind;
using for_tests::AlertDesk;
using model::AlertProduct;
using model::AlertState;
using model::NoticeState;
using model::TaskKind;
using testing::Contains;
using Kind = AlertStep::Kind;

std::vector<std::string> told(AlertDesk& desk, base::Id<model::Report> report) {
  return desk.test.database().read([&](db::Connection& connection) {
    std::vector<std::string> codes;
    const auto stored = store::find_report(connection, desk.test.keys(), report).value();
    for (const auto& message : store::list_messages(connection, stored))
      codes.push_back(message.code);
    return codes;
  });
}

TEST(send_alert, makes_a_delivery_for_each_recipient) {
  AlertDesk desk;
  const auto alert = desk.sent();
  EXPECT_EQ(alert.state, AlertState::sent);
  EXPECT_EQ(alert.sent_at, desk.test.clock.now());
  const auto deliveries = deliveries_of_alert(desk.hub(), desk.test.analyst(), alert.id).value();
  EXPECT_EQ(deliveries.size(), alert.audience.size());
  EXPECT_EQ(desk.delivery_to(alert, desk.firm_d()).notice, NoticeState::queued);
}

TEST(send_alert, leaves_out_who_was_taken_out) {
  AlertDesk desk;
  auto alert = desk.draft();
  auto edit = AlertDesk::edit_of(alert);
  edit.exclude = {{desk.firm_d().id, "was told in person"}};
  alert = edit_alert(desk.hub(), desk.test.analyst(), alert.id, alert.revision, edit).value();
  alert = desk.step(desk.test.analyst(), alert, Kind::submit).value();
  desk.open_sources(desk.test.approver(), alert);
  alert = desk.step(desk.test.approver(), alert, Kind::approve).value();
  alert = desk.step(desk.test.analyst(), alert, Kind::send).value();
  const auto deliveries = deliveries_of_alert(desk.hub(), desk.test.analyst(), alert.id).value();
  for (const auto& one : deliveries)
    EXPECT_NE(one.organisation_key, "firm-d");
}

TEST(send_alert, without_a_verified_contact_the_station_hands_it_over) {
  AlertDesk desk;
  desk.add_contact(desk.firms[1], "nobody-called@firm-e.example", false);
  const auto alert = desk.sent();
  const auto delivery = desk.delivery_to(alert, desk.firms[1]);
  EXPECT_EQ(delivery.notice, NoticeState::not_needed);
  EXPECT_TRUE(desk.has_task(delivery.id.bytes, TaskKind::hand_over));
  EXPECT_FALSE(desk.has_task(desk.delivery_to(alert, desk.firm_d()).id.bytes, TaskKind::hand_over));
  const auto tasks =
      for_tests::queue_of(desk.test, desk.test.station_officer_a(), TaskKind::hand_over);
  EXPECT_EQ(tasks.size(), alert.audience.size() - 1);
  EXPECT_TRUE(
      for_tests::queue_of(desk.test, desk.test.station_officer_b(), TaskKind::hand_over).empty());
}

TEST(send_alert, tells_the_reporters_in_general_words_once) {
  AlertDesk desk;
  desk.sent();
  EXPECT_EQ(told(desk, desk.report_a), std::vector<std::string>{"helped_warning"});
  EXPECT_FALSE(desk.has_task(desk.report_a.bytes, TaskKind::give_feedback));
  desk.sent();
  EXPECT_EQ(told(desk, desk.report_b), std::vector<std::string>{"helped_warning"});
  desk.sent(AlertProduct::caution);
  EXPECT_THAT(told(desk, desk.report_b), Contains("helped_caution"));
}

TEST(send_alert, needs_an_approval) {
  AlertDesk desk;
  const auto refused = desk.step(desk.test.analyst(), desk.submitted(), Kind::send);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::conflict);
}

TEST(send_alert, does_not_believe_the_state_alone) {
  AlertDesk desk;
  auto alert = desk.submitted();
  desk.test.change("UPDATE alert SET state = 'approved'");
  const auto refused = desk.step(desk.test.analyst(), alert, Kind::send);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::refused);
  EXPECT_EQ(refused.error().issues.front().pointer, "/steps");
}

TEST(send_alert, stops_when_a_source_was_withdrawn_after_the_approval) {
  AlertDesk desk;
  const auto alert = desk.approved();
  desk.test.change("UPDATE report SET state = 'withdrawn'");
  const auto refused = desk.step(desk.test.analyst(), alert, Kind::send);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().issues.front().pointer, "/sources/0");
}

TEST(send_alert, happens_once) {
  AlertDesk desk;
  const auto alert = desk.sent();
  const auto again = desk.step(desk.test.analyst(), alert, Kind::send);
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().kind, ErrorKind::conflict);
}

TEST(send_alert, writes_a_row_of_the_record_for_the_alert_and_each_delivery) {
  AlertDesk desk;
  const auto alert = desk.sent();
  const auto actions = desk.test.recorded_actions();
  EXPECT_THAT(actions, Contains("alert.send"));
  EXPECT_EQ(std::ranges::count(actions, "delivery.make"),
            static_cast<std::ptrdiff_t>(alert.audience.size()));
}

TEST(public_notice, is_read_by_anybody_until_it_expires) {
  AlertDesk desk;
  EXPECT_TRUE(public_notices(desk.hub())->empty());
  const auto alert = desk.sent(AlertProduct::public_notice);
  const auto notices = public_notices(desk.hub()).value();
  ASSERT_EQ(notices.size(), 1U);
  EXPECT_EQ(notices[0].id, alert.id);
  EXPECT_EQ(notices[0].text.method, alert.text.method);
  desk.test.clock.set(alert.expires_at);
  EXPECT_TRUE(public_notices(desk.hub())->empty());
}

TEST(public_notice, a_warning_is_none) {
  AlertDesk desk;
  desk.sent();
  EXPECT_TRUE(public_notices(desk.hub())->empty());
}

/// A clock that does something the first time it is asked: here between what was gathered of an
/// alert and the transaction that writes its step.
class InterruptingClock final : public base::Clock {
 public:
  InterruptingClock(const base::Clock& clock, std::function<void()> interrupt)
      : clock_(clock), interrupt_(std::move(interrupt)) {}

  [[nodiscard]] base::UtcTime now() const override {
    if (const auto interrupt = std::exchange(interrupt_, {})) interrupt();
    return clock_.now();
  }

 private:
  const base::Clock& clock_;
  mutable std::function<void()> interrupt_;
};

/// The step of an alert whose first source its firm takes back while the step is under way.
base::Result<model::Alert> step_while_a_source_goes(AlertDesk& desk, const model::Alert& alert,
                                                    const model::Principal& principal, Kind kind) {
  const auto officer = desk.test.officer_a();
  const auto revision =
      open_report(desk.hub(), officer, desk.report_a, "own_report").value().revision;
  InterruptingClock clock(desk.test.clock, [&] {
    ASSERT_TRUE(withdraw_report(desk.hub(), officer, desk.report_a, revision, "a mistake"));
  });
  Hub hub{desk.hub().database, clock, desk.hub().ids, desk.hub().keys, desk.hub().knowledge,
          desk.hub().settings};
  AlertStep step;
  step.kind = kind;
  return step_alert(hub, principal, alert.id, alert.revision, step);
}

TEST(send_alert, notices_a_source_that_is_taken_back_while_it_is_sent) {
  AlertDesk desk;
  const auto alert = desk.approved();
  EXPECT_FALSE(step_while_a_source_goes(desk, alert, desk.test.analyst(), Kind::send));
  EXPECT_EQ(for_tests::count_rows(desk.test, "delivery"), 0);
}

TEST(approve_alert, notices_a_source_that_is_taken_back_meanwhile) {
  AlertDesk desk;
  const auto alert = desk.submitted();
  desk.open_sources(desk.test.approver(), alert);
  EXPECT_FALSE(step_while_a_source_goes(desk, alert, desk.test.approver(), Kind::approve));
}

TEST(submit_alert, notices_a_source_that_is_taken_back_meanwhile) {
  AlertDesk desk;
  auto alert = desk.draft();
  alert = edit_alert(desk.hub(), desk.test.analyst(), alert.id, alert.revision,
                     AlertDesk::edit_of(alert))
              .value();
  EXPECT_FALSE(step_while_a_source_goes(desk, alert, desk.test.analyst(), Kind::submit));
}

}  // namespace
}  // namespace workflow
