#include "work/workflow/acknowledge_alert.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "work/workflow/hand_over_alert.h"
#include "work/workflow/test_alerts.h"

namespace workflow {
namespace {

using base::ErrorKind;
using for_tests::AlertDesk;
using model::TaskKind;
using testing::HasSubstr;
using Kind = AlertStep::Kind;

TEST(inbox, lists_what_was_sent_to_the_firm_without_its_text) {
  AlertDesk desk;
  EXPECT_TRUE(read_inbox(desk.hub(), desk.officer_d(), {})->items.empty());
  const auto alert = desk.sent();
  const auto inbox = read_inbox(desk.hub(), desk.officer_d(), {}).value();
  ASSERT_EQ(inbox.items.size(), 1U);
  EXPECT_EQ(inbox.items[0].delivery.alert, alert.id);
  EXPECT_EQ(inbox.items[0].title, alert.text.title);
  EXPECT_TRUE(read_inbox(desk.hub(), desk.test.officer_c(), {})->items.empty());
}

TEST(inbox, opening_shows_the_text_and_nothing_of_the_desk_and_stands_in_the_record) {
  AlertDesk desk;
  const auto alert = desk.sent();
  const auto delivery = desk.delivery_to(alert, desk.firm_d());
  const auto shown = open_inbox_item(desk.hub(), desk.officer_d(), delivery.id);
  ASSERT_TRUE(shown);
  EXPECT_EQ(shown->text, alert.text);
  EXPECT_FALSE(shown->reasons.empty());
  EXPECT_EQ(desk.test.recorded_actions().back(), "inbox.open");
  EXPECT_FALSE(desk.delivery_to(alert, desk.firm_d()).acknowledged);
}

TEST(inbox, of_another_firm_is_not_there) {
  AlertDesk desk;
  const auto delivery = desk.delivery_to(desk.sent(), desk.firm_d());
  for (const auto& principal : {desk.test.officer_c(), desk.test.station_officer_b()})
    EXPECT_EQ(open_inbox_item(desk.hub(), principal, delivery.id).error().kind,
              ErrorKind::not_found);
  EXPECT_EQ(open_inbox_item(desk.hub(), TestHub::anonymous(), delivery.id).error().kind,
            ErrorKind::unauthenticated);
  EXPECT_TRUE(open_inbox_item(desk.hub(), desk.test.station_officer_a(), delivery.id));
}

TEST(acknowledge, is_an_act_with_an_answer) {
  AlertDesk desk;
  const auto alert = desk.sent();
  const auto delivery = desk.delivery_to(alert, desk.firm_d());
  const auto done = acknowledge(desk.hub(), desk.officer_d(), delivery.id, delivery.revision,
                                {model::Yes::yes, 3, "two of them last week"});
  ASSERT_TRUE(done) << done.error().text();
  EXPECT_EQ(done->acknowledged->by, desk.officer_d().name);
  EXPECT_EQ(done->acknowledged->seen_here_too, model::Yes::yes);
  EXPECT_EQ(done->acknowledged->own_logs_hits, 3);
  EXPECT_EQ(desk.test.recorded_actions().back(), "delivery.acknowledge");
}

TEST(acknowledge, may_be_given_again_with_more) {
  AlertDesk desk;
  const auto delivery = desk.delivery_to(desk.sent(), desk.firm_d());
  const auto first =
      acknowledge(desk.hub(), desk.officer_d(), delivery.id, delivery.revision, {}).value();
  const auto second = acknowledge(desk.hub(), desk.officer_d(), delivery.id, first.revision,
                                  {model::Yes::no, 0, ""});
  ASSERT_TRUE(second);
  EXPECT_EQ(second->acknowledged->own_logs_hits, 0);
  EXPECT_EQ(acknowledge(desk.hub(), desk.officer_d(), delivery.id, first.revision, {}).error().kind,
            ErrorKind::precondition_failed);
}

TEST(acknowledge, is_not_for_others_nor_for_programs) {
  AlertDesk desk;
  const auto delivery = desk.delivery_to(desk.sent(), desk.firm_d());
  EXPECT_EQ(acknowledge(desk.hub(), desk.test.officer_a(), delivery.id, delivery.revision, {})
                .error()
                .kind,
            ErrorKind::not_found);
  auto program = desk.officer_d();
  program.kind = model::Principal::Kind::program;
  EXPECT_EQ(acknowledge(desk.hub(), program, delivery.id, delivery.revision, {}).error().kind,
            ErrorKind::forbidden);
  const auto employee = desk.test.person(desk.firm_d(), {model::Role::employee});
  EXPECT_EQ(acknowledge(desk.hub(), employee, delivery.id, delivery.revision, {}).error().kind,
            ErrorKind::forbidden);
}

TEST(hand_over, is_recorded_by_the_station_with_name_and_role) {
  AlertDesk desk;
  const auto alert = desk.sent();
  const auto delivery = desk.delivery_to(alert, desk.firms[1]);
  const auto done = hand_over(desk.hub(), desk.test.station_officer_a(), delivery.id,
                              delivery.revision, {"架空 太郎", "総務部長", {}});
  ASSERT_TRUE(done) << done.error().text();
  EXPECT_EQ(done->handed_over->by, desk.test.station_officer_a().name);
  EXPECT_EQ(done->handed_over->to_role, "総務部長");
  EXPECT_FALSE(done->acknowledged);
  EXPECT_FALSE(desk.has_task(delivery.id.bytes, TaskKind::hand_over));
}

TEST(hand_over, may_bring_the_answer_along) {
  AlertDesk desk;
  const auto delivery = desk.delivery_to(desk.sent(), desk.firms[1]);
  const auto done =
      hand_over(desk.hub(), desk.test.station_officer_a(), delivery.id, delivery.revision,
                {"架空 太郎", "総務部長", model::AcknowledgementEdit{model::Yes::no, {}, ""}});
  ASSERT_TRUE(done);
  EXPECT_EQ(done->acknowledged->by, desk.test.station_officer_a().name);
}

TEST(hand_over, needs_name_and_role_and_the_right_station) {
  AlertDesk desk;
  const auto delivery = desk.delivery_to(desk.sent(), desk.firms[1]);
  const auto blank = hand_over(desk.hub(), desk.test.station_officer_a(), delivery.id,
                               delivery.revision, {" ", "", {}});
  ASSERT_FALSE(blank);
  EXPECT_EQ(blank.error().issues.size(), 2U);
  EXPECT_EQ(hand_over(desk.hub(), desk.test.station_officer_b(), delivery.id, delivery.revision,
                      {"a", "b", {}})
                .error()
                .kind,
            ErrorKind::not_found);
  EXPECT_EQ(hand_over(desk.hub(), desk.officer_d(), delivery.id, delivery.revision, {"a", "b", {}})
                .error()
                .kind,
            ErrorKind::forbidden);
}

TEST(staff_version, is_for_everybody_at_a_recipient_and_holds_no_person) {
  AlertDesk desk;
  const auto alert = desk.sent();
  const auto employee = desk.test.person(desk.firm_d(), {model::Role::employee});
  const auto words = read_staff_version(desk.hub(), employee, alert.id);
  ASSERT_TRUE(words) << words.error().text();
  EXPECT_EQ(*words, alert.text.staff_version);
  EXPECT_EQ(read_staff_version(desk.hub(), desk.test.officer_c(), alert.id).error().kind,
            ErrorKind::not_found);
}

TEST(staff_version, stays_with_the_officer_where_pap_does_not_allow_warning) {
  AlertDesk desk;
  auto alert = desk.draft();
  auto edit = AlertDesk::edit_of(alert);
  edit.marking = alert.marking;
  edit.marking->pap = model::Pap::amber;
  alert = edit_alert(desk.hub(), desk.test.analyst(), alert.id, alert.revision, edit).value();
  alert = desk.step(desk.test.analyst(), alert, Kind::submit).value();
  desk.open_sources(desk.test.approver(), alert);
  alert = desk.step(desk.test.approver(), alert, Kind::approve).value();
  alert = desk.step(desk.test.analyst(), alert, Kind::send).value();
  const auto employee = desk.test.person(desk.firm_d(), {model::Role::employee});
  EXPECT_FALSE(read_staff_version(desk.hub(), employee, alert.id));
}

}  // namespace
}  // namespace workflow
