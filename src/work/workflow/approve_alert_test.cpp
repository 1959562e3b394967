#include "work/workflow/approve_alert.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "work/workflow/test_alerts.h"

namespace workflow {
namespace {

using base::ErrorKind;
using for_tests::AlertDesk;
using model::AlertProduct;
using model::AlertState;
using model::TaskKind;
using testing::Contains;
using testing::HasSubstr;
using Kind = AlertStep::Kind;

TEST(submit_alert, is_refused_without_contrary_evidence) {
  AlertDesk desk;
  const auto refused = desk.step(desk.test.analyst(), desk.draft(), Kind::submit);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::refused);
  EXPECT_EQ(refused.error().issues.front().pointer, "/contrary_evidence");
}

TEST(submit_alert, puts_it_before_an_approver_who_did_not_write_it) {
  AlertDesk desk;
  const auto alert = desk.submitted();
  EXPECT_EQ(alert.state, AlertState::submitted);
  const auto tasks = for_tests::queue_of(desk.test, desk.test.approver(), TaskKind::approve_alert);
  ASSERT_EQ(tasks.size(), 1U);
  EXPECT_EQ(tasks[0].object, alert.id.bytes);
  EXPECT_EQ(tasks[0].not_by, desk.test.analyst().name);
}

TEST(submit_alert, is_refused_when_the_text_names_a_firm) {
  AlertDesk desk;
  const auto alert = desk.draft();
  auto edit = AlertDesk::edit_of(alert);
  edit.text.method.ja += "架空の会社 firm-aの前です。";
  const auto edited =
      edit_alert(desk.hub(), desk.test.analyst(), alert.id, alert.revision, edit).value();
  const auto refused = desk.step(desk.test.analyst(), edited, Kind::submit);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().issues.front().pointer, "/text/method/ja");
}

TEST(approve_alert, needs_every_source_opened_by_this_approver) {
  AlertDesk desk;
  const auto alert = desk.submitted();
  const auto unread = desk.step(desk.test.approver(), alert, Kind::approve);
  ASSERT_FALSE(unread);
  EXPECT_EQ(unread.error().kind, ErrorKind::refused);
  EXPECT_EQ(unread.error().issues.size(), 2U);
  EXPECT_EQ(unread.error().issues[0].pointer, "/sources/0");
  desk.open_sources(desk.test.approver_2(), alert);
  EXPECT_FALSE(desk.step(desk.test.approver(), alert, Kind::approve));
  desk.open_sources(desk.test.approver(), alert);
  const auto approved = desk.step(desk.test.approver(), alert, Kind::approve);
  ASSERT_TRUE(approved) << approved.error().text();
  EXPECT_EQ(approved->state, AlertState::approved);
  EXPECT_FALSE(desk.has_task(alert.id.bytes, TaskKind::approve_alert));
}

TEST(approve_alert, is_forbidden_to_whoever_wrote_or_edited_it) {
  AlertDesk desk;
  const auto both =
      desk.test.person(desk.test.bureau, {model::Role::analyst, model::Role::approver}, "two-hats");
  auto alert = desk.draft();
  alert = edit_alert(desk.hub(), both, alert.id, alert.revision, AlertDesk::edit_of(alert)).value();
  alert = desk.step(desk.test.analyst(), alert, Kind::submit).value();
  desk.open_sources(both, alert);
  const auto refused = desk.step(both, alert, Kind::approve);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::forbidden);
}

TEST(approve_alert, is_for_approvers) {
  AlertDesk desk;
  const auto alert = desk.submitted();
  for (const auto& principal :
       {desk.test.analyst_2(), desk.test.station_officer_a(), desk.test.investigator()})
    EXPECT_EQ(desk.step(principal, alert, Kind::approve).error().kind, ErrorKind::forbidden);
}

TEST(approve_alert, an_opened_source_stands_in_the_record_and_shows_the_released_content) {
  AlertDesk desk;
  const auto alert = desk.submitted();
  const auto record = open_alert_source(desk.hub(), desk.test.approver(), alert.id, desk.report_a);
  ASSERT_TRUE(record);
  EXPECT_FALSE(record->content.narrative.empty());
  EXPECT_EQ(desk.test.recorded_actions().back(), "report.read");
  EXPECT_THAT(open_alert(desk.hub(), desk.test.approver(), alert.id, "alert")->opened_sources,
              Contains(desk.report_a));
}

TEST(approve_alert, an_approver_opens_no_report_that_is_no_source) {
  AlertDesk desk;
  const auto alert = desk.submitted();
  const auto other =
      for_tests::released(desk.test, desk.test.officer_a(), for_tests::street_report());
  EXPECT_EQ(open_alert_source(desk.hub(), desk.test.approver(), alert.id, other).error().kind,
            ErrorKind::not_found);
  const auto draft = desk.draft();
  EXPECT_EQ(
      open_alert_source(desk.hub(), desk.test.approver(), draft.id, desk.report_a).error().kind,
      ErrorKind::not_found);
}

TEST(approve_alert, sending_back_needs_a_reason_and_makes_it_a_draft) {
  AlertDesk desk;
  const auto alert = desk.submitted();
  EXPECT_FALSE(desk.step(desk.test.approver(), alert, Kind::send_back, " "));
  const auto back = desk.step(desk.test.approver(), alert, Kind::send_back, "say more");
  ASSERT_TRUE(back);
  EXPECT_EQ(back->state, AlertState::draft);
  EXPECT_EQ(back->steps.back().note, "say more");
  EXPECT_FALSE(desk.has_task(alert.id.bytes, TaskKind::approve_alert));
  EXPECT_TRUE(desk.has_task(alert.sources[0].bytes, TaskKind::draft_alert));
}

TEST(approve_alert, dissent_is_noted_and_stops_nothing) {
  AlertDesk desk;
  auto alert = desk.submitted();
  desk.open_sources(desk.test.approver(), alert);
  alert = desk.step(desk.test.approver_2(), alert, Kind::dissent, "thin").value();
  EXPECT_EQ(alert.state, AlertState::submitted);
  EXPECT_TRUE(desk.step(desk.test.approver(), alert, Kind::approve));
}

TEST(approve_alert, of_a_notice_with_a_person_waits_for_a_second_body) {
  AlertDesk desk;
  auto alert = desk.draft(AlertProduct::public_notice);
  auto edit = AlertDesk::edit_of(alert);
  edit.text.person = {"年齢：四十歳くらい。", "age: about 40."};
  alert = edit_alert(desk.hub(), desk.test.analyst(), alert.id, alert.revision, edit).value();
  alert = desk.step(desk.test.analyst(), alert, Kind::submit).value();
  desk.open_sources(desk.test.approver(), alert);
  alert = desk.step(desk.test.approver(), alert, Kind::approve).value();
  EXPECT_EQ(alert.state, AlertState::submitted);
  const auto second = desk.test.person(desk.test.prefecture, {model::Role::approver});
  EXPECT_EQ(for_tests::queue_of(desk.test, second, TaskKind::approve_alert).size(), 1U);
  desk.open_sources(second, alert);
  const auto approved = desk.step(second, alert, Kind::approve);
  ASSERT_TRUE(approved) << approved.error().text();
  EXPECT_EQ(approved->state, AlertState::approved);
}

TEST(approve_alert, every_deed_stands_in_the_record) {
  AlertDesk desk;
  desk.approved();
  const auto actions = desk.test.recorded_actions();
  for (const auto* action : {"alert.draft", "alert.edit", "alert.submit", "alert.approve"})
    EXPECT_THAT(actions, Contains(action));
}

}  // namespace
}  // namespace workflow
