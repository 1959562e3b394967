#include "work/engine/risk_reports.h"

#include <gtest/gtest.h>

namespace engine {
namespace {

model::Organisation firm(std::string key, std::string technology) {
  model::Organisation made;
  made.key = std::move(key);
  made.technologies = {std::move(technology)};
  made.fictional = true;
  return made;
}

/// The invented firms of every test.
std::vector<model::Organisation> firms() {
  return {firm("a-reporter", "battery.cathode"), firm("b-etching", "semiconductor.etching"),
          firm("c-cathode", "battery.cathode"), firm("d-radar", "sensors.radar"),
          firm("e-reporter", "semiconductor.etching")};
}

model::Report report(std::string_view reported, std::string_view organisation,
                     std::string_view technology) {
  model::Report made;
  made.reported_at = *base::parse_utc(reported);
  made.from.organisation = organisation;
  model::Encounter encounter;
  encounter.technologies = {std::string(technology)};
  made.encounters = {encounter};
  return made;
}

ReportMatch link(std::size_t report, std::size_t other, double bits) {
  ReportMatch match{report, other, 1, {}};
  match.proposal.bits = bits;
  return match;
}

std::vector<std::string> keys_after(std::size_t after, const std::vector<model::Report>& reports,
                                    const std::vector<ReportMatch>& matches) {
  const std::vector afters{after};
  std::vector<std::string> keys;
  const auto ranked = risk_after(afters, reports, matches, firms());
  for (const auto& risk : ranked.front().firms)
    keys.push_back(risk.organisation_key);
  return keys;
}

using Keys = std::vector<std::string>;

TEST(risk_after, one_report_alone_speaks_of_its_own_field) {
  const std::vector reports{report("2026-01-05T00:00:00Z", "a-reporter", "battery.cathode"),
                            report("2026-02-05T00:00:00Z", "e-reporter", "semiconductor.etching")};
  EXPECT_EQ(keys_after(1, reports, {}), Keys{"b-etching"});
}

TEST(risk_after, a_sure_link_brings_in_the_earlier_field_behind_the_fresh_one) {
  const std::vector reports{report("2025-12-05T00:00:00Z", "a-reporter", "battery.cathode"),
                            report("2026-02-05T00:00:00Z", "e-reporter", "semiconductor.etching")};
  EXPECT_EQ(keys_after(1, reports, {link(1, 0, 20)}), (Keys{"b-etching", "c-cathode"}));
}

TEST(risk_after, a_link_far_below_the_threshold_brings_in_nothing) {
  const std::vector reports{report("2025-12-05T00:00:00Z", "a-reporter", "battery.cathode"),
                            report("2026-02-05T00:00:00Z", "e-reporter", "semiconductor.etching")};
  EXPECT_EQ(keys_after(1, reports, {link(1, 0, 2)}), Keys{"b-etching"});
}

TEST(risk_after, what_came_later_is_not_known) {
  const std::vector reports{report("2026-01-05T00:00:00Z", "a-reporter", "battery.cathode"),
                            report("2026-02-05T00:00:00Z", "e-reporter", "semiconductor.etching")};
  EXPECT_EQ(keys_after(0, reports, {link(1, 0, 20)}), Keys{"c-cathode"});
}

TEST(risk_after, links_lead_on_over_a_third_report_and_its_firm_is_left_out) {
  const std::vector reports{report("2026-01-05T00:00:00Z", "c-cathode", "battery.cathode"),
                            report("2026-01-15T00:00:00Z", "d-radar", "sensors.radar"),
                            report("2026-02-05T00:00:00Z", "e-reporter", "semiconductor.etching")};
  EXPECT_EQ(keys_after(2, reports, {link(1, 0, 20), link(2, 1, 20)}),
            (Keys{"b-etching", "a-reporter"}));
}

}  // namespace
}  // namespace engine
