#include "steps/alert/person.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "steps/alert/alert_samples_test.h"
#include "steps/alert/area_names.h"

namespace alert {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(person, bands_of_two_reports_are_joined) {
  auto sources = std::vector{samples::street_source("a"), samples::street_source("b")};
  sources[1].record.content.personas[0].appearance.age = {30, 40};
  sources[1].record.content.personas[0].appearance.height_cm = {175, 185};
  EXPECT_EQ(describe_person(sources).en,
            "names told: “セルゲイ”; age: about 30 to 45; height: about 175 to 185 cm.");
}

TEST(person, glasses_on_which_reports_disagree_are_not_told) {
  auto sources = std::vector{samples::street_source("a"), samples::street_source("b")};
  sources[0].record.content.personas[0].appearance.glasses = true;
  EXPECT_THAT(describe_person(sources).ja, HasSubstr("眼鏡：あり"));
  sources[1].record.content.personas[0].appearance.glasses = false;
  EXPECT_THAT(describe_person(sources).ja, Not(HasSubstr("眼鏡")));
}

TEST(person, only_the_chosen_persona_is_described) {
  auto sources = std::vector{samples::street_source("a"), samples::street_source("b")};
  model::Persona bystander;
  bystander.names = {{"通行人", model::NameCertainty::heard}};
  sources[0].record.content.personas.push_back(bystander);
  EXPECT_THAT(describe_person(sources).ja, HasSubstr("通行人"));
  sources[0].personas = {0};
  EXPECT_THAT(describe_person(sources).ja, Not(HasSubstr("通行人")));
}

TEST(person, a_firm_is_recognised_without_its_legal_form_and_in_any_width) {
  auto firm = samples::firm("a");
  EXPECT_TRUE(mentions_firm("架空ａ電子の門", firm));
  EXPECT_TRUE(mentions_firm("near FICTIONAL A ELECTRONICS", firm));
  EXPECT_TRUE(mentions_firm("架空町a丁目1の前", firm));
  EXPECT_FALSE(mentions_firm("本社の前で声を掛ける", firm));
  EXPECT_FALSE(mentions_firm("電子部品の会社", firm));
}

TEST(person, a_telling_site_name_counts_as_the_firm) {
  auto firm = samples::firm("a");
  firm.sites[0].name = "あおぞらテクノパーク";
  EXPECT_TRUE(mentions_firm("あおぞらテクノパーク付近", firm));
}

TEST(person, days_are_seen_in_both_languages_and_months_are_not_days) {
  for (const auto* words : {"2026-03-14", "3月14日に", "３月１４日", "on 14 March", "March 14"})
    EXPECT_TRUE(states_day(words)) << words;
  for (const auto* words : {"2026年3月", "in March 2026", "may have been lost", "三月ごろ"})
    EXPECT_FALSE(states_day(words)) << words;
}

TEST(person, the_place_as_told_is_recognised) {
  auto report = samples::street_source("a").record.content;
  EXPECT_TRUE(repeats_place("いつも南門の前の路上で", report));
  EXPECT_FALSE(repeats_place("品川区の路上で", report));
}

TEST(person, a_place_as_common_as_our_own_words_gives_nobody_away) {
  auto report = samples::street_source("a").record.content;
  report.encounters[0].place.text = "近くの路上";
  EXPECT_FALSE(repeats_place("会社や寮の近くの路上で", report));
  report.encounters[0].place.text = "Shinagawa Ward";
  EXPECT_FALSE(repeats_place("Seen in Shinagawa Ward.", report));
}

TEST(area_names, the_finest_named_area_holds_a_municipality) {
  EXPECT_EQ(named_area_of("13109"), "13109");
  EXPECT_EQ(named_area_of("14109"), "141");
  EXPECT_EQ(named_area_of("14133"), "1413");
  EXPECT_EQ(named_area_of("20201"), "20");
  EXPECT_EQ(named_area_of("99999"), "");
}

}  // namespace
}  // namespace alert
