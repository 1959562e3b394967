#include "ground/model/report.h"

#include <algorithm>
#include <chrono>
#include <set>

#include <fmt/format.h>

#include "ground/base/blank.h"

namespace model {
namespace {

using Issues = std::vector<base::Issue>;

void check_places(const Place& place, const std::string& at, Issues& issues) {
  if (place.lat.has_value() != place.lon.has_value())
    issues.push_back({at, "has only one of lat and lon", "give both or neither"});
  // Written so that NaN is refused too.
  if (place.lat && !(*place.lat >= -90 && *place.lat <= 90))
    issues.push_back({at + "/lat", "is not from -90 to 90", "give degrees (WGS 84)"});
  if (place.lon && !(*place.lon >= -180 && *place.lon <= 180))
    issues.push_back({at + "/lon", "is not from -180 to 180", "give degrees (WGS 84)"});
  const bool is_code = place.area.size() == 5 && std::ranges::all_of(place.area, [](char letter) {
                         return letter >= '0' && letter <= '9';
                       });
  if (!place.area.empty() && !is_code)
    issues.push_back({at + "/area", "is not a municipality code", "give 5 digits (JIS X 0402)"});
  if (place.site_distance_m && *place.site_distance_m < 0)
    issues.push_back({at + "/site_distance_m", "is below zero", "give metres"});
}

void check_encounter(const Report& report, std::size_t index, base::Day today, Issues& issues) {
  const auto& encounter = report.encounters[index];
  const auto at = fmt::format("/encounters/{}", index);
  if (encounter.when && encounter.when->earliest > today)
    issues.push_back({at + "/when", "lies in the future", "give a date that has passed"});
  check_places(encounter.place, at + "/place", issues);
  std::set<std::size_t> seen;
  for (std::size_t entry = 0; entry < encounter.personas.size(); ++entry) {
    const auto pointer = fmt::format("{}/personas/{}", at, entry);
    if (encounter.personas[entry] >= report.personas.size())
      issues.push_back({pointer, "points to no entry of personas", "count from 0"});
    else if (!seen.insert(encounter.personas[entry]).second)
      issues.push_back({pointer, "names a persona again", "name each once"});
  }
}

void check_band(const std::optional<std::pair<int, int>>& band, int low, int high,
                const std::string& pointer, Issues& issues) {
  if (!band) return;
  if (band->first > band->second)
    issues.push_back({pointer, "runs backwards", "give the lower number first"});
  else if (band->first < low || band->second > high)
    issues.push_back({pointer, fmt::format("is not from {} to {}", low, high), ""});
}

void check_persona(const Report& report, std::size_t index, Issues& issues) {
  constexpr int age_max = 120, height_cm_min = 30, height_cm_max = 280;
  const auto& persona = report.personas[index];
  const auto at = fmt::format("/personas/{}", index);
  if (persona.introduced_by && *persona.introduced_by >= report.personas.size())
    issues.push_back({at + "/introduced_by", "points to no entry of personas", "count from 0"});
  if (persona.introduced_by && *persona.introduced_by == index)
    issues.push_back({at + "/introduced_by", "points to itself", "name another persona or null"});
  check_band(persona.appearance.age, 0, age_max, at + "/appearance/age", issues);
  check_band(persona.appearance.height_cm, height_cm_min, height_cm_max,
             at + "/appearance/height_cm", issues);
}

void check_sizes(const Report& report, Issues& issues) {
  const auto check_count = [&](std::size_t count, std::size_t count_max, std::string pointer) {
    if (count > count_max)
      issues.push_back({std::move(pointer), fmt::format("has more than {} entries", count_max),
                        "send several reports"});
  };
  if (report.narrative.size() > ReportLimits::narrative_bytes_max)
    issues.push_back({"/narrative",
                      fmt::format("is longer than {} bytes", ReportLimits::narrative_bytes_max),
                      "shorten it"});
  check_count(report.encounters.size(), ReportLimits::encounters_max, "/encounters");
  check_count(report.personas.size(), ReportLimits::personas_max, "/personas");
  check_count(report.attachments.size(), ReportLimits::list_max, "/attachments");
}

void check_answer(const LinkedTo& linked, std::string pointer, Issues& issues) {
  if (!linked.reports.empty() && linked.answer != Yes::yes)
    issues.push_back({std::move(pointer), "lists reports but does not say yes", "answer yes"});
}

}  // namespace

base::Result<void> check(const Report& report, base::UtcTime received) {
  Issues issues;
  const auto today = base::tokyo_day(received);
  if (base::is_blank(report.narrative) && report.encounters.empty())
    issues.push_back({"", "says nothing: neither narrative nor encounters are there",
                      "write a sentence into narrative"});
  // A day of grace: the sender's clock is not ours.
  if (report.reported_at && *report.reported_at > received + std::chrono::hours(24))
    issues.push_back({"/reported_at", "lies in the future", "check the clock of the sender"});
  check_sizes(report, issues);
  for (std::size_t index = 0; index < report.encounters.size(); ++index)
    check_encounter(report, index, today, issues);
  for (std::size_t index = 0; index < report.personas.size(); ++index)
    check_persona(report, index, issues);
  if (report.grade && report.grade->handling == HandlingGrade::conditions &&
      base::is_blank(report.grade->conditions))
    issues.push_back(
        {"/grade/conditions", "is empty though handling is C", "write the conditions"});
  check_answer(report.colleagues_approached, "/colleagues_approached", issues);
  check_answer(report.linked_to, "/linked_to", issues);
  if (issues.empty()) return {};
  return base::fail(base::ErrorKind::invalid_input, std::move(issues));
}

}  // namespace model
