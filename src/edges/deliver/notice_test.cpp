#include "edges/deliver/notice.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace deliver {
namespace {

using testing::HasSubstr;
using testing::Not;
using Kind = model::Alert::Step::Kind;

model::Alert alert() {
  model::Alert made;
  made.id.bytes.back() = 1;
  made.state = model::AlertState::sent;
  made.author = "analyst";
  made.contrary_evidence = "may be harmless";
  made.text.title = {"品川区での接触", "Approaches in Shinagawa"};
  made.text.person = {"セルゲイ", "Sergey"};
  made.marking.tlp = model::Tlp::red;
  model::Recipient recipient;
  recipient.organisation_key = "firm-a";
  made.audience = {recipient};
  made.steps = {{Kind::submitted, "analyst", "bureau", {}, ""},
                {Kind::approved, "approver", "bureau", {}, ""}};
  return made;
}

share::Cleared<model::Delivery> cleared(const model::Alert& alert) {
  model::Delivery delivery;
  delivery.alert = alert.id;
  delivery.organisation_key = "firm-a";
  return *share::clear_for(delivery, alert, {share::Audience::Reach::named, "firm-a"});
}

Envelope envelope() {
  return {"kizuki@hub.example", "officer@firm.example", "https://hub.example/inbox",
          "1.notice@hub.example", *base::parse_utc("2026-06-01T00:00:00Z")};
}

TEST(notice_mail, says_where_to_sign_in_in_both_languages_and_nothing_of_the_alert) {
  for (auto occasion :
       {Occasion::notice, Occasion::correction, Occasion::reminder, Occasion::follow_up}) {
    auto mail = notice_mail(*alert::approved_from(alert()), cleared(alert()), occasion, envelope());
    ASSERT_TRUE(mail);
    auto words = mail->subject + mail->body;
    EXPECT_THAT(words, HasSubstr("サインイン"));
    EXPECT_THAT(words, HasSubstr("sign in"));
    EXPECT_THAT(mail->body, HasSubstr("https://hub.example/inbox"));
    for (const auto* secret : {"品川", "Shinagawa", "セルゲイ", "Sergey", "firm-a", "RED"})
      EXPECT_THAT(words, Not(HasSubstr(secret)));
    EXPECT_TRUE(compose(*mail));
  }
}

TEST(notice_mail, takes_no_delivery_of_another_alert) {
  auto other = alert();
  other.id.bytes.back() = 2;
  auto refused =
      notice_mail(*alert::approved_from(other), cleared(alert()), Occasion::notice, envelope());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, base::ErrorKind::refused);
}

TEST(message_id, is_the_same_for_the_same_unique_part) {
  EXPECT_EQ(message_id("7.notice", "kizuki@hub.example"), "7.notice@hub.example");
  EXPECT_EQ(message_id("7.notice", "kizuki"), "7.notice@localhost");
}

}  // namespace
}  // namespace deliver
