#include "work/engine/match.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "work/engine/match_features.h"

namespace engine {
namespace {

model::PersonaRef ref(std::uint8_t report, std::size_t persona = 0) {
  model::PersonaRef made;
  made.report.bytes[15] = report;
  made.index = persona;
  return made;
}

model::PersonaFeatures with_phone(const std::string& phone) {
  model::PersonaFeatures features;
  features.phones = {phone};
  return features;
}

base::UtcTime at(std::int64_t number) {
  return {number};
}

TEST(match_index, finds_who_shares_a_phone_and_nobody_else) {
  MatchIndex index;
  index.add(ref(1), with_phone("+81900000001"), at(1));
  index.add(ref(2), with_phone("+81900000002"), at(2));
  const auto found = index.find(ref(3), with_phone("+81900000001"));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].left, ref(1));
  EXPECT_EQ(found[0].right, ref(3));
  EXPECT_GE(found[0].bits, shown_bits_min);
}

TEST(match_index, puts_the_smaller_persona_left) {
  MatchIndex index;
  index.add(ref(9), with_phone("+81900000001"), at(1));
  const auto found = index.find(ref(3), with_phone("+81900000001"));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].left, ref(3));
}

TEST(match_index, a_persona_is_not_linked_to_itself) {
  MatchIndex index;
  index.add(ref(1), with_phone("+81900000001"), at(1));
  EXPECT_TRUE(index.find(ref(1), with_phone("+81900000001")).empty());
}

TEST(match_index, shows_at_most_ten) {
  MatchIndex index;
  for (std::uint8_t report = 1; report <= 14; ++report) {
    auto features = with_phone("+81900000001");
    features.emails = {"a@example.jp"};
    index.add(ref(report), features, at(report));
  }
  auto features = with_phone("+81900000001");
  features.emails = {"a@example.jp"};
  EXPECT_EQ(index.find(ref(99), features).size(), proposals_max);
}

/// Monthly at one restaurant under one cover, with a telephone that many give.
model::PersonaFeatures regular() {
  auto features = with_phone("+81900000001");
  features.title = "consult";
  features.reason = "market survey visit";
  constexpr std::int32_t december = 18597;
  for (std::int32_t month = 0; month < 4; ++month) {
    const auto day = december + 30 * month;
    features.places.push_back({"", model::PlaceKind::restaurant, day, day, 35.6F, 139.7F});
  }
  return features;
}

TEST(match_index, of_too_many_under_one_key_the_newest_are_met_in_whatever_order_they_came) {
  constexpr std::uint8_t count = 80;
  MatchIndex forward, backward;
  for (std::uint8_t report = 1; report <= count; ++report) {
    const auto turned = static_cast<std::uint8_t>(count + 1 - report);
    forward.add(ref(report), regular(), at(report));
    backward.add(ref(turned), regular(), at(turned));
  }
  for (const auto* index : {&forward, &backward}) {
    const auto found = index->find(ref(200), regular());
    ASSERT_EQ(found.size(), weak_proposals_max);
    EXPECT_EQ(found[0].left, ref(count - candidates_per_key_max + 1));
  }
}

TEST(match_index, shows_the_two_best_of_what_may_be_chance) {
  MatchIndex index;
  auto nameless = regular();
  nameless.phones.clear();
  nameless.requests = {"internal:process sheet"};
  nameless.behaviours = {"DV1", "TK1"};
  for (std::uint8_t report = 1; report <= 5; ++report)
    index.add(ref(report), nameless, at(report));
  const auto found = index.find(ref(9), nameless);
  EXPECT_EQ(found.size(), weak_proposals_max);
  for (const auto& proposal : found)
    EXPECT_LT(proposal.bits, weak_bits_below);
}

TEST(match_index, shows_nothing_weak_beside_what_is_sure) {
  MatchIndex index;
  auto nameless = regular();
  nameless.phones.clear();
  nameless.requests = {"internal:process sheet"};
  nameless.behaviours = {"DV1", "TK1"};
  auto sure = nameless;
  sure.phones = {"+81900000001"};
  index.add(ref(1), nameless, at(1));
  index.add(ref(2), sure, at(2));
  const auto found = index.find(ref(9), sure);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].left, ref(2));
}

TEST(propose_links, does_not_hang_on_the_order_of_candidates) {
  const Rarity rarity;
  std::vector<Candidate> candidates{{ref(4), with_phone("+81900000001")},
                                    {ref(2), with_phone("+81900000001")},
                                    {ref(3), with_phone("+81900000002")}};
  const auto straight = propose_links(ref(1), with_phone("+81900000001"), candidates, rarity);
  std::ranges::reverse(candidates);
  const auto turned = propose_links(ref(1), with_phone("+81900000001"), candidates, rarity);
  ASSERT_EQ(straight.size(), 2U);
  EXPECT_EQ(straight[0].right, ref(2));
  EXPECT_EQ(straight[1].right, ref(4));
  ASSERT_EQ(turned.size(), 2U);
  EXPECT_EQ(turned[0].right, straight[0].right);
}

