#include "steps/intake/read_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ground/model/table_for_tests.h"
#include "steps/intake/cues_for_tests.h"

namespace {

using model::Language;
using model::ReportKind;
using testing::AllOf;
using testing::Contains;
using testing::IsSupersetOf;
using testing::Not;

intake::ReadText read(std::string_view text) {
  return intake::read_text(text, std::nullopt, intake::for_tests::cues());
}

std::vector<std::string> ids(const std::vector<model::IndicatorHit>& hits) {
  std::vector<std::string> result;
  for (const auto& hit : hits)
    result.push_back(hit.id);
  return result;
}

std::vector<std::string> indicators(std::string_view text) {
  return ids(read(text).indicators);
}
std::vector<std::string> counters(std::string_view text) {
  return ids(read(text).counters);
}

constexpr std::string_view street_ja =
    "2020年12月頃、駅近くの路上で見知らぬ男から「道を教えてほしい」と声をかけられました。案内すると"
    "連絡先を聞かれ、お礼に飲みに行こうと誘われました。所属を聞いてもはぐらかして答えませんでした。"
    "同僚にも同じような接触があったそうです。";
constexpr std::string_view street_en =
    "A man stopped me outside our office and asked how to get to a hotel. He asked for my phone "
    "number and wanted to buy me dinner to thank me. He would not say where he worked. A colleague "
    "had been approached too, with the same story.";

TEST(read_text, finds_the_street_script_in_both_languages) {
  for (const auto text : {street_ja, street_en}) {
    EXPECT_THAT(indicators(text), IsSupersetOf({"AP1", "AP2", "AP3", "CV1", "SP3"})) << text;
    EXPECT_EQ(read(text).kind, ReportKind::contact);
  }
}

TEST(read_text, finds_a_relation_that_has_gone_far) {
  EXPECT_THAT(
      indicators(
          "月に1回ほど居酒屋で会うようになり、毎回相手が全額を払います。連絡先は交換せず、次に会う"
          "日時は別れ際に決めます。公開されているカタログを渡すと封筒に入った3万円を渡されました。"
          "次は研修資料を持ってきてほしいと言われ、会社には言わないでと頼まれました。"),
      IsSupersetOf({"DV1", "DV2", "HA1", "TE1", "TA4", "TA1", "DV5"}));
  EXPECT_THAT(
      indicators("We met every month for dinner; he always paid. He asked me to bring internal "
                 "documents and gave me an envelope with cash. He told me not to tell anyone "
                 "at the company. We fixed the next meeting face to face each time."),
      IsSupersetOf({"DV1", "DV2", "TA1", "TA4", "DV5", "HA1"}));
}

TEST(read_text, one_hit_stands_for_an_indicator_however_often_it_is_told) {
  const auto found = indicators("道を尋ねられた。また道を尋ねられた。さらに道を尋ねられた。");
  EXPECT_EQ(std::ranges::count(found, "AP1"), 1);
}

TEST(read_text, quotes_are_the_words_at_their_offsets_in_the_text_as_given) {
  const std::string text = "😀 昨日、ＬＩＮＥを交換しようと言われました。He asked the way.";
  const auto wide = text::fold_text(text).original;
  const auto result = read(text);
  ASSERT_THAT(ids(result.indicators), Contains("AP2"));
  for (const auto& hit : result.indicators)
    EXPECT_EQ(text::to_utf8(wide.substr(hit.quote.start, hit.quote.end - hit.quote.start)),
              hit.quote.text);
}

TEST(read_text, a_quote_shows_the_act) {
  const auto result = read(street_en);
  const auto directions = std::ranges::find(result.indicators, "AP1", &model::IndicatorHit::id);
  ASSERT_NE(directions, result.indicators.end());
  EXPECT_EQ(directions->quote.text, "asked how to get");
  EXPECT_EQ(directions->quote.start, 40U);
}

TEST(read_text, denied_acts_do_not_fire) {
  EXPECT_THAT(indicators("彼は電話番号を聞かなかった。名刺は交換していない。"), testing::IsEmpty());
  EXPECT_THAT(indicators("He did not ask for my number. I never met him again every month."),
              testing::IsEmpty());
  EXPECT_THAT(indicators("We did not exchange business cards."), Not(Contains("AP2")));
}

TEST(read_text, invitations_that_look_like_denials_fire) {
  EXPECT_THAT(indicators("飲みに行きませんかと言われました。"), Contains("AP3"));
  EXPECT_THAT(indicators("連絡先を教えてくれないかと聞かれた。"), Contains("AP2"));
}

TEST(read_text, what_the_reporter_asked_is_not_what_the_contact_asked) {
  EXPECT_THAT(indicators("I asked the way to the station and went home."), testing::IsEmpty());
}

TEST(read_text, advice_and_conditions_tell_no_event) {
  EXPECT_THAT(indicators("研修で、電話番号を聞かれても教えないようにと言われました。"),
              testing::IsEmpty());
  EXPECT_THAT(
      indicators("In the training we were told that a man asked for my number is a typical story."),
      testing::IsEmpty());
  EXPECT_THAT(indicators("What should I do if he asks for my phone number?"), testing::IsEmpty());
}

TEST(read_text, ordinary_words_need_a_phrase_that_is_not_ordinary) {
  EXPECT_THAT(indicators("現金で支払った。LINEで家族に連絡した。"), testing::IsEmpty());
  EXPECT_THAT(indicators("I lost my cash card and told your family."), testing::IsEmpty());
}

TEST(read_text, innocent_readings_are_found) {
  EXPECT_THAT(
      counters("駅までの道を聞かれました。お礼を言って去っていきました。その後連絡はありません。"),
      Contains("OK5"));
  EXPECT_THAT(counters("He thanked me and left. I never saw him again."), Contains("OK5"));
  EXPECT_THAT(
      counters("購買部を通じた話で、秘密保持契約もあります。会議室で上司が同席しました。請求書に"
               "基づく振込です。"),
      IsSupersetOf({"OK2", "OK3", "OK6"}));
  EXPECT_THAT(
      counters("I called the main number and they confirmed that he works there. It was approved "
               "by HR beforehand and there is an NDA."),
      IsSupersetOf({"OK1", "OK2", "OK4"}));
  EXPECT_THAT(counters("会社の代表番号に電話して在籍を確認しました。事前に届出を出しています。"),
              IsSupersetOf({"OK1", "OK4"}));
}

TEST(read_text, a_denied_innocent_reading_does_not_count) {
  EXPECT_THAT(counters("秘密保持契約は結んでいない。"), Not(Contains("OK2")));
}

struct KindCase {
  ReportKind kind;
  std::string_view text;
};
class kind_of_text : public testing::TestWithParam<KindCase> {};

TEST_P(kind_of_text, is_recognised) {
  EXPECT_EQ(read(GetParam().text).kind, GetParam().kind);
}

INSTANTIATE_TEST_SUITE_P(
    read_text, kind_of_text,
    testing::Values(
        KindCase{ReportKind::insider,
                 "同僚が退職前に顧客リストをUSBにコピーして競合他社に持ち出していました。"},
        KindCase{ReportKind::insider,
                 "My colleague downloaded customer lists and sent them to a "
                 "competitor before he resigned."},
        KindCase{ReportKind::insider, "An employee sent research data to his wife's company."},
        KindCase{ReportKind::rumour, "隣の席の同僚は外国人なのでスパイではないかと思います。"},
        KindCase{ReportKind::rumour,
                 "I have a new colleague; people say she might be a spy because of "
                 "her accent."},
        KindCase{ReportKind::protected_,
                 "新聞記者から取材の申し込みがあり、会社の方針を質問されました。"},
        KindCase{ReportKind::protected_, "労働組合の役員から集会に誘われました。"},
        KindCase{ReportKind::protected_,
                 "A journalist called me and asked for a comment on the layoffs."},
        KindCase{ReportKind::protected_,
                 "A lawyer acting for a former employee contacted me for a "
                 "statement."},
        KindCase{ReportKind::cyber,
                 "不審なメールが届き、添付ファイルのマクロを開いてしまいました。"},
        KindCase{ReportKind::cyber, "I got a phishing email with a fake login page."},
        KindCase{ReportKind::threat,
                 "電話で「家族がどうなっても知らない、住所は知っている」と脅されました。"},
        KindCase{ReportKind::threat,
                 "A caller threatened me and said he knows where my children live."},
        KindCase{ReportKind::contact, "駅で知らない人に話しかけられ、天気の話をしました。"},
        KindCase{ReportKind::contact, "A stranger came up to me and talked about the weather."},
        KindCase{ReportKind::other, "食堂のメニューが変わりました。"},
        KindCase{ReportKind::other, "The menu of the canteen has changed and it is good."}));

TEST(read_text, who_pays_cash_for_secrets_is_no_protected_contact) {
  EXPECT_EQ(read("記者を名乗る男から取材の申し込みがあり、社外秘の図面を見せてほしいと現金を渡され"
                 "ました。")
                .kind,
            ReportKind::contact);
}

TEST(read_text, origin_as_the_reason_is_answered_and_not_read) {
  const auto result = read("隣の席の同僚は外国人なのでスパイではないかと思います。");
  ASSERT_TRUE(result.guard);
  EXPECT_THAT(result.indicators, testing::IsEmpty());
  EXPECT_EQ(intake::guard_code(result.kind), "guard_rumour");
  EXPECT_FALSE(read(street_ja).guard);
  EXPECT_FALSE(read(street_en).guard);
}

TEST(read_text, acts_told_beside_an_origin_are_read_as_ever) {
  const auto with = read("外国人なので怪しい男に道を聞かれ、連絡先を聞かれました。");
  EXPECT_TRUE(with.guard);
  EXPECT_THAT(ids(with.indicators), IsSupersetOf({"AP1", "AP2"}));
  EXPECT_EQ(with.kind, ReportKind::contact);
}

/// Whoever he is said to be, the acts are the same and so is all that follows from them.
TEST(read_text, names_and_origins_move_nothing) {
  const auto told = [](std::string_view who, std::string_view name) {
    return "A " + std::string(who) + " man called " + std::string(name) +
           " asked me the way, asked for my phone number and invited me for a drink.";
  };
  const auto base = read(told("Italian", "Marco"));
  for (const auto& [who, name] : {std::pair{"Russian", "Sergey"},
                                  {"Japanese", "Kenji"},
                                  {"tall", "Lee"},
                                  {"Muslim", "Ali"}}) {
    const auto other = read(told(who, name));
    EXPECT_EQ(ids(base.indicators), ids(other.indicators));
    EXPECT_EQ(base.kind, other.kind);
  }
}

TEST(read_text, other_languages_give_entities_only) {
  const auto result = read(
      "Ein Mann hat gestern vor dem Werk angesprochen und wollte Telefonnummer, bob@example.com");
  EXPECT_EQ(result.language, Language::other);
  EXPECT_THAT(result.indicators, testing::IsEmpty());
  EXPECT_EQ(result.entities.size(), 1U);
}

TEST(read_text, anything_is_bounded_and_harmless) {
  for (const std::string piece : {"道を聞かれ", "asked asked ", "\xff\xfe", "か\u3099", "(((",
                                  "1-1-", "\n\n", "@@", "a.", "不", "\u0301"}) {
    std::string text;
    while (text.size() < 64U << 10)
      text += piece;
    EXPECT_LE(read(text).indicators.size(), 47U);
  }
  EXPECT_EQ(read("").kind, ReportKind::other);
}

}  // namespace
