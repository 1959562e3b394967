#include "work/workflow/read_alerts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "work/workflow/test_alerts.h"

namespace workflow {
namespace {

using base::ErrorKind;
using for_tests::AlertDesk;
using Kind = AlertStep::Kind;

TEST(read_alerts, the_desk_sees_what_stands_in_the_way) {
  AlertDesk desk;
  const auto draft = desk.draft();
  const auto view = open_alert(desk.hub(), desk.test.analyst(), draft.id, "alert").value();
  ASSERT_FALSE(view.problems.empty());
  EXPECT_EQ(view.problems.front().pointer, "/contrary_evidence");
  const auto submitted = desk.submitted();
  EXPECT_TRUE(open_alert(desk.hub(), desk.test.analyst(), submitted.id, "alert")->problems.empty());
  EXPECT_EQ(open_alert(desk.hub(), desk.test.approver(), submitted.id, "alert")->problems.size(),
            2U);
}

TEST(read_alerts, an_opening_needs_a_purpose_and_stands_in_the_record) {
  AlertDesk desk;
  const auto draft = desk.draft();
  EXPECT_EQ(open_alert(desk.hub(), desk.test.analyst(), draft.id, "curiosity").error().kind,
            ErrorKind::invalid_input);
  ASSERT_TRUE(open_alert(desk.hub(), desk.test.auditor(), draft.id, "audit"));
  EXPECT_EQ(desk.test.recorded_actions().back(), "alert.read");
}

TEST(read_alerts, a_station_sees_what_was_sent_to_its_firms_without_the_desks_part) {
  AlertDesk desk;
  const auto approved = desk.approved();
  EXPECT_EQ(
      open_alert(desk.hub(), desk.test.station_officer_a(), approved.id, "alert").error().kind,
      ErrorKind::not_found);
  const auto alert = desk.step(desk.test.analyst(), approved, Kind::send).value();
  const auto view = open_alert(desk.hub(), desk.test.station_officer_a(), alert.id, "alert");
  ASSERT_TRUE(view) << view.error().text();
  EXPECT_EQ(view->alert.text, alert.text);
  EXPECT_TRUE(view->alert.sources.empty());
  EXPECT_TRUE(view->alert.contrary_evidence.empty());
  EXPECT_TRUE(view->alert.steps.empty());
  EXPECT_EQ(open_alert(desk.hub(), desk.test.station_officer_b(), alert.id, "alert").error().kind,
            ErrorKind::not_found);
}

TEST(read_alerts, lists_follow_the_same_rule) {
  AlertDesk desk;
  desk.draft();
  desk.sent();
  EXPECT_EQ(list_alerts(desk.hub(), desk.test.analyst(), {}, {})->items.size(), 2U);
  EXPECT_EQ(list_alerts(desk.hub(), desk.test.analyst(), model::AlertState::sent, {})->items.size(),
            1U);
  const auto at_station = list_alerts(desk.hub(), desk.test.station_officer_a(), {}, {}).value();
  ASSERT_EQ(at_station.items.size(), 1U);
  EXPECT_TRUE(at_station.items[0].sources.empty());
  EXPECT_TRUE(list_alerts(desk.hub(), desk.test.station_officer_b(), {}, {})->items.empty());
}

TEST(read_alerts, a_firm_that_is_not_addressed_learns_nothing) {
  AlertDesk desk;
  const auto alert = desk.sent();
  EXPECT_EQ(open_alert(desk.hub(), desk.test.officer_c(), alert.id, "alert").error().kind,
            ErrorKind::not_found);
  EXPECT_TRUE(list_alerts(desk.hub(), desk.test.officer_c(), {}, {})->items.empty());
  EXPECT_FALSE(open_alert(desk.hub(), TestHub::anonymous(), alert.id, "alert"));
}

TEST(read_alerts, a_station_sees_only_the_deliveries_to_its_own_firms) {
  AlertDesk desk;
  auto alert = desk.draft();
  auto edit = AlertDesk::edit_of(alert);
  edit.include = {desk.test.firm_c.id};
  alert = edit_alert(desk.hub(), desk.test.analyst(), alert.id, alert.revision, edit).value();
  alert = desk.step(desk.test.analyst(), alert, Kind::submit).value();
  desk.open_sources(desk.test.approver(), alert);
  alert = desk.step(desk.test.approver(), alert, Kind::approve).value();
  alert = desk.step(desk.test.analyst(), alert, Kind::send).value();
  const auto at_b =
      deliveries_of_alert(desk.hub(), desk.test.station_officer_b(), alert.id).value();
  ASSERT_EQ(at_b.size(), 1U);
  EXPECT_EQ(at_b[0].organisation_key, "firm-c");
}

TEST(read_alerts, an_administrator_reads_no_content) {
  AlertDesk desk;
  const auto alert = desk.sent();
  EXPECT_EQ(open_alert(desk.hub(), desk.test.administrator(), alert.id, "alert").error().kind,
            ErrorKind::forbidden);
}

}  // namespace
}  // namespace workflow
