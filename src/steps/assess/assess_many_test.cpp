#include "steps/assess/assess_many.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ground/model/table_for_tests.h"

namespace {

using assess::LinkedReport;
using model::Stage;
using model::Tick;
using testing::ElementsAre;

LinkedReport linked(std::initializer_list<const char*> ids, std::int32_t day,
                    Tick tick = Tick::ticked) {
  LinkedReport report;
  report.encounter_count = 1;
  report.day_first = day;
  for (const auto* id : ids)
    report.states.push_back({id, tick, 0, model::Quote{"x", 0, 1}});
  return report;
}

model::Assessment assessed_together(const std::vector<LinkedReport>& reports) {
  return assess::assess_many(reports, model::for_tests::table());
}

TEST(assess_many, the_same_act_at_three_firms_counts_once) {
  const auto one = assessed_together({linked({"AP1", "AP2"}, 1)});
  const auto two = assessed_together({linked({"AP1", "AP2"}, 1), linked({"AP1", "AP2"}, 8)});
  EXPECT_EQ(one.score, 4);
  EXPECT_EQ(two.score, 8) << "4 for the acts and 4 for several people approached";
}

TEST(assess_many, three_firms_with_the_street_script_make_an_alert_candidate) {
  const auto result =
      assessed_together({linked({"SP1", "AP1", "AP2"}, 1), linked({"AP1", "AP3"}, 8),
                         linked({"AP1", "AP2", "CV1"}, 20)});
  EXPECT_EQ(result.score, 20);
  EXPECT_EQ(result.band, model::Band::alert_candidate);
}

TEST(assess_many, the_best_evidenced_report_counts) {
  const auto result =
      assessed_together({linked({"TA1"}, 1, Tick::proposed), linked({"TA1"}, 2, Tick::ticked)});
  EXPECT_EQ(result.score, 5 + 4);
}

TEST(assess_many, the_path_follows_time_and_the_worst_stage_stands) {
  const auto result = assessed_together(
      {linked({"TE1"}, 30), linked({"AP1", "AP2"}, 1), linked({"DV5"}, 10), linked({"AP1"}, 40)});
  EXPECT_THAT(result.path, ElementsAre(Stage::approach, Stage::develop, Stage::test, Stage::none));
  EXPECT_EQ(result.stage, Stage::test);
}

TEST(assess_many, reasons_say_in_how_many_reports_and_quote_none) {
  const auto result = assessed_together({linked({"AP1"}, 1), linked({"AP1", "CV1"}, 2)});
  for (const auto& reason : result.reasons) {
    EXPECT_FALSE(reason.quote);
    EXPECT_FALSE(reason.encounter);
    if (reason.code != "indicator" || reason.parameters[0] == "SP3") continue;
    EXPECT_EQ(reason.parameters[2], reason.parameters[0] == "CV1" ? "1" : "2");
  }
}

TEST(assess_many, a_protected_report_is_left_out) {
  const auto result = assessed_together({linked({"AP1", "AP2"}, 1), linked({"TA1", "OK8"}, 2)});
  EXPECT_EQ(result.score, 4);
  EXPECT_EQ(assessed_together({linked({"TA1", "OK8"}, 2)}).reasons.items().at(0).code,
            "protected_stop");
}

TEST(assess_many, no_report_at_all_is_no_case) {
  EXPECT_EQ(assessed_together({}).reasons.items().at(0).code, "no_acts");
}

TEST(assess_many, the_order_in_which_reports_arrive_moves_nothing) {
  const auto a = linked({"AP1", "AP2"}, 1), b = linked({"DV5"}, 10), c = linked({"TE1"}, 30);
  EXPECT_EQ(assessed_together({a, b, c}), assessed_together({c, b, a}));
}

}  // namespace
