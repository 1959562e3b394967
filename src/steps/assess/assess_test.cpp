#include "steps/assess/assess.h"

#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ground/model/table_for_tests.h"
#include "steps/assess/stage.h"

namespace {

using model::Band;
using model::IndicatorState;
using model::Stage;
using model::Tick;
using testing::Contains;
using testing::ElementsAre;
using testing::Field;

const model::IndicatorTable& table() {
  static const auto made = model::for_tests::table();
  return made;
}

std::vector<IndicatorState> states(std::initializer_list<const char*> ids,
                                   Tick tick = Tick::ticked) {
  std::vector<IndicatorState> result;
  for (const auto* id : ids)
    result.push_back({id, tick, std::nullopt, std::nullopt});
  return result;
}

model::Assessment assessed(const std::vector<IndicatorState>& given,
                           std::size_t encounter_count = 0) {
  return assess::assess_states(given, encounter_count, model::ReportKind::contact, table());
}

model::Assessment ticked(std::initializer_list<const char*> ids) {
  return assessed(states(ids));
}

double sum_of_effects(const model::Assessment& assessment) {
  double sum = 0;
  for (const auto& reason : assessment.reasons)
    sum += reason.effect;
  return sum;
}

// The worked checks that stand beside the table.

TEST(assess, a_tourist_who_asked_the_way_is_a_note) {
  const auto result = ticked({"AP1", "OK5"});
  EXPECT_EQ(result.score, -1);
  EXPECT_EQ(result.band, Band::log);
  EXPECT_EQ(result.stage, Stage::none);
}

TEST(assess, the_street_script_is_an_alert_candidate) {
  const auto result = ticked({"SP1", "AP1", "AP2", "AP3", "CV1", "SP3"});
  EXPECT_EQ(result.score, 20);
  EXPECT_EQ(result.band, Band::alert_candidate);
  EXPECT_EQ(result.stage, Stage::approach);
  EXPECT_EQ(result.playbooks.at(0).id, "PB1");
}

TEST(assess, the_machine_tool_path_is_an_alert_candidate_before_any_paper_moved) {
  const auto result = ticked({"AP1", "AP3", "CV1", "DV1", "HA1"});
  EXPECT_EQ(result.score, 24);
  EXPECT_EQ(result.band, Band::alert_candidate);
  EXPECT_EQ(result.stage, Stage::run);
}

TEST(assess, a_real_recruiter_is_a_note) {
  EXPECT_EQ(ticked({"AP5", "SP2", "OK1"}).band, Band::log);
}

TEST(assess, an_expert_network_with_invoice_is_a_note) {
  EXPECT_EQ(ticked({"AP5", "TE2", "OK6", "OK1"}).score, -1);
  EXPECT_EQ(ticked({"AP5", "TE2", "OK6", "OK1"}).band, Band::log);
}

// The rules one by one.

TEST(assess, proposed_counts_half_and_rejected_nothing) {
  EXPECT_EQ(assessed(states({"TA1"}, Tick::ticked)).score, 5);
  EXPECT_EQ(assessed(states({"TA1"}, Tick::proposed)).score, 2.5);
  EXPECT_EQ(assessed(states({"TA1"}, Tick::rejected)).score, 0);
  EXPECT_EQ(assessed(states({"OK1"}, Tick::proposed)).score, -2);
}

TEST(assess, an_indicator_counts_once_best_evidenced) {
  auto given = states({"TA1", "TA1"}, Tick::proposed);
  given.push_back({"TA1", Tick::ticked, 1, model::Quote{"the drawing", 3, 14}});
  const auto result = assessed(given, 2);
  EXPECT_EQ(result.score, 5);
  EXPECT_THAT(result.reasons.items(),
              Contains(testing::AllOf(Field(&model::Reason::code, "indicator"),
                                      Field(&model::Reason::encounter, 1U))));
}

TEST(assess, a_combination_is_full_only_when_every_member_is_ticked) {
  auto given = states({"TE1", "TA4"});
  EXPECT_EQ(assessed(given).score, 4 + 5 + 4);
  given[1].tick = Tick::proposed;
  EXPECT_EQ(assessed(given).score, 4 + 2.5 + 2);
  given[1].tick = Tick::rejected;
  EXPECT_EQ(assessed(given).score, 4);
}

TEST(assess, indicators_of_weight_one_never_make_a_case) {
  const auto alone = ticked({"SP2", "AS2", "AS3"});
  EXPECT_EQ(alone.score, 0);
  EXPECT_THAT(alone.reasons.items(), Contains(Field(&model::Reason::code, "weight_one_alone")));
  EXPECT_EQ(ticked({"SP2", "AP5"}).score, 3);
}

TEST(assess, a_protected_contact_stops_until_it_is_rejected) {
  auto given = states({"TA1", "TA4"});
  given.push_back({"OK8", Tick::proposed, std::nullopt, std::nullopt});
  const auto stopped = assessed(given);
  EXPECT_EQ(stopped.score, 0);
  EXPECT_EQ(stopped.band, Band::log);
  EXPECT_EQ(stopped.stage, Stage::none);
  EXPECT_EQ(stopped.reasons.items().at(0).code, "protected_stop");
  given.back().tick = Tick::rejected;
  EXPECT_EQ(assessed(given).score, 10);
}

TEST(assess, bands_begin_at_their_minimum) {
  for (const auto& [score, band] : {std::pair{-3.0, Band::log},
                                    {4.5, Band::log},
                                    {5.0, Band::watch},
                                    {9.5, Band::watch},
                                    {10.0, Band::concern},
                                    {17.5, Band::concern},
                                    {18.0, Band::alert_candidate}})
    EXPECT_EQ(assess::band_of(score, table()), band) << score;
}

TEST(assess, pressure_needs_no_earlier_stage_and_looks_after_the_reporter) {
  const auto result = ticked({"CO2"});
  EXPECT_EQ(result.stage, Stage::coerce);
  EXPECT_TRUE(result.welfare);
  ASSERT_FALSE(result.advice.empty());
  EXPECT_EQ(result.advice.at(0), "advice_safety_first");
  EXPECT_EQ(result.advice.at(1), "advice_line_24h");
  EXPECT_FALSE(ticked({"TA1"}).welfare);
}

TEST(assess, a_report_with_a_threat_gets_the_safety_advice_whatever_else_is_in_it) {
  model::Report report;
  report.encounters.resize(1);
  report.encounters[0].pressure = model::Pressure::threat;
  const auto result = assess::assess(report, {}, table());
  EXPECT_TRUE(result.welfare);
  EXPECT_EQ(result.advice.at(0), "advice_safety_first");
}

TEST(assess, no_acts_is_said) {
  const auto result = assessed({});
  EXPECT_EQ(result.score, 0);
  EXPECT_EQ(result.reasons.items().at(0).code, "no_acts");
  EXPECT_EQ(result.path, std::vector{Stage::none});
}

TEST(assess, the_path_tells_the_stage_of_each_encounter) {
  std::vector<IndicatorState> given = {{"AP1", Tick::ticked, 0, {}},
                                       {"DV1", Tick::proposed, 1, {}},
                                       {"TE1", Tick::ticked, 2, {}},
                                       {"SP2", Tick::ticked, 3, {}},
                                       {"AP3", Tick::rejected, 3, {}}};
  const auto result = assessed(given, 4);
  EXPECT_THAT(result.path, ElementsAre(Stage::approach, Stage::develop, Stage::test, Stage::none));
  EXPECT_EQ(result.stage, Stage::test);
}

TEST(assess, a_stage_needs_one_strong_sign_or_two_at_it_or_beyond) {
  EXPECT_EQ(ticked({"AP1"}).stage, Stage::none);
  EXPECT_EQ(ticked({"AP1", "AP2"}).stage, Stage::approach);
  EXPECT_EQ(ticked({"TE1"}).stage, Stage::test);
  EXPECT_EQ(ticked({"AP1", "DV1"}).stage, Stage::approach);
  EXPECT_EQ(ticked({"AP1", "AS1", "DV1"}).stage, Stage::probe);
  EXPECT_EQ(ticked({"AS2", "AS3"}).stage, Stage::none);
}

TEST(assess, money_or_papers_already_passed_is_answered_with_how_to_come_forward) {
  EXPECT_THAT(ticked({"TE1", "TA4"}).advice, Contains("advice_come_forward"));
  EXPECT_THAT(ticked({"TE1"}).advice, Contains("advice_keep_item"));
  EXPECT_THAT(ticked({"AP1", "AP2"}).advice, testing::Not(Contains("advice_come_forward")));
  EXPECT_THAT(ticked({"CY1", "AP5"}).advice, Contains("advice_cyber_desk"));
}

TEST(assess, every_point_of_the_score_has_its_reason) {
  for (const auto& result :
       {ticked({"SP1", "AP1", "AP2", "AP3", "CV1", "SP3", "OK5", "SP2"}), ticked({"AP1", "OK5"}),
        ticked({"SP2"}), assessed(states({"TE1", "TA4", "OK1"}, Tick::proposed))})
    EXPECT_EQ(sum_of_effects(result), result.score);
}

TEST(assess, playbooks_come_with_the_runner_up_best_first) {
  const auto fits = ticked({"AP1", "AP3", "CV1", "DV1", "TE1", "TA1"}).playbooks;
  ASSERT_GE(fits.size(), 2U);
  EXPECT_EQ(fits[0].id, "PB1");
  EXPECT_GE(fits[0].fit, fits[1].fit);
  EXPECT_LE(fits[0].fit, 1);
}

TEST(assess, a_playbook_told_in_its_order_fits_better) {
  const auto quote = [](std::size_t at) { return model::Quote{"x", at, at + 1}; };
  std::vector<IndicatorState> forward, backward;
  for (const auto* id : {"AP5", "CV4", "DV4", "TE2", "AP6", "TA1", "TA4"}) {
    forward.push_back({id, Tick::ticked, {}, quote(forward.size())});
    backward.push_back({id, Tick::ticked, {}, quote(10 - backward.size())});
  }
  const auto fit = [](const model::Assessment& result) {
    const auto found = std::ranges::find(result.playbooks, "PB3", &model::PlaybookFit::id);
    return found == result.playbooks.end() ? 0 : found->fit;
  };
  EXPECT_GT(fit(assessed(forward)), fit(assessed(backward)));
}

TEST(assess, unknown_ids_are_left_out) {
  EXPECT_EQ(ticked({"XX9", "AP1"}).score, 2);
}

/// Whoever the contact is, only acts move the result: not by one bit.
TEST(assess, names_languages_claims_and_origins_move_nothing) {
  const auto given = states({"AP1", "AP2", "AP3", "CV1", "DV5"});
  model::Report report;
  report.encounters.resize(2);
  report.personas.resize(2);
  const auto before = assess::assess(report, given, table());
  for (const auto* word : {"Сергей", "王偉", "Marco", "太郎", "Muslim", "Ukraine", ""}) {
    report.language = word;
    report.narrative = word;
    for (auto& encounter : report.encounters)
      encounter.languages = {word};
    for (auto& persona : report.personas) {
      persona.names = {{word, model::NameCertainty::shown_document}};
      persona.claimed = {word, word, word, word};
      persona.phones = persona.emails = persona.urls = {word};
      persona.appearance.hair = persona.appearance.build = persona.appearance.marks = word;
    }
    EXPECT_EQ(assess::assess(report, given, table()), before) << word;
  }
}

}  // namespace
