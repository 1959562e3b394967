#include "edges/deliver/smtp_mailer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "edges/deliver/test_smtp_server.h"

namespace deliver {
namespace {

using base::ErrorKind;
using testing::HasSubstr;
using testing::Not;

Mail mail_to(std::string to) {
  return {"kizuki@hub.example", std::move(to),
          "警戒情報",           "サインインしてください\n",
          "abc.1@hub.example",  *base::parse_utc("2026-06-01T03:04:05Z")};
}

SmtpSettings at(const std::string& url) {
  SmtpSettings settings;
  settings.url = url;
  return settings;
}

SmtpSettings at(const SmtpServer& server) {
  return at(server.url());
}

class smtp_mailer : public testing::Test {
 protected:
  void SetUp() override {
    if (!SmtpServer::is_installed()) GTEST_SKIP() << "python3-aiosmtpd is not installed";
  }
};

TEST_F(smtp_mailer, hands_a_mail_to_the_server) {
  SmtpServer server(KIZUKI_SOURCE_DIR);
  SmtpMailer mailer(at(server));
  ASSERT_TRUE(mailer.send(mail_to("officer@firm.example")));
  ASSERT_EQ(server.count(), 1);
  EXPECT_EQ(server.envelope(1), "kizuki@hub.example\nofficer@firm.example\nplain\n");
  EXPECT_THAT(server.mail(1), HasSubstr("Message-ID: <abc.1@hub.example>\r\n"));
  EXPECT_EQ(server.mail(1), *compose(mail_to("officer@firm.example")));
}

TEST_F(smtp_mailer, tells_a_refusal_for_ever_from_one_for_now) {
  SmtpServer server(KIZUKI_SOURCE_DIR);
  SmtpMailer mailer(at(server));
  auto refused = mailer.send(mail_to("refuse@firm.example"));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::refused);
  EXPECT_THAT(refused.error().text(), HasSubstr("550"));
  EXPECT_THAT(refused.error().text(), Not(HasSubstr("firm.example")));
  auto full = mailer.send(mail_to("full@firm.example"));
  ASSERT_FALSE(full);
  EXPECT_EQ(full.error().kind, ErrorKind::refused);
  EXPECT_EQ(server.count(), 0);
}

TEST_F(smtp_mailer, comes_through_greylisting_on_the_second_try) {
  SmtpServer server(KIZUKI_SOURCE_DIR);
  SmtpMailer mailer(at(server));
  auto first = mailer.send(mail_to("grey@firm.example"));
  ASSERT_FALSE(first);
  EXPECT_EQ(first.error().kind, ErrorKind::unavailable);
  EXPECT_TRUE(mailer.send(mail_to("grey@firm.example")));
  EXPECT_EQ(server.count(), 1);
}

TEST_F(smtp_mailer, a_server_that_hangs_up_in_the_middle_is_tried_again) {
  SmtpServer server(KIZUKI_SOURCE_DIR);
  SmtpMailer mailer(at(server));
  auto dropped = mailer.send(mail_to("hangup@firm.example"));
  ASSERT_FALSE(dropped);
  EXPECT_EQ(dropped.error().kind, ErrorKind::unavailable);
  EXPECT_EQ(server.count(), 0);
}

TEST_F(smtp_mailer, uses_starttls_where_it_is_offered) {
  SmtpServer server(KIZUKI_SOURCE_DIR, SmtpServer::Offers::starttls);
  SmtpMailer mailer(at(server));
  ASSERT_TRUE(mailer.send(mail_to("officer@firm.example")));
  EXPECT_THAT(server.envelope(1), HasSubstr("\ntls\n"));
}

/// The test server under an address that is not taken for this machine's own.
std::string url_from_outside(const SmtpServer& server, const std::string& credentials) {
  auto url = server.url();
  const auto host = url.find("127.0.0.1");
  return url.replace(host, 9, credentials + "0.0.0.0");
}

TEST_F(smtp_mailer, sends_no_password_and_no_mail_where_tls_is_not_offered) {
  SmtpServer server(KIZUKI_SOURCE_DIR);
  SmtpMailer with_password(at(url_from_outside(server, "hub:a%20fictional%20word@")));
  const auto failed = with_password.send(mail_to("officer@firm.example"));
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().kind, ErrorKind::unavailable);
  EXPECT_THAT(failed.error().text(), HasSubstr("offers no TLS"));
  EXPECT_EQ(server.count(), 0);
  SmtpMailer without(at(url_from_outside(server, "")));
  EXPECT_TRUE(without.send(mail_to("officer@firm.example")));
}

TEST_F(smtp_mailer, needs_no_tls_for_a_password_on_the_same_machine) {
  SmtpServer server(KIZUKI_SOURCE_DIR);
  auto url = server.url();
  url.insert(url.find("127.0.0.1"), "hub:word@");
  EXPECT_TRUE(SmtpMailer(at(url)).send(mail_to("officer@firm.example")));
}

TEST_F(smtp_mailer, no_server_at_all_is_for_now) {
  std::string url;
  {
    SmtpServer gone(KIZUKI_SOURCE_DIR);
    url = gone.url();
  }
  SmtpMailer mailer(at(url));
  auto failed = mailer.send(mail_to("officer@firm.example"));
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().kind, ErrorKind::unavailable);
}

TEST_F(smtp_mailer, does_not_knock_again_at_once_where_nobody_answered) {
  std::string url;
  {
    SmtpServer gone(KIZUKI_SOURCE_DIR);
    url = gone.url();
  }
  SmtpMailer mailer(at(url));
  EXPECT_THAT(mailer.send(mail_to("officer@firm.example")).error().text(), HasSubstr("curl 7"));
  EXPECT_THAT(mailer.send(mail_to("officer@firm.example")).error().text(), HasSubstr("just now"));
  auto without_pause = at(url);
  without_pause.pause = {};
  SmtpMailer eager(without_pause);
  EXPECT_FALSE(eager.send(mail_to("officer@firm.example")));
  EXPECT_THAT(eager.send(mail_to("officer@firm.example")).error().text(), HasSubstr("curl 7"));
}

TEST_F(smtp_mailer, a_malformed_mail_never_reaches_the_server) {
  SmtpServer server(KIZUKI_SOURCE_DIR);
  SmtpMailer mailer(at(server));
  auto bad = mailer.send(mail_to("a@b\r\nRCPT TO:<c@d>"));
  ASSERT_FALSE(bad);
  EXPECT_EQ(bad.error().kind, ErrorKind::invalid_input);
  EXPECT_EQ(server.count(), 0);
}

TEST(no_mailer, refuses_so_that_somebody_hands_the_alert_over) {
  NoMailer mailer;
  auto refused = mailer.send(mail_to("officer@firm.example"));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::refused);
}

}  // namespace
}  // namespace deliver
