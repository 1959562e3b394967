#include "ground/model/report.h"

#include <limits>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace model {
namespace {

using testing::ElementsAre;

const base::UtcTime received = *base::parse_utc("2026-11-21T03:10:00Z");

std::vector<std::string> pointers(const Report& report) {
  std::vector<std::string> all;
  if (const auto checked = check(report, received); !checked)
    for (const auto& issue : checked.error().issues)
      all.push_back(issue.pointer);
  return all;
}

Report told() {
  Report report;
  report.narrative = "A man asked the way to a hotel.";
  report.personas.resize(2);
  report.encounters.resize(1);
  report.encounters[0].personas = {0, 1};
  return report;
}

TEST(report_check, takes_a_narrative_alone_or_an_encounter_alone) {
  Report report;
  report.narrative = "odd call";
  EXPECT_THAT(pointers(report), ElementsAre());
  report.narrative.clear();
  report.encounters.resize(1);
  EXPECT_THAT(pointers(report), ElementsAre());
}

TEST(report_check, refuses_a_report_that_says_nothing) {
  Report report;
  report.narrative = " \n";
  report.personas.resize(1);
  EXPECT_THAT(pointers(report), ElementsAre(""));
}

TEST(report_check, persona_indexes_must_exist_and_stand_once) {
  auto report = told();
  report.encounters[0].personas = {0, 2, 0};
  EXPECT_THAT(pointers(report),
              ElementsAre("/encounters/0/personas/1", "/encounters/0/personas/2"));
}

TEST(report_check, nobody_introduces_himself_or_is_introduced_by_nobody) {
  auto report = told();
  report.personas[0].introduced_by = 1;
  EXPECT_THAT(pointers(report), ElementsAre());
  report.personas[0].introduced_by = 0;
  report.personas[1].introduced_by = 7;
  EXPECT_THAT(pointers(report),
              ElementsAre("/personas/0/introduced_by", "/personas/1/introduced_by"));
}

TEST(report_check, coordinates_come_in_pairs_and_in_range) {
  auto report = told();
  auto& place = report.encounters[0].place;
  place.lat = 35.62;
  EXPECT_THAT(pointers(report), ElementsAre("/encounters/0/place"));
  place.lon = 180.5;
  EXPECT_THAT(pointers(report), ElementsAre("/encounters/0/place/lon"));
  place.lon = std::numeric_limits<double>::quiet_NaN();
  EXPECT_THAT(pointers(report), ElementsAre("/encounters/0/place/lon"));
  place.lon = -180;
  EXPECT_THAT(pointers(report), ElementsAre());
}

TEST(report_check, areas_are_five_digits) {
  auto report = told();
  auto& place = report.encounters[0].place;
  place.area = "13109";
  EXPECT_THAT(pointers(report), ElementsAre());
  place.area = "1310x";
  place.site_distance_m = -1;
  EXPECT_THAT(pointers(report),
              ElementsAre("/encounters/0/place/area", "/encounters/0/place/site_distance_m"));
}

TEST(report_check, dates_may_not_begin_after_today_in_tokyo) {
  auto report = told();
  report.encounters[0].when = exact_day(base::tokyo_day(received));
  EXPECT_THAT(pointers(report), ElementsAre());
  report.encounters[0].when = exact_day(base::tokyo_day(received) + std::chrono::days(1));
  EXPECT_THAT(pointers(report), ElementsAre("/encounters/0/when"));
  report.encounters[0].when = *parse_reported_date("2026");
  EXPECT_THAT(pointers(report), ElementsAre());
}

TEST(report_check, a_sender_whose_clock_is_a_little_ahead_is_believed) {
  auto report = told();
  report.reported_at = received + std::chrono::hours(1);
  EXPECT_THAT(pointers(report), ElementsAre());
  report.reported_at = received + std::chrono::hours(25);
  EXPECT_THAT(pointers(report), ElementsAre("/reported_at"));
}

TEST(report_check, bands_run_forward_and_describe_humans) {
  auto report = told();
  report.personas[0].appearance.age = {45, 35};
  report.personas[0].appearance.height_cm = {175, 1850};
  EXPECT_THAT(pointers(report),
              ElementsAre("/personas/0/appearance/age", "/personas/0/appearance/height_cm"));
}

TEST(report_check, handling_with_conditions_needs_the_conditions) {
  auto report = told();
  report.grade = Grade{};
  EXPECT_THAT(pointers(report), ElementsAre());
  report.grade->handling = HandlingGrade::conditions;
  EXPECT_THAT(pointers(report), ElementsAre("/grade/conditions"));
  report.grade->conditions = "ask the sender first";
  EXPECT_THAT(pointers(report), ElementsAre());
}

TEST(report_check, linked_reports_need_a_yes) {
  auto report = told();
  report.linked_to = {Yes::no, {"x"}};
  EXPECT_THAT(pointers(report), ElementsAre("/linked_to"));
}

TEST(report_check, states_limits_also_for_reports_that_were_never_json) {
  auto report = told();
  report.narrative.assign(ReportLimits::narrative_bytes_max + 1, 'x');
  report.personas.resize(ReportLimits::personas_max + 1);
  EXPECT_THAT(pointers(report), ElementsAre("/narrative", "/personas"));
}

}  // namespace
}  // namespace model
