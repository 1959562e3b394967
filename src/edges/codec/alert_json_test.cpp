#include "edges/codec/alert_json.h"

#include <gtest/gtest.h>

namespace codec {
namespace {

model::AlertText text() {
  model::AlertText text;
  text.title = {"題", "title"};
  text.method = {"手口", "method"};
  text.signs = {{"兆候", "sign"}};
  text.do_this_week = {{"今週", "this week"}};
  return text;
}

model::Alert alert() {
  model::Alert made;
  made.id.bytes[15] = 1;
  made.organisation.bytes[15] = 2;
  made.sources.resize(2);
  made.text = text();
  model::Recipient recipient;
  recipient.organisation_key = "firm-a";
  recipient.reasons = {{"risk_sector", {"semiconductor"}, 1.5, std::nullopt, std::nullopt}};
  recipient.excluded = true;
  recipient.excluded_reason = "told in person";
  made.audience = {recipient};
  made.contrary_evidence = "may be a passer-by";
  made.author = "analyst";
  made.expires_at = *base::parse_utc("2026-12-01T00:00:00Z");
  made.held_until = made.expires_at;
  made.steps = {
      {model::Alert::Step::Kind::hold_asked, "approver", "bureau", made.expires_at, "why"}};
  made.revision = 4;
  return made;
}

TEST(alert_json, reads_back_what_it_wrote) {
  auto written = encode(alert());
  auto read_back = decode<model::Alert>(written);
  ASSERT_TRUE(read_back) << read_back.error().text();
  EXPECT_EQ(encode(*read_back), written);
  EXPECT_EQ(read_back->text, alert().text);
  EXPECT_EQ(read_back->audience, alert().audience);
  EXPECT_EQ(read_back->steps.at(0).kind, model::Alert::Step::Kind::hold_asked);
  EXPECT_EQ(read_back->held_until, alert().held_until);
}

TEST(alert_json, leaves_out_what_is_not_there) {
  auto plain = alert();
  plain.held_until.reset();
  auto written = encode(plain);
  EXPECT_EQ(written.find("held_until"), written.npos);
  EXPECT_EQ(written.find("\"dossier\""), written.npos);
  EXPECT_EQ(written.find("sent_at"), written.npos);
}

TEST(alert_json, an_edit_needs_a_reason_for_each_exclusion) {
  model::AlertEdit edit;
  edit.text = text();
  edit.contrary_evidence = "c";
  edit.expires_at = alert().expires_at;
  edit.exclude = {{alert().organisation, "told in person"}};
  EXPECT_EQ(decode<model::AlertEdit>(encode(edit)).value(), edit);
  edit.exclude[0].reason.clear();
  auto refused = decode<model::AlertEdit>(encode(edit));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().issues.front().pointer, "/exclude/0/reason");
}

TEST(alert_json, a_delivery_keeps_what_came_back) {
  model::Delivery delivery;
  delivery.id.bytes[15] = 3;
  delivery.organisation_key = "firm-a";
  delivery.notice = model::NoticeState::failed;
  delivery.notice_error = "550";
  delivery.handed_over = {"officer", "架空 太郎", "総務部長", alert().expires_at};
  delivery.acknowledged = {"officer", alert().expires_at, model::Yes::yes, 3, "seen"};
  delivery.follow_ups = {{30, model::Yes::no, "hanako", alert().expires_at, alert().expires_at}};
  auto read_back = decode<model::Delivery>(encode(delivery));
  ASSERT_TRUE(read_back) << read_back.error().text();
  EXPECT_EQ(encode(*read_back), encode(delivery));
  EXPECT_EQ(read_back->acknowledged->own_logs_hits, 3);
  EXPECT_EQ(read_back->follow_ups.at(0).contact_ceased, model::Yes::no);
}

TEST(alert_json, an_acknowledgement_cannot_count_below_zero) {
  EXPECT_TRUE(decode<model::AcknowledgementEdit>(R"({"seen_here_too":"yes","own_logs_hits":2})"));
  EXPECT_FALSE(decode<model::AcknowledgementEdit>(R"({"seen_here_too":"yes","own_logs_hits":-1})"));
  EXPECT_FALSE(decode<model::AcknowledgementEdit>(R"({"own_logs_hits":1})"));
}

TEST(alert_json, a_view_lists_what_stands_in_the_way) {
  model::AlertView view{alert(), {{"/contrary_evidence", "is empty", "write it"}}, {}};
  auto written = encode(view);
  EXPECT_NE(written.find(R"("problems":[{"pointer":"/contrary_evidence")"), written.npos);
}

}  // namespace
}  // namespace codec
