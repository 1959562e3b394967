#include "steps/normalise/online.h"

#include <gtest/gtest.h>

namespace normalise {
namespace {

TEST(email, is_folded_and_loses_its_tag) {
  EXPECT_EQ(email_of(" Taro.Yamada+News@Example.JP "), "taro.yamada@example.jp");
  EXPECT_EQ(email_of("mailto:a@example.jp"), "a@example.jp");
  EXPECT_EQ(email_of("ａ＠example.jp"), "a@example.jp");
  EXPECT_EQ(email_of("a(at)example.jp"), "a@example.jp");
}

TEST(email, dots_do_not_matter_where_the_provider_ignores_them) {
  EXPECT_EQ(email_of("a.b.c@googlemail.com"), email_of("abc@gmail.com"));
  EXPECT_NE(email_of("a.b@example.jp"), email_of("ab@example.jp"));
}

TEST(email, what_is_none_gives_nothing) {
  for (const auto* text : {"", "a", "@example.jp", "a@b", "a@b@example.jp", "a@.jp",
                           "a@example..jp", "a@exam,ple.jp", "<a@example.jp>"})
    EXPECT_EQ(email_of(text), std::nullopt) << text;
}

TEST(handle, services_have_one_name) {
  EXPECT_EQ(handle_of("微信", "Abc"), "wechat:abc");
  EXPECT_EQ(handle_of("WeChat", "abc"), "wechat:abc");
  EXPECT_EQ(handle_of("Twitter", "@Abc"), "x:abc");
  EXPECT_EQ(handle_of("ライン", "ID:abc"), "line:abc");
  EXPECT_EQ(handle_of("newservice", "abc"), "newservice:abc");
  EXPECT_EQ(handle_of("line", " @ "), std::nullopt);
}

TEST(handle, a_profile_address_is_the_account) {
  EXPECT_EQ(handle_of("telegram", "https://t.me/Abc"), "telegram:abc");
  EXPECT_EQ(handle_of("", "https://www.linkedin.com/in/abc-1/?x=y"), "linkedin:abc1");
}

TEST(handle, separators_do_not_matter) {
  for (const auto* id : {"lin_study-88", "LIN.STUDY88", "lin study 88"})
    EXPECT_EQ(handle_of("line", id), "line:linstudy88") << id;
  EXPECT_EQ(handle_of_url("t.me/lin_study88"), "telegram:linstudy88");
}

TEST(handle, a_messenger_account_may_be_a_telephone) {
  EXPECT_EQ(handle_of("WhatsApp", "+81 90-1234-5678"), "whatsapp:+819012345678");
  EXPECT_EQ(phone_of_handle("whatsapp:+819012345678"), "+819012345678");
  EXPECT_EQ(phone_of_handle("whatsapp:abc"), std::nullopt);
  EXPECT_EQ(phone_of_handle("x:+819012345678"), std::nullopt);
}

TEST(url, keeps_host_and_path) {
  EXPECT_EQ(url_of("https://www.Example.jp:8443/People/A/?q=1#top"), "example.jp/people/a");
  EXPECT_EQ(url_of("example.jp"), "example.jp");
}

TEST(url, front_pages_of_platforms_and_prose_give_nothing) {
  for (const auto* text : {"https://www.linkedin.com/", "", "no page", "http://", "localhost"})
    EXPECT_EQ(url_of(text), std::nullopt) << text;
}

TEST(url, of_a_profile_shows_the_account) {
  EXPECT_EQ(handle_of_url("x.com/abc/status"), "x:abc");
  EXPECT_EQ(handle_of_url("example.jp/abc"), std::nullopt);
}

}  // namespace
}  // namespace normalise
