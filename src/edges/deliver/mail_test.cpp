#include "edges/deliver/mail.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace deliver {
namespace {

using testing::HasSubstr;

Mail mail() {
  return {"kizuki@hub.example", "officer@firm.example", "A notice waits",
          "Sign in.\n",         "abc.1@hub.example",    *base::parse_utc("2026-06-01T03:04:05Z")};
}

TEST(address, plain_addresses_are_taken) {
  for (const auto* text : {"a@b", "first.last+tag@sub.firm-x.example", "kizuki@localhost"})
    EXPECT_TRUE(is_address(text)) << text;
}

TEST(address, what_could_break_a_header_or_an_envelope_is_not_taken) {
  for (const auto* text :
       {"", "a", "@b", "a@", "a b@c", "a@b c", "a@b\r\nBcc: x@y", "a@b>", "<a@b>", ".a@b", "a..b@c",
        "a@b..c", "a@b.", "\"a\"@b", "a@[127.0.0.1]", "a,b@c", "名@b", "a@例え.jp"})
    EXPECT_FALSE(is_address(text)) << text;
  EXPECT_FALSE(is_address(std::string(65, 'a') + "@b"));
  EXPECT_FALSE(is_address("a@" + std::string(253, 'b')));
}

TEST(mail, has_the_headers_of_rfc_5322) {
  auto text = compose(mail());
  ASSERT_TRUE(text);
  EXPECT_TRUE(text->starts_with(
      "From: kizuki@hub.example\r\nTo: officer@firm.example\r\n"
      "Subject: =?UTF-8?B?QSBub3RpY2Ugd2FpdHM=?=\r\n"
      "Date: Mon, 01 Jun 2026 03:04:05 +0000\r\nMessage-ID: <abc.1@hub.example>\r\n"
      "Auto-Submitted: auto-generated\r\n"));
  EXPECT_TRUE(text->ends_with("\r\n\r\nU2lnbiBpbi4NCg==\r\n"));
}

TEST(mail, splits_a_long_japanese_subject_between_characters) {
  auto long_one = mail();
  long_one.subject.clear();
  for (int count = 0; count < 40; ++count)
    long_one.subject += "警戒";
  auto text = compose(long_one);
  ASSERT_TRUE(text);
  auto subject = text->substr(text->find("Subject: "));
  subject.resize(subject.find("\r\nDate"));
  std::size_t line_start = 0;
  while (line_start < subject.size()) {
    auto line_end = std::min(subject.find("\r\n", line_start), subject.size());
    EXPECT_LE(line_end - line_start, 76U);
    line_start = line_end + 2;
  }
  // 39 bytes are thirteen kanji, so a word of kanji alone ends without padding.
  EXPECT_THAT(subject, Not(HasSubstr("=?=\r\n")));
}

TEST(mail, refuses_every_way_to_add_a_header) {
  auto bad = mail();
  bad.subject = "x\r\nBcc: other@firm.example";
  EXPECT_FALSE(compose(bad));
  bad = mail();
  bad.to = "a@b\nBcc: c@d";
  EXPECT_FALSE(compose(bad));
  bad = mail();
  bad.from = "a@b\rX: y";
  EXPECT_FALSE(compose(bad));
  bad = mail();
  bad.message_id = "a@b>\r\nX: y";
  auto refused = compose(bad);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().issues.front().pointer, "message_id");
}

TEST(mail, keeps_body_lines_within_76_characters) {
  auto long_one = mail();
  long_one.body = std::string(1000, 'x') + "\r\n.\r\nBcc: nobody\n";
  auto text = compose(long_one);
  ASSERT_TRUE(text);
  auto body = text->substr(text->find("\r\n\r\n") + 4);
  EXPECT_EQ(body.find("Bcc"), body.npos);
  EXPECT_EQ(body.find("\r\n"), 76U);
}

}  // namespace
}  // namespace deliver
