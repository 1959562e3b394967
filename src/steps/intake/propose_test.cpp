#include "steps/intake/propose.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using model::Encounter;
using model::IndicatorState;
using model::Tick;
using testing::Contains;
using testing::Not;

std::vector<IndicatorState> proposed(const model::Report& report, bool ticks_count = false) {
  return intake::propose(report, {}, {}, ticks_count);
}

std::vector<std::string> state_ids(const std::vector<IndicatorState>& states) {
  std::vector<std::string> result;
  for (const auto& state : states)
    result.push_back(state.id);
  return result;
}

model::Report with(Encounter encounter) {
  model::Report report;
  report.encounters.push_back(std::move(encounter));
  return report;
}

TEST(propose, only_officers_ticks_count_as_ticked) {
  using enum model::Capacity;
  for (const auto capacity : {company_officer, station_officer})
    EXPECT_TRUE(intake::behaviours_count_as_ticked(capacity));
  for (const auto capacity : {employee, analyst, public_, other})
    EXPECT_FALSE(intake::behaviours_count_as_ticked(capacity));
}

TEST(propose, behaviours_are_ticked_or_proposed) {
  Encounter encounter;
  encounter.behaviours = {"AP1"};
  EXPECT_EQ(proposed(with(encounter), true).at(0).tick, Tick::ticked);
  EXPECT_EQ(proposed(with(encounter), false).at(0).tick, Tick::proposed);
  EXPECT_EQ(proposed(with(encounter)).at(0).encounter, 0U);
}

TEST(propose, pressure_and_secrecy_speak_for_themselves) {
  Encounter encounter;
  encounter.pressure = model::Pressure::threat;
  encounter.secrecy_asked = true;
  EXPECT_THAT(state_ids(proposed(with(encounter))), testing::UnorderedElementsAre("CO2", "DV5"));
  encounter.pressure = model::Pressure::hint;
  EXPECT_THAT(state_ids(proposed(with(encounter))), Contains("CO1"));
}

TEST(propose, public_material_for_money_is_the_trial_request) {
  Encounter encounter;
  encounter.asked_for = {{"catalogue", model::RequestClass::public_, std::nullopt}};
  EXPECT_THAT(state_ids(proposed(with(encounter))), Not(Contains("TE1")));
  EXPECT_THAT(state_ids(proposed(with(encounter))), Contains("OK7"));
  encounter.offered = {{"20,000 yen", model::OfferKind::money}};
  EXPECT_THAT(state_ids(proposed(with(encounter))), Contains("TE1"));
  EXPECT_THAT(state_ids(proposed(with(encounter))), Not(Contains("TA4")));
}

TEST(propose, secrets_for_money_are_the_real_request) {
  Encounter encounter;
  encounter.asked_for = {{"process sheet", model::RequestClass::internal, std::nullopt}};
  encounter.offered = {{"an envelope", model::OfferKind::money}};
  EXPECT_THAT(state_ids(proposed(with(encounter))), testing::IsSupersetOf({"TA1", "TA4"}));
}

TEST(propose, meetings_with_no_way_to_call_show_concealment) {
  model::Report report;
  report.personas.resize(1);
  for (int month = 0; month < 2; ++month) {
    Encounter encounter;
    encounter.personas = {0};
    encounter.channel = model::Channel::in_person;
    encounter.place.kind = model::PlaceKind::bar;
    encounter.next_fixed_by = model::NextFixedBy::in_person;
    report.encounters.push_back(encounter);
  }
  EXPECT_THAT(state_ids(proposed(report)), testing::IsSupersetOf({"HA1", "DV1"}));
  report.personas[0].phones = {"+81 90-0000-0000"};
  EXPECT_THAT(state_ids(proposed(report)), Not(Contains("HA1")));
}

TEST(propose, a_person_introduced_later_is_a_successor) {
  model::Report report;
  report.personas.resize(2);
  report.personas[1].introduced_by = 0;
  report.encounters.resize(2);
  report.encounters[0].personas = {0};
  report.encounters[1].personas = {1};
  const auto states = proposed(report);
  ASSERT_EQ(state_ids(states), std::vector<std::string>{"DV6"});
  EXPECT_EQ(states[0].encounter, 1U);
}

TEST(propose, words_of_the_narrative_keep_their_quote) {
  intake::ReadText narrative;
  narrative.indicators = {{"AP1", {"asked the way", 2, 15}}};
  narrative.counters = {{"OK5", {"never saw him again", 20, 39}}};
  model::Report report;
  report.encounters.resize(1);
  auto states = intake::propose(report, narrative, {}, false);
  ASSERT_EQ(states.size(), 2U);
  EXPECT_EQ(states[0].quote->text, "asked the way");
  EXPECT_EQ(states[0].encounter, 0U);
  report.encounters.resize(3);
  states = intake::propose(report, narrative, {}, false);
  EXPECT_FALSE(states[0].encounter) << "with several encounters the words cannot be placed";
}

TEST(propose, an_act_told_twice_is_one_state_with_the_better_evidence) {
  intake::ReadText narrative;
  narrative.indicators = {{"AP1", {"asked the way", 2, 15}}};
  Encounter encounter;
  encounter.behaviours = {"AP1"};
  const auto states = intake::propose(with(encounter), narrative, {}, true);
  ASSERT_EQ(states.size(), 1U);
  EXPECT_EQ(states[0].tick, Tick::ticked);
  EXPECT_TRUE(states[0].quote);
}

TEST(propose, first_words_belong_to_their_encounter) {
  std::vector<intake::ReadText> said(2);
  said[1].indicators = {{"AP1", {"the way?", 0, 8}}};
  model::Report report;
  report.encounters.resize(2);
  const auto states = intake::propose(report, {}, said, false);
  ASSERT_EQ(states.size(), 1U);
  EXPECT_EQ(states[0].encounter, 1U);
  EXPECT_FALSE(states[0].quote) << "quotes point into the narrative";
}

TEST(propose, names_languages_and_claims_move_nothing) {
  Encounter encounter;
  encounter.behaviours = {"AP1"};
  encounter.personas = {0};
  encounter.secrecy_asked = true;
  auto plain = with(encounter);
  plain.personas.resize(1);
  auto other = plain;
  other.encounters[0].languages = {"ru"};
  other.personas[0].names = {{"Сергей", model::NameCertainty::heard}};
  other.personas[0].claimed = {"Embassy", "attaché", "friendship", "Ukraine"};
  EXPECT_EQ(proposed(plain), proposed(other));
}

}  // namespace
