#include "work/engine/read.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ground/model/table_for_tests.h"
#include "work/engine/read_report.h"

namespace {

using model::Band;
using model::ReportKind;
using model::Stage;

const engine::Knowledge& knowledge() {
  static const engine::Knowledge made(model::for_tests::table());
  return made;
}

model::Reading read(std::string_view text) {
  return engine::read(text, std::nullopt, knowledge());
}

TEST(read, a_tourist_is_a_note_and_is_thanked) {
  const auto reading =
      read("駅までの道を聞かれました。お礼を言って去っていきました。その後連絡はありません。");
  EXPECT_EQ(reading.kind, ReportKind::contact);
  EXPECT_EQ(reading.band, Band::log);
  EXPECT_EQ(reading.score, -1);
  EXPECT_EQ(reading.stage, Stage::none);
  EXPECT_EQ(reading.advice.at(0), "advice_thank_you");
}

TEST(read, the_street_script_is_an_alert_candidate_in_both_languages) {
  for (const auto* text :
       {"2020年12月、会社の前で見知らぬ男に声をかけられ、道を教えてほしいと言われました。連絡先を聞"
        "かれ、お礼に飲みに"
        "行こうと誘われました。所属を聞いてもはぐらかして答えません。同僚にも同じような接触がありま"
        "した。",
        "A man stopped me outside our office and asked how to get to a hotel. He asked for my "
        "phone "
        "number and wanted to buy me dinner to thank me. He would not say where he worked. A "
        "colleague had been approached too, with the same story."}) {
    const auto reading = read(text);
    EXPECT_EQ(reading.score, 20) << text;
    EXPECT_EQ(reading.band, Band::alert_candidate);
    EXPECT_EQ(reading.stage, Stage::approach);
    EXPECT_EQ(reading.playbooks.at(0).id, "PB1");
  }
}

TEST(read, words_count_in_full_if_they_hold) {
  EXPECT_EQ(read("He asked me to bring the drawing.").score, 5);
}

TEST(read, a_text_about_a_colleague_is_not_taken_apart) {
  const auto reading =
      read("同僚が退職前に顧客リストをUSBにコピーして競合他社に持ち出していました。");
  EXPECT_EQ(reading.kind, ReportKind::insider);
  EXPECT_FALSE(reading.score);
  EXPECT_EQ(reading.stage, Stage::none);
  EXPECT_TRUE(reading.indicators.empty());
  EXPECT_EQ(reading.advice.at(0), "guard_insider");
}

TEST(read, origin_as_the_reason_gets_the_kind_word_first) {
  const auto reading = read("隣の席の同僚は外国人なのでスパイではないかと思います。");
  EXPECT_FALSE(reading.score);
  EXPECT_EQ(reading.advice.at(0), "guard_origin");
}

TEST(read, a_threat_gets_the_line_first) {
  const auto reading = read("A caller threatened me and said he knows where my children live.");
  EXPECT_EQ(reading.kind, ReportKind::threat);
  EXPECT_EQ(reading.stage, Stage::coerce);
  EXPECT_EQ(reading.advice.at(0), "advice_safety_first");
  EXPECT_EQ(reading.advice.at(1), "advice_line_24h");
}

TEST(read, another_language_gives_no_score) {
  const auto reading = read("Бывший коллега позвонил мне вчера вечером, +81 90-1234-5678");
  EXPECT_EQ(reading.language, model::Language::other);
  EXPECT_FALSE(reading.score);
  EXPECT_EQ(reading.entities.size(), 1U);
}

TEST(read_report, encounters_and_narrative_are_assessed_together) {
  model::Report report;
  report.from.capacity = model::Capacity::company_officer;
  report.narrative = "He asked me the way and asked for my phone number.";
  report.encounters.resize(1);
  report.encounters[0].behaviours = {"AP1"};
  report.encounters[0].secrecy_asked = true;
  const auto result = engine::read_report(report, knowledge());
  EXPECT_EQ(result.kind, ReportKind::contact);
  const auto assessment = engine::assess_report(report, result.states, knowledge());
  EXPECT_EQ(assessment.score, 2 + 1 + 2.5) << "AP1 ticked, AP2 and DV5 proposed";
  EXPECT_EQ(assessment.path, std::vector{Stage::develop});
}

TEST(read_report, an_employees_ticks_count_half) {
  model::Report report;
  report.from.capacity = model::Capacity::employee;
  report.encounters.resize(1);
  report.encounters[0].behaviours = {"TA1"};
  const auto result = engine::read_report(report, knowledge());
  EXPECT_EQ(engine::assess_report(report, result.states, knowledge()).score, 2.5);
}

TEST(read_report, a_structured_report_without_words_is_a_contact) {
  model::Report report;
  report.encounters.resize(1);
  EXPECT_EQ(engine::read_report(report, knowledge()).kind, ReportKind::contact);
  report.encounters[0].pressure = model::Pressure::threat;
  EXPECT_EQ(engine::read_report(report, knowledge()).kind, ReportKind::threat);
}

TEST(read_report, first_words_are_read_for_their_encounter) {
  model::Report report;
  report.language = "ja";
  report.encounters.resize(2);
  report.encounters[1].said = "駅までの道を教えてほしい";
  const auto result = engine::read_report(report, knowledge());
  ASSERT_EQ(result.states.size(), 1U);
  EXPECT_EQ(result.states[0].id, "AP1");
  EXPECT_EQ(result.states[0].encounter, 1U);
}

TEST(read_report, a_rumour_is_guarded_even_with_an_encounter) {
  model::Report report;
  report.narrative = "隣の席の同僚は外国人なのでスパイではないかと思います。";
  report.encounters.resize(1);
  const auto result = engine::read_report(report, knowledge());
  EXPECT_EQ(result.kind, ReportKind::rumour);
  EXPECT_EQ(result.guard, "guard_origin");
}

TEST(read_report, parts_of_it_that_are_asked_for_alone_are_the_same) {
  model::Report report;
  for (const auto* narrative :
       {"駅までの道を聞かれ、電話番号 090-1234-5678 を渡された。会社の資料を求められた。",
        "He threatened my family. His name was Ivan Petrov.",
        "隣の席の同僚は外国人なのでスパイではないかと思います。", ""}) {
    report.narrative = narrative;
    const auto whole = engine::read_report(report, knowledge()).reading;
    EXPECT_EQ(engine::instant_advice(report, knowledge()), whole.advice) << narrative;
    EXPECT_EQ(engine::entities_of(report), whole.entities) << narrative;
  }
  report.narrative = "090-1234-5678";
  EXPECT_FALSE(engine::entities_of(report).empty());
}

TEST(read_report, reports_are_ordered_by_what_happened_first) {
  model::Report report;
  EXPECT_EQ(engine::day_first_of(report), 0);
  report.reported_at = base::UtcTime{86'400'000'000LL * 10};
  EXPECT_EQ(engine::day_first_of(report), 10);
  report.encounters.resize(2);
  report.encounters[0].when = model::ReportedDate{"1970-01-08", base::Day{std::chrono::days(7)},
                                                  base::Day{std::chrono::days(7)}, false};
  EXPECT_EQ(engine::day_first_of(report), 7);
}

}  // namespace
