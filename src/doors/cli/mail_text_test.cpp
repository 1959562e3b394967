#include "doors/cli/mail_text.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "doors/cli/mail_encoding.h"

namespace cli {
namespace {

TEST(mail_text, a_plain_mail_gives_its_words) {
  const auto mail =
      read_mail("From: taro@firm.example\r\nSubject: odd\r\n\r\nHe asked the way.\r\n");
  ASSERT_TRUE(mail) << mail.error().text();
  EXPECT_EQ(mail->subject, "odd");
  EXPECT_EQ(mail->sender, "taro@firm.example");
  EXPECT_EQ(mail->body, "He asked the way.");
}

TEST(mail_text, the_plain_part_of_nested_parts_is_taken_and_attachments_are_passed_over) {
  const auto mail = read_mail(
      "From: a@b.example\nContent-Type: multipart/mixed;\n boundary=outer\n\n"
      "--outer\nContent-Type: text/plain\nContent-Disposition: attachment\n\nnot this\n"
      "--outer\nContent-Type: multipart/alternative; boundary=\"inner\"\n\n"
      "--inner\nContent-Type: text/html\n\n<p>nor this</p>\n"
      "--inner\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
      "6YGT44KS6IGe44GL44KM44Gf\n--inner--\n--outer--\n");
  ASSERT_TRUE(mail) << mail.error().text();
  EXPECT_EQ(mail->body, "道を聞かれた");
}

TEST(mail_text, a_mail_without_sender_or_plain_text_is_refused) {
  const auto headless = read_mail("Hello\n");
  ASSERT_FALSE(headless);
  EXPECT_EQ(headless.error().issues.front().pointer, "from");
  const auto html = read_mail("From: a@b.example\nContent-Type: text/html\n\n<b>x</b>\n");
  ASSERT_FALSE(html);
  EXPECT_EQ(html.error().issues.front().pointer, "content-type");
}

TEST(mail_text, parts_without_end_do_not_run_deeper_than_eight) {
  std::string mail = "From: a@b.example\n";
  for (int depth = 0; depth < 50; ++depth)
    mail += fmt::format("Content-Type: multipart/mixed; boundary=b{0}\n\n--b{0}\n", depth);
  EXPECT_FALSE(read_mail(mail + "\nwords\n--b49--\n"));
}

TEST(mail_encoding, encoded_words_are_joined_and_decoded) {
  EXPECT_EQ(decode_words("=?UTF-8?B?6YGT?= =?UTF-8?Q?=E3=82=92_x?= y"), "道を x y");
  EXPECT_EQ(decode_words("=?ISO-2022-JP?B?GyRCRjsbKEI=?="), "道");
  EXPECT_EQ(decode_words("=?broken"), "=?broken");
}

TEST(mail_encoding, quoted_printable_keeps_what_is_no_escape) {
  EXPECT_EQ(decode_quoted_printable("a=3Db=\r\nc=ZZ="), "a=bc=ZZ=");
}

TEST(mail_encoding, broken_bytes_become_valid_text) {
  EXPECT_EQ(to_utf8("a\xFF"
                    "b",
                    "UTF-8"),
            "a?b");
  EXPECT_EQ(to_utf8("caf\xE9", "no-such-charset"), "café");
}

}  // namespace
}  // namespace cli
