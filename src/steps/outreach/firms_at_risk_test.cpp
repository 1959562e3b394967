#include "steps/outreach/firms_at_risk.h"

#include <gtest/gtest.h>

namespace outreach {
namespace {

model::Organisation firm(std::string key, std::string technology = "", std::string area = "") {
  model::Organisation made;
  made.key = std::move(key);
  if (!technology.empty()) made.technologies = {std::move(technology)};
  if (!area.empty()) made.sites = {{"site", std::move(area), "", std::nullopt, std::nullopt}};
  made.fictional = true;
  return made;
}

model::Organisation firm_at(std::string key, double lat, double lon) {
  auto made = firm(std::move(key));
  made.sites = {{"site", "", "", lat, lon}};
  return made;
}

KnownCase etching_case() {
  KnownCase known;
  known.organisation_key = "reporter";
  known.technologies = {"semiconductor.etching"};
  return known;
}

std::vector<std::string> keys(const std::vector<FirmAtRisk>& ranked) {
  std::vector<std::string> keys;
  for (const auto& risk : ranked)
    keys.push_back(risk.organisation_key);
  return keys;
}

TEST(firms_at_risk, the_same_technology_goes_before_its_family_and_others_stay_out) {
  std::vector firms{firm("other", "battery.cathode"), firm("family", "semiconductor.mask"),
                    firm("same", "semiconductor.etching")};
  auto ranked = firms_at_risk(std::vector{etching_case()}, firms);
  EXPECT_EQ(keys(ranked), (std::vector<std::string>{"same", "family"}));
  EXPECT_EQ(ranked[0].reasons.at(0).code, "risk_technology");
  EXPECT_EQ(ranked[0].reasons.at(0).parameters, std::vector<std::string>{"semiconductor.etching"});
}

TEST(firms_at_risk, a_coarser_code_fits_by_prefix) {
  auto ranked =
      firms_at_risk(std::vector{etching_case()}, std::vector{firm("coarse", "semiconductor")});
  EXPECT_EQ(keys(ranked), std::vector<std::string>{"coarse"});
}

TEST(firms_at_risk, who_reported_is_left_out_and_gets_the_caution) {
  std::vector firms{firm("reporter", "semiconductor.etching"),
                    firm("same", "semiconductor.etching")};
  std::vector cases{etching_case(), etching_case()};
  EXPECT_EQ(keys(firms_at_risk(cases, firms)), std::vector<std::string>{"same"});
  auto contacted = firms_contacted(cases, firms);
  EXPECT_EQ(keys(contacted), std::vector<std::string>{"reporter"});
  EXPECT_EQ(contacted[0].reasons.at(0).code, "own_staff");
}

TEST(firms_at_risk, police_is_never_listed) {
  auto station = firm("station", "semiconductor.etching");
  station.kind = model::OrganisationKind::station;
  EXPECT_TRUE(firms_at_risk(std::vector{etching_case()}, std::vector{station}).empty());
}

TEST(firms_at_risk, nearer_firms_go_first_and_far_ones_stay_out) {
  KnownCase known;
  known.spots = {{"", 35.62, 139.72}};
  std::vector firms{firm_at("far", 35.90, 139.72), firm_at("two_km", 35.638, 139.72),
                    firm_at("gate", 35.6201, 139.72)};
  auto ranked = firms_at_risk(std::vector{known}, firms);
  EXPECT_EQ(keys(ranked), (std::vector<std::string>{"gate", "two_km"}));
  EXPECT_EQ(ranked[0].reasons.at(0).parameters, std::vector<std::string>{"1"});
  EXPECT_EQ(ranked[1].reasons.at(0).parameters, std::vector<std::string>{"3"});
}

TEST(firms_at_risk, a_region_ranks_firms_that_fit_otherwise_and_lists_none_by_itself) {
  auto known = etching_case();
  known.spots = {{"", 35.62, 139.72}};
  auto far = firm("a_far", "semiconductor.etching"),
       region = firm("b_region", "semiconductor.etching");
  far.sites = {{"site", "", "", 34.0, 135.0}};
  region.sites = {{"site", "", "", 35.80, 139.72}};
  auto ranked = firms_at_risk(std::vector{known},
                              std::vector{far, region, firm_at("only_region", 35.80, 139.72)});
  EXPECT_EQ(keys(ranked), (std::vector<std::string>{"b_region", "a_far"}));
}

TEST(firms_at_risk, a_neighbour_of_who_reported_is_listed_as_such) {
  KnownCase known;
  known.spots = {{"", 35.90, 139.72}, {"", 35.62, 139.72, true}};
  auto ranked =
      firms_at_risk(std::vector{known}, std::vector{firm_at("next_door", 35.621, 139.72)});
  ASSERT_EQ(keys(ranked), std::vector<std::string>{"next_door"});
  EXPECT_EQ(ranked[0].reasons.at(0).code, "risk_near_firm");
}

TEST(firms_at_risk, a_case_that_is_hardly_of_the_same_party_hardly_moves_the_order) {
  auto sure = etching_case(), doubtful = etching_case();
  doubtful.technologies = {"battery.cathode"};
  doubtful.weight = 0.2;
  std::vector firms{firm("a_battery", "battery.cathode"),
                    firm("b_etching", "semiconductor.etching")};
  EXPECT_EQ(keys(firms_at_risk(std::vector{sure, doubtful}, firms)),
            (std::vector<std::string>{"b_etching", "a_battery"}));
}

TEST(firms_at_risk, the_same_ward_counts_where_coordinates_are_missing) {
  KnownCase known;
  known.spots = {{"13109", std::nullopt, std::nullopt}};
  auto ranked = firms_at_risk(std::vector{known},
                              std::vector{firm("in", "", "13109"), firm("out", "", "13103")});
  EXPECT_EQ(keys(ranked), std::vector<std::string>{"in"});
  EXPECT_EQ(ranked[0].reasons.at(0).code, "risk_same_ward");
}

TEST(firms_at_risk, a_rare_technology_weighs_more_than_one_that_all_share) {
  std::vector<model::Organisation> firms;
  for (int index = 0; index < 8; ++index)
    firms.push_back(firm("common-" + std::to_string(index), "software"));
  firms.push_back(firm("rare", "optics.gratings"));
  auto known = etching_case();
  known.technologies = {"software", "optics.gratings"};
  EXPECT_EQ(firms_at_risk(std::vector{known}, firms).front().organisation_key, "rare");
}

TEST(firms_at_risk, two_cases_weigh_more_than_one_but_less_than_double) {
  std::vector firms{firm("same", "semiconductor.etching")};
  auto one = firms_at_risk(std::vector{etching_case()}, firms).front().score;
  auto two = firms_at_risk(std::vector{etching_case(), etching_case()}, firms).front().score;
  EXPECT_GT(two, one);
  EXPECT_LT(two, 2 * one);
}

TEST(firms_at_risk, a_firm_that_saw_the_same_script_before_is_listed) {
  auto known = etching_case();
  known.playbook = "PB1";
  KnownCase before;
  before.organisation_key = "seen";
  before.playbook = "PB1";
  auto ranked = firms_at_risk(std::vector{known}, std::vector{firm("seen"), firm("never")},
                              std::vector{before});
  ASSERT_EQ(keys(ranked), std::vector<std::string>{"seen"});
  EXPECT_EQ(ranked[0].reasons.at(0).code, "risk_same_script");
}

TEST(firms_at_risk, three_shared_acts_list_a_firm_and_two_do_not) {
  auto known = etching_case();
  known.indicators = {"AP1", "AP2", "AP3"};
  KnownCase before;
  before.organisation_key = "seen";
  before.indicators = {"AP1", "AP2"};
  std::vector firms{firm("seen")};
  EXPECT_TRUE(firms_at_risk(std::vector{known}, firms, std::vector{before}).empty());
  before.indicators.push_back("AP3");
  EXPECT_EQ(firms_at_risk(std::vector{known}, firms, std::vector{before}).size(), 1U);
}

TEST(firms_at_risk, equal_firms_are_listed_by_key) {
  std::vector firms{firm("b", "semiconductor.etching"), firm("a", "semiconductor.etching")};
  EXPECT_EQ(keys(firms_at_risk(std::vector{etching_case()}, firms)),
            (std::vector<std::string>{"a", "b"}));
}

TEST(known_case, takes_field_and_sites_of_the_firm_where_the_report_is_silent) {
  auto reporter = firm("reporter", "semiconductor.etching", "13109");
  reporter.sector = "semiconductor";
  model::Report report;
  auto known = known_case(report, std::nullopt, &reporter);
  EXPECT_EQ(known.technologies, reporter.technologies);
  EXPECT_EQ(known.spots.at(0).area, "13109");
  EXPECT_EQ(known.sector, "semiconductor");
  model::Encounter encounter;
  encounter.place.area = "13103";
  encounter.technologies = {"battery"};
  report.encounters = {encounter};
  known = known_case(report, std::nullopt, &reporter);
  EXPECT_EQ(known.technologies, std::vector<std::string>{"battery"});
  EXPECT_EQ(known.spots.at(0).area, "13103");
}

TEST(distance, one_degree_of_latitude_is_about_111_km) {
  EXPECT_NEAR(distance_km(35, 139, 36, 139), 111.2, 0.1);
  EXPECT_EQ(distance_km(35, 139, 35, 139), 0);
}

}  // namespace
}  // namespace outreach
