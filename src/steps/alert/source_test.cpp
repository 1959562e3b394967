#include "steps/alert/source.h"

#include <gtest/gtest.h>

#include "steps/alert/alert_samples_test.h"

namespace alert {
namespace {

TEST(source, two_firms_are_independent) {
  EXPECT_EQ(
      count_independent(std::vector{samples::street_source("a"), samples::street_source("b")}), 2U);
}

TEST(source, one_firm_telling_twice_what_it_was_told_counts_once) {
  EXPECT_EQ(count_independent(std::vector{samples::street_source("a", "2026-03-14"),
                                          samples::street_source("a", "2026-04-14")}),
            1U);
}

TEST(source, two_own_experiences_on_different_days_count_in_one_firm) {
  auto sources = std::vector{samples::street_source("a", "2026-03-14"),
                             samples::street_source("a", "2026-04-14")};
  for (auto& source : sources)
    source.record.content.how_learned = model::HowLearned::own_experience;
  EXPECT_EQ(count_independent(sources), 2U);
  sources[1].record.content.encounters = sources[0].record.content.encounters;
  EXPECT_EQ(count_independent(sources), 1U);
}

TEST(source, an_anonymous_report_does_not_confirm_a_firm_by_hearsay) {
  auto sources = std::vector{samples::street_source("a"), samples::street_source("b")};
  sources[1].record.organisation_key.clear();
  sources[1].firm.reset();
  EXPECT_EQ(count_independent(sources), 1U);
}

TEST(source, proposed_indicators_serve_until_somebody_ticked_one) {
  auto source = samples::street_source("a");
  for (auto& state : source.record.indicators)
    state.tick = model::Tick::proposed;
  EXPECT_EQ(indicators_of(std::vector{source}).size(), 3U);
  source.record.indicators[2].tick = model::Tick::ticked;
  source.record.indicators.push_back({"OK5", model::Tick::ticked, std::nullopt, std::nullopt});
  EXPECT_EQ(indicators_of(std::vector{source}), std::vector<std::string>{"AP3"});
}

TEST(source, the_playbook_is_the_one_that_fits_best_in_sum) {
  auto sources = std::vector{samples::street_source("a"), samples::street_source("b")};
  sources[0].record.assessment->playbooks = {{"PB2", 0.6}, {"PB1", 0.5}};
  sources[1].record.assessment->playbooks = {{"PB1", 0.4}};
  EXPECT_EQ(playbook_of(sources), "PB1");
  sources[0].record.assessment.reset();
  sources[1].record.assessment.reset();
  EXPECT_EQ(playbook_of(sources), "");
}

}  // namespace
}  // namespace alert
