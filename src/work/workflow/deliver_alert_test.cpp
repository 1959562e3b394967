#include "work/workflow/deliver_alert.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "edges/deliver/test_smtp_server.h"
#include "work/workflow/test_alerts.h"

namespace workflow {
namespace {

using deliver::SmtpServer;
using for_tests::AlertDesk;
using model::NoticeState;
using model::TaskKind;
using testing::HasSubstr;
using testing::Not;
using Kind = AlertStep::Kind;

/// A desk whose mails go to a real server.
class deliver_alert : public testing::Test {
 protected:
  void SetUp() override {
    if (!SmtpServer::is_installed()) GTEST_SKIP() << "python3-aiosmtpd is not installed";
    server = std::make_unique<SmtpServer>(KIZUKI_SOURCE_DIR);
  }

  void open_desk(const std::string& address = std::string(for_tests::contact_address)) {
    desk = std::make_unique<AlertDesk>(address);
    desk->test.settings.smtp_url = server->url();
    desk->test.settings.mail_from = "kizuki@hub.example";
    desk->test.settings.public_url = "https://hub.example";
  }

  model::Delivery delivery(const model::Alert& alert) {
    return desk->delivery_to(alert, desk->firm_d());
  }

  std::unique_ptr<SmtpServer> server;
  std::unique_ptr<AlertDesk> desk;
};

TEST_F(deliver_alert, a_mail_without_content_says_where_to_sign_in) {
  open_desk();
  const auto alert = desk->sent();
  desk->run_all_jobs();
  ASSERT_EQ(server->count(), 1);
  EXPECT_EQ(server->envelope(1), "kizuki@hub.example\nofficer@firm-d.example\nplain\n");
  const auto sent = delivery(alert);
  EXPECT_EQ(sent.notice, NoticeState::sent);
  EXPECT_EQ(sent.notice_attempts, 1);
  EXPECT_FALSE(desk->has_task(sent.id.bytes, TaskKind::hand_over));
}

TEST_F(deliver_alert, a_refused_address_becomes_a_hand_over) {
  open_desk("refuse@firm-d.example");
  const auto alert = desk->sent();
  desk->run_all_jobs();
  const auto failed = delivery(alert);
  EXPECT_EQ(failed.notice, NoticeState::failed);
  EXPECT_THAT(failed.notice_error, HasSubstr("550"));
  EXPECT_THAT(failed.notice_error, Not(HasSubstr("firm-d")));
  EXPECT_TRUE(desk->has_task(failed.id.bytes, TaskKind::hand_over));
}

TEST_F(deliver_alert, a_greylisted_mail_shows_its_attempts_and_arrives_later) {
  open_desk("grey@firm-d.example");
  const auto alert = desk->sent();
  desk->run_all_jobs();
  EXPECT_EQ(server->count(), 0);
  const auto waiting = delivery(alert);
  EXPECT_EQ(waiting.notice, NoticeState::queued);
  EXPECT_EQ(waiting.notice_attempts, 1);
  EXPECT_THAT(waiting.notice_error, HasSubstr("451"));
  desk->test.clock.advance(std::chrono::minutes(1));
  desk->run_all_jobs();
  EXPECT_EQ(server->count(), 1);
  const auto arrived = delivery(alert);
  EXPECT_EQ(arrived.notice, NoticeState::sent);
  EXPECT_EQ(arrived.notice_attempts, 2);
  EXPECT_EQ(arrived.notice_error, "");
}

TEST_F(deliver_alert, a_server_that_always_hangs_up_is_given_up_after_a_day) {
  open_desk("hangup@firm-d.example");
  const auto alert = desk->sent();
  for (int hour = 0; hour < 40; ++hour) {
    desk->run_all_jobs();
    desk->test.clock.advance(std::chrono::hours(1));
  }
  const auto failed = delivery(alert);
  EXPECT_EQ(failed.notice, NoticeState::failed);
  EXPECT_EQ(failed.notice_attempts, 28);
  EXPECT_TRUE(desk->has_task(failed.id.bytes, TaskKind::hand_over));
}

TEST_F(deliver_alert, each_contact_gets_its_own_mail_and_one_arrival_counts) {
  open_desk("refuse@firm-d.example");
  desk->add_contact(desk->firm_d(), "second@firm-d.example");
  const auto alert = desk->sent();
  desk->run_all_jobs();
  EXPECT_EQ(server->count(), 1);
  EXPECT_EQ(delivery(alert).notice, NoticeState::sent);
  EXPECT_FALSE(desk->has_task(delivery(alert).id.bytes, TaskKind::hand_over));
}

TEST_F(deliver_alert, a_job_that_runs_again_after_its_end_sends_nothing) {
  open_desk();
  desk->sent();
  desk->run_all_jobs();
  const auto mail = desk->test.row("SELECT id FROM outbox").uuid(0);
  desk->test.database().write([&](db::Connection& connection) {
    store::enqueue(connection, {std::string(notice_job), mail, "", "test", desk->test.clock.now()});
  });
  desk->run_all_jobs();
  EXPECT_EQ(server->count(), 1);
}

TEST_F(deliver_alert, a_cancelled_alert_announces_only_its_cancellation) {
  open_desk();
  const auto alert = desk->sent();
  ASSERT_TRUE(desk->step(desk->test.analyst(), alert, Kind::cancel, "it was a mistake"));
  desk->run_all_jobs();
  EXPECT_EQ(server->count(), 1);
  EXPECT_EQ(delivery(alert).notice, NoticeState::not_needed);
  EXPECT_EQ(desk->delivery_to(alert, desk->firm_d(), 1).notice, NoticeState::sent);
}

TEST_F(deliver_alert, nothing_leaves_once_the_approval_is_gone) {
  open_desk();
  const auto alert = desk->sent();
  desk->test.change("UPDATE alert SET state = 'submitted'");
  desk->run_all_jobs();
  EXPECT_EQ(server->count(), 0);
  EXPECT_EQ(delivery(alert).notice, NoticeState::failed);
}

TEST_F(deliver_alert, a_contact_who_is_gone_gets_no_mail) {
  open_desk();
  const auto alert = desk->sent();
  desk->test.change("DELETE FROM contact");
  desk->run_all_jobs();
  EXPECT_EQ(server->count(), 0);
  EXPECT_EQ(delivery(alert).notice, NoticeState::failed);
  EXPECT_TRUE(desk->has_task(delivery(alert).id.bytes, TaskKind::hand_over));
}

TEST(deliver_alert_without_mail, a_hub_without_a_mail_server_leaves_it_to_the_station) {
  AlertDesk desk;
  const auto alert = desk.sent();
  desk.run_all_jobs();
  const auto failed = desk.delivery_to(alert, desk.firm_d());
  EXPECT_EQ(failed.notice, NoticeState::failed);
  EXPECT_TRUE(desk.has_task(failed.id.bytes, TaskKind::hand_over));
}

}  // namespace
}  // namespace workflow
