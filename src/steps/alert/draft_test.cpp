#include "steps/alert/draft.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "steps/alert/alert_samples_test.h"
#include "steps/alert/person.h"
#include "steps/alert/phrases.h"

namespace alert {
namespace {

using model::AlertProduct;
using testing::HasSubstr;
using testing::Not;

std::string all_words(const model::AlertText& text) {
  std::string words;
  for (const auto& passage : passages_of(text))
    words += passage.words + "\n";
  return words + text.where_to_answer.ja + text.where_to_answer.en;
}

TEST(alert_draft, tells_the_method_of_the_playbook_with_ward_and_month) {
  auto text = draft(samples::draft_facts({samples::street_source("a")})).text;
  EXPECT_THAT(text.method.ja, HasSubstr("道や店を尋ねて"));
  EXPECT_THAT(text.method.ja, HasSubstr("2026年3月に品川区で確認されています。"));
  EXPECT_THAT(text.method.en, HasSubstr("Seen in Shinagawa Ward, March 2026."));
}

TEST(alert_draft, spans_the_months_of_all_sources) {
  auto text = draft(samples::draft_facts({samples::street_source("a", "2026-05-02"),
                                          samples::street_source("b", "2026-03-14")}))
                  .text;
  EXPECT_THAT(text.method.ja, HasSubstr("2026年3月から2026年5月に"));
  EXPECT_THAT(text.method.en, HasSubstr("March 2026 to May 2026"));
}

TEST(alert_draft, never_tells_who_reported_nor_the_exact_place_or_day) {
  auto sources = std::vector{samples::street_source("a"), samples::street_source("b")};
  sources[0].record.content.personas[0].appearance.marks = "架空a電子の社員証を見ていた";
  sources[1].record.content.personas[0].appearance.marks = "南門の前の路上にいつも立つ";
  for (auto product : {AlertProduct::caution, AlertProduct::warning, AlertProduct::public_notice}) {
    auto words = all_words(draft(samples::draft_facts(sources, product)).text);
    for (const auto& source : sources)
      EXPECT_FALSE(mentions_firm(words, *source.firm)) << words;
    EXPECT_THAT(words, Not(HasSubstr("南門")));
    EXPECT_FALSE(states_day(words)) << words;
  }
}

TEST(alert_draft, takes_a_wider_place_when_too_few_firms_fit_the_ward) {
  auto facts = samples::draft_facts({samples::street_source("a")});
  facts.firms = {samples::firm("a"),          samples::firm("b", "13103"),
                 samples::firm("c", "13103"), samples::firm("d", "13101"),
                 samples::firm("e", "13102"), samples::firm("f", "13104")};
  auto made = draft(facts);
  EXPECT_EQ(made.scope.areas, std::vector<std::string>{"13"});
  EXPECT_THAT(made.text.title.ja, HasSubstr("東京都"));
  EXPECT_THAT(all_words(made.text), Not(HasSubstr("品川")));
}

TEST(alert_draft, names_no_place_and_no_technology_among_four_firms) {
  auto facts = samples::draft_facts({samples::street_source("a")});
  facts.firms.resize(4);
  auto made = draft(facts);
  EXPECT_EQ(made.scope, Scope{});
  EXPECT_THAT(all_words(made.text), Not(HasSubstr("東京")));
}

TEST(alert_draft, lists_ticked_indicators_as_signs_and_leaves_rejected_ones_out) {
  auto source = samples::street_source("a");
  source.record.indicators[1].tick = model::Tick::rejected;
  auto text = draft(samples::draft_facts({source})).text;
  ASSERT_EQ(text.signs.size(), 2U);
  EXPECT_EQ(text.signs[0].en, "Asks the way");
  EXPECT_EQ(text.signs[1].en, "Invites to a drink");
}

TEST(alert_draft, puts_the_harmless_reading_of_the_heaviest_sign_first) {
  auto text = draft(samples::draft_facts({samples::street_source("a")})).text;
  EXPECT_TRUE(text.innocent_reading.ja.starts_with("礼儀や好意"));
  EXPECT_THAT(text.innocent_reading.en, HasSubstr("visitors ask the way every day"));
}

TEST(alert_draft, describes_a_person_only_on_two_independent_reports) {
  auto one = draft(samples::draft_facts({samples::street_source("a")}));
  EXPECT_EQ(one.text.person, model::Bilingual{});
  EXPECT_EQ(one.confidence, model::Confidence::likely);
  auto two =
      draft(samples::draft_facts({samples::street_source("a"), samples::street_source("b")}));
  EXPECT_THAT(two.text.person.ja, HasSubstr("「セルゲイ」"));
  EXPECT_THAT(two.text.person.en, HasSubstr("about 35 to 45"));
  EXPECT_EQ(two.confidence, model::Confidence::very_likely);
}

TEST(alert_draft, never_repeats_where_the_person_said_to_come_from) {
  auto text =
      draft(samples::draft_facts({samples::street_source("a"), samples::street_source("b")})).text;
  EXPECT_THAT(all_words(text), Not(HasSubstr("架空国")));
}

TEST(alert_draft, keeps_the_staff_version_free_of_the_person) {
  auto text =
      draft(samples::draft_facts({samples::street_source("a"), samples::street_source("b")})).text;
  EXPECT_THAT(text.staff_version.ja, Not(HasSubstr("セルゲイ")));
  EXPECT_THAT(text.staff_version.ja, HasSubstr("責められることはありません"));
}

TEST(alert_draft, marks_by_what_it_tells) {
  auto sources = std::vector{samples::street_source("a"), samples::street_source("b")};
  auto with_person = draft(samples::draft_facts(sources)).marking;
  EXPECT_EQ(with_person.tlp, model::Tlp::red);
  EXPECT_EQ(with_person.pap, model::Pap::green);
  auto without = draft(samples::draft_facts({sources[0]}, AlertProduct::caution)).marking;
  EXPECT_EQ(without.tlp, model::Tlp::amber_strict);
  EXPECT_EQ(without.pap, model::Pap::green);
  auto notice = draft(samples::draft_facts(sources, AlertProduct::public_notice));
  EXPECT_EQ(notice.marking.tlp, model::Tlp::clear);
  EXPECT_EQ(notice.text.person, model::Bilingual{});
}

TEST(alert_draft, gives_the_base_rate_without_small_counts) {
  auto facts = samples::draft_facts({samples::street_source("a")});
  EXPECT_THAT(draft(facts).text.base_rate.en, HasSubstr("Of the last 240 reports, 12"));
  facts.reports_same_script = 2;
  EXPECT_THAT(draft(facts).text.base_rate.en, HasSubstr("fewer than 5"));
  facts.reports_all = 3;
  EXPECT_THAT(draft(facts).text.base_rate.en, HasSubstr("too few reports"));
}

TEST(alert_draft, puts_safety_before_everything_under_pressure) {
  auto source = samples::street_source("a");
  source.record.assessment->stage = model::Stage::coerce;
  auto list = draft(samples::draft_facts({source}, AlertProduct::caution)).text.do_this_week;
  EXPECT_THAT(list.front().ja, HasSubstr("110"));
  EXPECT_THAT(list[1].en, HasSubstr("police before"));
}

TEST(alert_draft, asks_an_early_stage_for_no_more_than_watching) {
  auto list = week_list(AlertProduct::warning, model::Stage::approach, true);
  ASSERT_EQ(list.size(), 4U);
  EXPECT_THAT(list[2].en, HasSubstr("number of hits"));
  EXPECT_THAT(list[3].en, HasSubstr("public profiles"));
}

TEST(alert_draft, expires_after_ninety_or_a_hundred_and_eighty_days) {
  auto sources = std::vector{samples::street_source("a")};
  auto caution = draft(samples::draft_facts(sources, AlertProduct::caution));
  auto warning = draft(samples::draft_facts(sources, AlertProduct::warning));
  EXPECT_EQ(caution.expires_at - samples::now(), std::chrono::days(90));
  EXPECT_EQ(warning.expires_at - samples::now(), std::chrono::days(180));
}

TEST(alert_phrases, every_playbook_has_a_method_of_its_own) {
  auto fallback = method_sentence("");
  for (int number = 1; number <= 11; ++number)
    EXPECT_NE(method_sentence("PB" + std::to_string(number)), fallback) << number;
}

}  // namespace
}  // namespace alert
