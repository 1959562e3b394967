#include "work/workflow/correct_alert.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "work/workflow/acknowledge_alert.h"
#include "work/workflow/test_alerts.h"

namespace workflow {
namespace {

using base::ErrorKind;
using for_tests::AlertDesk;
using model::AlertState;
using model::TaskKind;
using testing::Contains;
using Kind = AlertStep::Kind;

TEST(correct_alert, reaches_everyone_who_received_it) {
  AlertDesk desk;
  auto alert = desk.sent();
  alert = desk.step(desk.test.analyst(), alert, Kind::correct, "one report was of another").value();
  EXPECT_EQ(alert.state, AlertState::sent);
  for (const auto& recipient : alert.audience) {
    model::Organisation firm;
    firm.id = recipient.organisation;
    firm.key = recipient.organisation_key;
    EXPECT_EQ(desk.delivery_to(alert, firm, 1).correction_text.en, "one report was of another");
  }
  const auto inbox = read_inbox(desk.hub(), desk.officer_d(), {}).value();
  ASSERT_EQ(inbox.items.size(), 2U);
  EXPECT_EQ(inbox.items[0].delivery.correction, 1);
}

TEST(correct_alert, a_second_correction_has_the_next_number) {
  AlertDesk desk;
  auto alert = desk.sent();
  alert = desk.step(desk.test.analyst(), alert, Kind::correct, "first").value();
  alert = desk.step(desk.test.approver(), alert, Kind::cancel, "second").value();
  EXPECT_EQ(alert.state, AlertState::cancelled);
  EXPECT_EQ(desk.delivery_to(alert, desk.firm_d(), 2).correction_text.en, "second");
  EXPECT_FALSE(desk.step(desk.test.analyst(), alert, Kind::correct, "third"));
}

TEST(correct_alert, needs_words_in_both_languages_that_name_nobody) {
  AlertDesk desk;
  const auto alert = desk.sent();
  EXPECT_EQ(correct_alert(desk.hub(), desk.test.analyst(), alert.id, alert.revision, {"訂正", ""})
                .error()
                .issues.front()
                .pointer,
            "/text/en");
  const auto named = correct_alert(desk.hub(), desk.test.analyst(), alert.id, alert.revision,
                                   {"架空の会社 firm-aの件です", "about them"});
  ASSERT_FALSE(named);
  EXPECT_EQ(named.error().kind, ErrorKind::refused);
}

TEST(correct_alert, only_of_what_was_sent) {
  AlertDesk desk;
  const auto refused = desk.step(desk.test.analyst(), desk.approved(), Kind::correct, "words");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::conflict);
}

TEST(cancel_alert, of_a_draft_needs_no_words_and_reaches_nobody) {
  AlertDesk desk;
  const auto alert = desk.step(desk.test.analyst(), desk.draft(), Kind::cancel);
  ASSERT_TRUE(alert) << alert.error().text();
  EXPECT_EQ(alert->state, AlertState::cancelled);
  EXPECT_TRUE(deliveries_of_alert(desk.hub(), desk.test.analyst(), alert->id)->empty());
}

TEST(cancel_alert, takes_a_public_notice_from_the_page) {
  AlertDesk desk;
  const auto alert = desk.sent(model::AlertProduct::public_notice);
  ASSERT_TRUE(desk.step(desk.test.approver(), alert, Kind::cancel, "it was a mistake"));
  EXPECT_TRUE(public_notices(desk.hub())->empty());
}

TEST(corrections, are_asked_for_when_a_dossier_or_report_falls) {
  AlertDesk desk;
  const auto alert = desk.sent();
  const auto draft = desk.draft();
  const auto analyst = desk.test.analyst();
  const auto asked = desk.test.database().write([&](db::Connection& connection) {
    return ask_corrections_of_dossier(desk.hub(), connection, analyst, desk.dossier, desk.report_b);
  });
  EXPECT_EQ(asked, 1U);
  EXPECT_TRUE(desk.has_task(alert.id.bytes, TaskKind::correct_alert));
  EXPECT_FALSE(desk.has_task(draft.id.bytes, TaskKind::correct_alert));
  const auto again = desk.test.database().write([&](db::Connection& connection) {
    return ask_corrections_of_report(desk.hub(), connection, analyst, desk.report_a);
  });
  EXPECT_EQ(again, 1U);
  ASSERT_TRUE(desk.step(desk.test.analyst(), alert, Kind::correct, "one report fell"));
  EXPECT_FALSE(desk.has_task(alert.id.bytes, TaskKind::correct_alert));
}

TEST(corrections, are_asked_for_where_a_link_that_joined_both_sources_is_undone) {
  AlertDesk desk;
  const auto alert = desk.sent();
  const auto analyst = desk.test.analyst();
  const auto count = [&](base::Id<model::Report> left, base::Id<model::Report> right) {
    model::LinkProposal link;
    link.left.report = left;
    link.right.report = right;
    return desk.test.database().write([&](db::Connection& connection) {
      return ask_corrections_of_link(desk.hub(), connection, analyst, link);
    });
  };
  EXPECT_EQ(count(desk.report_a, {}), 0U);
  EXPECT_EQ(count(desk.report_a, desk.report_b), 1U);
  EXPECT_TRUE(desk.has_task(alert.id.bytes, TaskKind::correct_alert));
}

TEST(expire_alert, tells_everyone_when_the_day_has_come) {
  AlertDesk desk;
  const auto alert = desk.sent();
  desk.test.clock.set(alert.expires_at - std::chrono::seconds(1));
  desk.run_all_jobs();
  EXPECT_EQ(open_alert(desk.hub(), desk.test.analyst(), alert.id, "alert")->alert.state,
            AlertState::sent);
  desk.test.clock.set(alert.expires_at);
  desk.run_all_jobs();
  EXPECT_EQ(open_alert(desk.hub(), desk.test.analyst(), alert.id, "alert")->alert.state,
            AlertState::expired);
  EXPECT_FALSE(desk.delivery_to(alert, desk.firm_d(), 1).correction_text.ja.empty());
  EXPECT_THAT(desk.test.recorded_actions(), Contains("alert.expire"));
}

TEST(expire_alert, leaves_a_cancelled_one_alone) {
  AlertDesk desk;
  auto alert = desk.sent();
  alert = desk.step(desk.test.analyst(), alert, Kind::cancel, "it was a mistake").value();
  desk.test.clock.set(alert.expires_at);
  desk.run_all_jobs();
  EXPECT_EQ(open_alert(desk.hub(), desk.test.analyst(), alert.id, "alert")->alert.state,
            AlertState::cancelled);
}

}  // namespace
}  // namespace workflow
