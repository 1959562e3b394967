#include "work/engine/match_reports.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace engine {
namespace {

using model::LinkKind;

/// A table with no cues: what is linked here rests on the fields alone.
const intake::CompiledCues& no_cues() {
  static const intake::CompiledCues cues{model::IndicatorTable{}};
  return cues;
}

/// An invented approach near a factory gate.
model::Report approach(std::string_view day, std::string_view reported, std::string_view name,
                       std::vector<std::string> behaviours) {
  model::Report report;
  report.reported_at = *base::parse_utc(reported);
  model::Encounter encounter;
  encounter.when = *model::parse_reported_date(day);
  encounter.place = {"五反田駅近くの路上", model::PlaceKind::street, "", {}, {}, {}};
  encounter.said = "道を教えてほしい";
  encounter.behaviours = std::move(behaviours);
  encounter.personas = {0};
  report.encounters = {encounter};
  model::Persona persona;
  if (!name.empty()) persona.names = {{std::string(name), model::NameCertainty::heard}};
  report.personas = {persona};
  return report;
}

const std::vector<std::string> street{"AP1", "AP2", "AP3"};

std::vector<model::Report> three_firms() {
  return {approach("2020-12-01", "2020-12-03T01:00:00Z", "セルゲイ", street),
          approach("2020-12-18", "2020-12-20T01:00:00Z", "Alex", street),
          approach("2021-01-05", "2021-01-07T01:00:00Z", "ミハイル", street)};
}

TEST(match_reports, three_firms_three_names_one_street_script_meet) {
  const auto matches = match_reports(three_firms(), no_cues());
  ASSERT_EQ(matches.size(), 3U);
  EXPECT_EQ(matches[0].report, 1U);
  EXPECT_EQ(matches[0].other, 0U);
  EXPECT_EQ(matches[1].report, 2U);
  EXPECT_EQ(matches[1].rank, 1U);
  EXPECT_EQ(matches[2].rank, 2U);
  for (const auto& match : matches)
    EXPECT_EQ(match.proposal.kind, LinkKind::same_person);
}

TEST(match_reports, the_same_without_any_persona_meet_too) {
  auto reports = three_firms();
  for (auto& report : reports) {
    report.personas.clear();
    report.encounters[0].personas.clear();
  }
  EXPECT_EQ(match_reports(reports, no_cues()).size(), 3U);
}

TEST(match_reports, a_tourist_meets_nobody) {
  auto reports = three_firms();
  reports.push_back(approach("2020-12-19", "2021-01-20T01:00:00Z", "", {"AP1", "OK5"}));
  reports.push_back(approach("2020-12-20", "2021-01-21T01:00:00Z", "", {"AP1"}));
  for (const auto& match : match_reports(reports, no_cues()))
    EXPECT_LE(std::max(match.report, match.other), 2U);
}

TEST(match_reports, time_of_report_decides_who_is_earlier) {
  auto reports = three_firms();
  std::ranges::reverse(reports);
  const auto matches = match_reports(reports, no_cues());
  ASSERT_EQ(matches.size(), 3U);
  EXPECT_EQ(matches[0].report, 1U);
  EXPECT_EQ(matches[0].other, 2U);
  reports[2].reported_at.reset();
  EXPECT_EQ(match_reports(reports, no_cues()).back().report, 2U);
}

TEST(match_reports, one_line_for_each_earlier_report) {
  auto first = approach("2020-12-01", "2020-12-03T01:00:00Z", "Anna", {});
  first.personas[0].phones = {"090-1234-5678"};
  auto second = approach("2021-12-01", "2021-12-03T01:00:00Z", "Anna", {});
  second.personas[0].phones = {"+81 90 1234 5678"};
  second.personas.push_back(second.personas[0]);
  second.encounters[0].personas = {0, 1};
  const auto matches = match_reports(std::vector{first, second}, no_cues());
  ASSERT_EQ(matches.size(), 1U);
  EXPECT_EQ(matches[0].rank, 1U);
}

TEST(match_reports, a_successor_is_no_same_person) {
  auto first = approach("2020-03-01", "2020-05-01T01:00:00Z", "Ivan Petrov", {"DV1", "DV6", "TA1"});
  first.encounters[0].place.kind = model::PlaceKind::restaurant;
  first.encounters[0].asked_for = {{"社内の手順書", model::RequestClass::internal, {}}};
  auto second = first;
  second.reported_at = *base::parse_utc("2020-06-01T01:00:00Z");
  second.personas[0].names[0].text = "Oleg Smirnov";
  second.encounters[0].when = *model::parse_reported_date("2020-05-10");
  second.encounters[0].behaviours = {"DV1", "TA1"};
  const auto matches = match_reports(std::vector{first, second}, no_cues());
  ASSERT_EQ(matches.size(), 1U);
  EXPECT_EQ(matches[0].proposal.kind, LinkKind::successor);
}

TEST(match_reports, the_claimed_origin_changes_nothing) {
  auto reports = three_firms();
  const auto before = match_reports(reports, no_cues());
  reports[0].personas[0].claimed.origin_as_told = "ロシア";
  reports[2].personas[0].claimed.origin_as_told = "Italy";
  const auto after = match_reports(reports, no_cues());
  ASSERT_EQ(after.size(), before.size());
  for (std::size_t index = 0; index < after.size(); ++index) {
    EXPECT_EQ(after[index].proposal.bits, before[index].proposal.bits);
    EXPECT_EQ(after[index].proposal.reasons, before[index].proposal.reasons);
  }
}

TEST(match_reports, none_of_nothing) {
  EXPECT_TRUE(match_reports({}, no_cues()).empty());
}

}  // namespace
}  // namespace engine