TEST(propose_links, two_of_one_report_were_seen_together) {
  const Rarity rarity;
  const std::vector<Candidate> candidates{{ref(1, 1), with_phone("+81900000001")}};
  EXPECT_TRUE(propose_links(ref(1, 0), with_phone("+81900000001"), candidates, rarity).empty());
}

TEST(propose_links, who_was_introduced_in_a_report_is_a_successor) {
  const Rarity rarity;
  model::PersonaFeatures introduced;
  introduced.introduced = true;
  const std::vector<Candidate> candidates{{ref(1, 1), introduced}};
  const auto found = propose_links(ref(1, 0), {}, candidates, rarity);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].kind, model::LinkKind::successor);
}

TEST(match_features, a_colleague_a_rumour_and_a_protected_contact_are_never_linked) {
  model::Report report;
  report.encounters.emplace_back();
  EXPECT_FALSE(may_link(report, model::ReportKind::insider));
  EXPECT_FALSE(may_link(report, model::ReportKind::rumour));
  EXPECT_FALSE(may_link(report, model::ReportKind::protected_));
  EXPECT_TRUE(may_link(report, model::ReportKind::contact));
  EXPECT_TRUE(may_link(report, model::ReportKind::other));
  EXPECT_FALSE(may_link({}, model::ReportKind::other));
}

TEST(match_features, indicators_belong_to_the_personas_of_their_encounter) {
  model::Report report;
  report.personas.resize(2);
  report.encounters.resize(2);
  report.encounters[0].personas = {0};
  report.encounters[1].personas = {1};
  using model::Tick;
  const std::vector<model::IndicatorState> states{{"AP1", Tick::proposed, 0, {}},
                                                  {"DV1", Tick::ticked, 1, {}},
                                                  {"TA1", Tick::rejected, 1, {}},
                                                  {"CV1", Tick::proposed, {}, {}}};
  const auto all = match_features(report, states, {});
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].behaviours, (std::vector<std::string>{"AP1", "CV1"}));
  EXPECT_EQ(all[1].behaviours, (std::vector<std::string>{"DV1", "CV1"}));
}

TEST(match_features, what_a_person_rejected_is_gone_though_the_sender_ticked_it) {
  model::Report report;
  report.encounters.resize(1);
  report.encounters[0].behaviours = {"AP1", "AP3"};
  const std::vector<model::IndicatorState> states{{"AP1", model::Tick::rejected, 0, {}},
                                                  {"AP3", model::Tick::ticked, 0, {}}};
  EXPECT_EQ(match_features(report, states, {})[0].behaviours, std::vector<std::string>{"AP3"});
}

TEST(match_features, entities_join_only_where_it_is_clear_whose_they_are) {
  const std::vector<model::Entity> entities{
      {model::EntityKind::phone, {"090-1234-5678", 0, 13}, "+819012345678"}};
  model::Report report;
  EXPECT_EQ(match_features(report, {}, entities)[0].phones.size(), 1U);
  report.personas.resize(2);
  EXPECT_TRUE(match_features(report, {}, entities)[0].phones.empty());
}

/// A fictional party with keys of many kinds.
model::Report rich_report() {
  model::Report report;
  report.narrative = "架空の話。";
  model::Persona persona;
  persona.names = {{"セルゲイ・イワノフ", model::NameCertainty::heard}};
  persona.phones = {"+81 90-0000-0001"};
  persona.emails = {"s.ivanov@example.jp"};
  persona.claimed.employer = "架空商事";
  report.personas = {persona};
  model::Encounter encounter;
  encounter.when = model::parse_reported_date("2026-11-10").value();
  encounter.place = {"駅前の路上", model::PlaceKind::street, "13109", {}, {}, {}};
  encounter.personas = {0};
  encounter.behaviours = {"AP1", "AP2", "AP3"};
  report.encounters = {encounter};
  return report;
}

TEST(match_keys, change_with_the_version_that_stored_ones_carry_and_not_without) {
  std::string keys;
  for (const auto& key : match_keys(match_features(rich_report(), {}, {}).at(0)))
    keys += std::string(base::word_of(key.kind)) + " " + key.text + "\n";
  EXPECT_EQ(keys, R"(phone +819000000001
email s.ivanov@example.jp
name イワノフセルゲイ
skeleton APNP SRK
skeleton APNP
skeleton SRK
employer 架空商事
place_script place|13109|street|682
place_script place|13109|street|683
place_script act|13|682|AP3
place_script act|13|683|AP3
place_script act|13|682|AP2
place_script act|13|683|AP2
place_script act|13|682|AP1
place_script act|13|683|AP1
)") << "raise PersonaFeatures::version_now and write the new keys here";
  EXPECT_EQ(model::PersonaFeatures::version_now, 2U) << "the version of the keys above";
}

}  // namespace
}  // namespace engine
