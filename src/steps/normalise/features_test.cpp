#include "steps/normalise/features.h"

#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "steps/normalise/keys.h"

namespace normalise {
namespace {

using Texts = std::vector<std::string>;

/// An invented approach in the street.
model::Report street_report() {
  model::Report report;
  report.reported_at = *base::parse_utc("2020-12-20T03:00:00Z");
  model::Encounter encounter;
  encounter.when = *model::parse_reported_date("2020-12-15");
  encounter.place.text = "五反田駅近くの路上";
  encounter.place.kind = model::PlaceKind::street;
  encounter.said = "道を教えてほしい";
  encounter.behaviours = {"AP1", "AP3", "AP1"};
  encounter.asked_for = {{"携帯の番号", model::RequestClass::personal, {}}};
  encounter.personas = {0};
  report.encounters = {encounter};
  model::Persona persona;
  persona.names = {{"セルゲイ", model::NameCertainty::heard}};
  persona.phones = {"090-1234-5678"};
  persona.handles = {{"WhatsApp", "090-1234-5678"}};
  persona.urls = {"https://www.linkedin.com/in/abc"};
  persona.appearance.age = std::pair(35, 45);
  persona.appearance.glasses = false;
  report.personas = {persona};
  return report;
}

TEST(features, bring_a_persona_into_comparable_form) {
  const auto features = features_of(street_report(), 0);
  ASSERT_EQ(features.names.size(), 1U);
  EXPECT_EQ(features.names[0].skeleton, "SRK");
  EXPECT_EQ(features.phones, Texts{"+819012345678"});
  EXPECT_EQ(features.handles, (Texts{"whatsapp:+819012345678", "linkedin:abc"}));
  EXPECT_EQ(features.urls, Texts{"linkedin.com/in/abc"});
  EXPECT_EQ(features.behaviours, (Texts{"AP1", "AP3"}));
  EXPECT_EQ(features.requests, Texts{"personal:contact"});
  ASSERT_EQ(features.places.size(), 1U);
  EXPECT_EQ(features.places[0].area, "13109");
  EXPECT_EQ(features.places[0].day_first, features.places[0].day_last);
  EXPECT_EQ(features.age_last, 45);
  EXPECT_EQ(features.glasses, 0);
  EXPECT_TRUE(std::ranges::count(features.said_words, "way"));
}

TEST(features, encounters_of_another_persona_stay_away) {
  auto report = street_report();
  report.personas.push_back({});
  report.personas[1].introduced_by = 0;
  const auto other = features_of(report, 1);
  EXPECT_TRUE(other.behaviours.empty());
  EXPECT_TRUE(other.introduced);
  report.encounters[0].personas.clear();
  EXPECT_EQ(features_of(report, 1).behaviours, (Texts{"AP1", "AP3"}));
}

TEST(features, an_untold_date_lies_in_the_months_before_the_report) {
  auto report = street_report();
  report.encounters[0].when.reset();
  const auto at = features_of(report, 0).places[0];
  EXPECT_EQ(at.day_last - at.day_first, 60);
  report.reported_at.reset();
  EXPECT_EQ(features_of(report, 0).places[0].day_last, 0);
}

TEST(features, nobody_in_particular_is_one_unnamed_persona) {
  auto report = street_report();
  report.personas.clear();
  report.encounters[0].personas.clear();
  const auto all = all_features_of(report);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0], features_of_unnamed(report));
  EXPECT_TRUE(all[0].names.empty());
  EXPECT_EQ(all[0].behaviours, (Texts{"AP1", "AP3"}));
}

TEST(features, the_claimed_origin_is_no_part_of_the_story) {
  model::Report report;
  report.narrative = "He lent me an umbrella.";
  report.personas.resize(2);
  report.personas[1].claimed.origin_as_told = "a distant harbour";
  report.personas[1].claimed.reason = "a survey";
  const auto without = features_of(report, 0), with = features_of(report, 1);
  EXPECT_TRUE(std::ranges::count(without.told, "3:umbrella"));
  EXPECT_FALSE(std::ranges::count(without.told, "1:survey"));
  EXPECT_EQ(with.told.size(), without.told.size() + 1) << "the reason, and nothing of the origin";
}

TEST(features, a_narrative_alone_gives_its_place_and_ideas) {
  model::Report report;
  report.reported_at = *base::parse_utc("2020-12-20T03:00:00Z");
  report.narrative = "五反田駅の近くで道を聞かれた";
  const Texts read{"AP1"};
  const auto features = features_of_unnamed(report, read);
  ASSERT_EQ(features.places.size(), 1U);
  EXPECT_EQ(features.places[0].area, "13109");
  EXPECT_TRUE(std::ranges::count(features.told, "1:way"));
  EXPECT_EQ(features.behaviours, read);
}

TEST(features, the_claimed_origin_changes_nothing) {
  auto report = street_report();
  const auto before = features_of(report, 0);
  for (const auto* origin : {"ロシア", "Italy", "日本", "申告なし"}) {
    report.personas[0].claimed.origin_as_told = origin;
    EXPECT_EQ(features_of(report, 0), before);
    EXPECT_EQ(keys_of(features_of(report, 0)), keys_of(before));
  }
}

TEST(features, entities_of_the_narrative_join) {
  auto features = features_of(street_report(), 0);
  add_entities(features, std::vector<model::Entity>{
                             {model::EntityKind::phone, {"090-8765-4321", 0, 0}, "+819087654321"},
                             {model::EntityKind::email, {"a@example.jp", 0, 0}, ""},
                             {model::EntityKind::handle, {"", 0, 0}, "line:abc"},
                             {model::EntityKind::person, {"山田", 0, 0}, ""}});
  EXPECT_EQ(features.phones.size(), 2U);
  EXPECT_EQ(features.emails, Texts{"a@example.jp"});
  EXPECT_TRUE(std::ranges::count(features.handles, "line:abc"));
  EXPECT_EQ(features.names.size(), 1U);
}

RC_GTEST_PROP(features_property, any_texts_give_bounded_features, ()) {
  auto report = street_report();
  auto& persona = report.personas[0];
  persona.names[0].text = *rc::gen::arbitrary<std::string>();
  persona.phones[0] = *rc::gen::arbitrary<std::string>();
  persona.emails = {*rc::gen::arbitrary<std::string>()};
  persona.vehicle = *rc::gen::arbitrary<std::string>();
  persona.claimed.employer = *rc::gen::arbitrary<std::string>();
  report.encounters[0].said = *rc::gen::arbitrary<std::string>();
  const auto features = features_of(report, 0);
  RC_ASSERT(features == features_of(report, 0));
  RC_ASSERT(keys_of(features).size() <= keys_max);
}

}  // namespace
}  // namespace normalise
