#include "steps/intake/entities.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using model::EntityKind;
using testing::ElementsAre;
using testing::IsEmpty;

/// "kind value" of every entity.
std::vector<std::string> found(std::string_view text) {
  std::vector<std::string> result;
  for (const auto& entity : intake::find_entities(text::fold_text(text)))
    result.push_back(std::string(base::word_of(entity.kind)) + " " + entity.value);
  return result;
}

TEST(entities, phones_become_e164_where_obvious) {
  EXPECT_THAT(found("携帯は０９０－１２３４－５６７８です"), ElementsAre("phone +819012345678"));
  EXPECT_THAT(found("Call 03-1234-5678."), ElementsAre("phone +81312345678"));
  EXPECT_THAT(found("+81 (0)90 1234 5678"), ElementsAre("phone +819012345678"));
  EXPECT_THAT(found("+44 20 7946 0018"), ElementsAre("phone +442079460018"));
  EXPECT_THAT(found("010-7-495-123-4567"), ElementsAre("phone +74951234567"));
  EXPECT_THAT(found("0120-123-456"), ElementsAre("phone +81120123456"));
}

TEST(entities, other_numbers_are_no_phones) {
  EXPECT_THAT(found("注文番号 1234567890123、部屋 0312"), IsEmpty());
  EXPECT_THAT(found("12-34-56 and 0000000000"), IsEmpty());
}

TEST(entities, mails_urls_and_handles) {
  EXPECT_THAT(found("Write to Taro.Yamada@Example.CO.JP, please."),
              ElementsAre("email taro.yamada@example.co.jp"));
  EXPECT_THAT(found("メールはbob@example.comまで"), ElementsAre("email bob@example.com"));
  EXPECT_THAT(found("see https://Example.com/a?b=c). and www.example.org"),
              ElementsAre("url https://example.com/a?b=c", "url https://www.example.org"));
  EXPECT_THAT(found("linkedin.com/in/someone"), ElementsAre("url https://linkedin.com/in/someone"));
  EXPECT_THAT(found("LINE ID: yama_do9"), ElementsAre("handle line:yama_do9"));
  EXPECT_THAT(found("WeChatのIDはwx-12345です"), ElementsAre("handle wechat:wx-12345"));
  EXPECT_THAT(found("his Telegram is @some_one."), ElementsAre("handle telegram:some_one"));
  EXPECT_THAT(found("my line manager said"), IsEmpty());
}

TEST(entities, dates_become_edtf) {
  EXPECT_THAT(found("令和4年12月1日"), ElementsAre("date 2022-12-01"));
  EXPECT_THAT(found("令和元年5月"), ElementsAre("date 2019-05"));
  EXPECT_THAT(found("R4.12.1"), ElementsAre("date 2022-12-01"));
  EXPECT_THAT(found("２０２１年５月３日"), ElementsAre("date 2021-05-03"));
  EXPECT_THAT(found("2020年12月頃"), ElementsAre("date 2020-12~"));
  EXPECT_THAT(found("5月3日に会った"), ElementsAre("date XXXX-05-03"));
  EXPECT_THAT(found("on 2021-05-03, 2021/5/4 and 2021-06"),
              ElementsAre("date 2021-05-03", "date 2021-05-04", "date 2021-06"));
  EXPECT_THAT(found("3 May 2021"), ElementsAre("date 2021-05-03"));
  EXPECT_THAT(found("on the 3rd of May"), ElementsAre("date XXXX-05-03"));
  EXPECT_THAT(found("May 3, 2021"), ElementsAre("date 2021-05-03"));
  EXPECT_THAT(found("around Sept. 2021").size(), 0U);
  EXPECT_THAT(found("around Sep 2021"), ElementsAre("date 2021-09~"));
}

TEST(entities, impossible_dates_and_plain_words_are_no_dates) {
  EXPECT_THAT(found("2021-13-40"), IsEmpty());
  EXPECT_THAT(found("2021年2月29日に").size(), 0U);
  EXPECT_THAT(found("you may go, march on"), IsEmpty());
}

TEST(entities, money_has_currency_and_amount) {
  EXPECT_THAT(found("50,000円と3万円と5千円"),
              ElementsAre("money JPY 50000", "money JPY 30000", "money JPY 5000"));
  EXPECT_THAT(found("¥5,000 or $1,500.50"), ElementsAre("money JPY 5000", "money USD 1500.5"));
  EXPECT_THAT(found("500 dollars, 20 thousand yen"),
              ElementsAre("money USD 500", "money JPY 20000"));
  EXPECT_THAT(found("三万円"), ElementsAre("money JPY 30000"));
  EXPECT_THAT(found("数万円"), ElementsAre("money "));
  EXPECT_THAT(found("100円ショップ"), ElementsAre("money JPY 100"));
  EXPECT_THAT(found("円の形、千の風"), IsEmpty());
}

TEST(entities, loose_dates_and_sums_need_a_word_beside_them) {
  EXPECT_THAT(found("in the spring of 2020, since 2021 and in June"),
              ElementsAre("date 2020-21", "date 2021", "date XXXX-06"));
  EXPECT_THAT(found("2021年の春ごろ"), ElementsAre("date 2021-21~"));
  EXPECT_THAT(found("on 15 April."), ElementsAre("date XXXX-04-15"));
  EXPECT_THAT(found("in 2000 yen, 2021 pieces"), ElementsAre("money JPY 2000"));
  EXPECT_THAT(found("half a million yen and 50 000 JPY"),
              ElementsAre("money JPY 500000", "money JPY 50000"));
  EXPECT_THAT(found("a dollar is a dollar"), IsEmpty());
}

/// "kind words" of every entity.
std::vector<std::string> named(std::string_view text) {
  std::vector<std::string> result;
  for (const auto& entity : intake::find_entities(text::fold_text(text)))
    result.push_back(std::string(base::word_of(entity.kind)) + " " + entity.quote.text);
  return result;
}

TEST(entities, names_are_told_by_what_stands_beside_them) {
  EXPECT_THAT(named("I met Mr Arlen Voss of Harbour Optics Ltd in Osaka."),
              ElementsAre("person Arlen Voss", "organisation Harbour Optics Ltd", "place Osaka"));
  EXPECT_THAT(named("A man named Voss asked me about the furnace."), ElementsAre("person Voss"));
  EXPECT_THAT(
      named("ミナト精機株式会社の森下課長と、リー・ウェイと名乗る男性に横浜市で会いました。"),
      ElementsAre("organisation ミナト精機株式会社", "person 森下", "person リー・ウェイ",
                  "place 横浜市"));
}

TEST(entities, roles_months_and_common_nouns_are_no_names) {
  EXPECT_THAT(named("On Monday the Security Manager and I asked the visitor to leave."), IsEmpty());
  EXPECT_THAT(named("お客さんと担当部長が最寄り駅の近くの大学に行きました。"), IsEmpty());
}

TEST(entities, quotes_point_to_the_words_as_written) {
  const std::string text = "番号は（０９０）１２３４－５６７８。";
  const auto entities = intake::find_entities(text::fold_text(text));
  ASSERT_EQ(entities.size(), 1U);
  EXPECT_EQ(entities[0].quote.text, "（０９０）１２３４－５６７８");
  EXPECT_EQ(entities[0].quote.start, 3U);
  EXPECT_EQ(entities[0].quote.end, 17U);
  EXPECT_EQ(entities[0].value, "+819012345678");
}

}  // namespace
