#include "work/workflow/vet_report.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "edges/store/persona.h"
#include "work/workflow/judge_link.h"
#include "work/workflow/test_alerts.h"
#include "work/workflow/test_reports.h"

namespace workflow {
namespace {

using base::ErrorKind;
using for_tests::queue_of;
using for_tests::released;
using for_tests::run_jobs;
using for_tests::street_report;
using model::ReportState;
using model::TaskKind;
using model::Tick;

/// From an organisation whose ticks do not count by themselves.
model::Submission unticked_report() {
  auto submission = street_report();
  submission.report.encounters[0].behaviours.clear();
  submission.report.narrative = "駅前で道を尋ねられた。架空の話。";
  return submission;
}

TEST(vet_report, a_tick_raises_the_score_and_a_rejection_lowers_it) {
  TestHub test;
  const auto id = released(test, test.officer_a(), unticked_report());
  const auto analyst = test.analyst();
  const auto before = for_tests::open(test, analyst, id);
  const auto ticked =
      tick_indicator(test.hub, analyst, id, before.revision, "AP1", Tick::ticked).value();
  EXPECT_GT(ticked.assessment->score, before.assessment->score);
  const auto rejected =
      tick_indicator(test.hub, analyst, id, ticked.revision, "AP1", Tick::rejected).value();
  EXPECT_LT(rejected.assessment->score, ticked.assessment->score);
}

TEST(vet_report, a_tick_outlives_a_new_reading) {
  TestHub test;
  const auto id = released(test, test.officer_a(), unticked_report());
  const auto analyst = test.analyst();
  const auto revision = for_tests::open(test, analyst, id).revision;
  const auto ticked = tick_indicator(test.hub, analyst, id, revision, "DV1", Tick::ticked).value();
  test.database().write(
      [&](db::Connection& connection) { request_reading(test.hub, connection, analyst, id); });
  run_jobs(test);
  const auto again = for_tests::open(test, analyst, id);
  EXPECT_EQ(again.indicators, ticked.indicators);
  EXPECT_EQ(again.revision, ticked.revision);
}

TEST(vet_report, an_unknown_indicator_is_named) {
  TestHub test;
  const auto id = released(test, test.officer_a(), street_report());
  const auto refused = tick_indicator(test.hub, test.analyst(), id, 1, "ZZ9", Tick::ticked);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().issues.at(0).pointer, "indicator");
}

TEST(vet_report, who_saw_an_older_report_changes_nothing) {
  TestHub test;
  const auto id = released(test, test.officer_a(), street_report());
  const auto refused = vet_behaviour(test.hub, test.analyst(), id, 1);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::precondition_failed);
}

TEST(vet_report, the_second_part_needs_another_person) {
  TestHub test;
  const auto id = released(test, test.officer_a(), street_report());
  const auto first = for_tests::vetted(test, test.analyst(), id);
  EXPECT_EQ(first.state, ReportState::vetted_behaviour);
  EXPECT_TRUE(queue_of(test, test.analyst(), TaskKind::vet_behaviour).empty());
  ASSERT_EQ(queue_of(test, test.analyst_2(), TaskKind::vet_context).size(), 1U);
  const auto refused = vet_context(test.hub, test.analyst(), id, first.revision);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::forbidden);
  const auto second = vet_context(test.hub, test.analyst_2(), id, first.revision).value();
  EXPECT_EQ(second.state, ReportState::vetted_context);
  EXPECT_EQ(second.vetted_context_by, "analyst-2.bureau");
  EXPECT_TRUE(queue_of(test, test.analyst_2(), TaskKind::vet_context).empty());
}

TEST(vet_report, a_station_vets_its_own_territory_first_and_no_other) {
  TestHub test;
  const auto id = released(test, test.officer_a(), street_report());
  const auto revision = for_tests::open(test, test.station_officer_a(), id).revision;
  EXPECT_EQ(queue_of(test, test.station_officer_a(), TaskKind::vet_behaviour).size(), 1U);
  EXPECT_TRUE(queue_of(test, test.station_officer_b(), TaskKind::vet_behaviour).empty());
  const auto other = vet_behaviour(test.hub, test.station_officer_b(), id, revision);
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().kind, ErrorKind::not_found);
  EXPECT_TRUE(vet_behaviour(test.hub, test.station_officer_a(), id, revision));
}

TEST(vet_report, how_it_was_learned_must_be_known_before_vetting_ends) {
  TestHub test;
  auto submission = street_report();
  submission.report.how_learned = model::HowLearned::not_said;
  const auto id = released(test, test.officer_a(), submission);
  const auto first = for_tests::vetted(test, test.analyst(), id);
  const auto refused = vet_context(test.hub, test.analyst_2(), id, first.revision);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().issues.at(0).pointer, "/how_learned");
  const auto second =
      vet_context(test.hub, test.analyst_2(), id, first.revision, "told by the one approached");
  ASSERT_TRUE(second);
  EXPECT_EQ(second->vetting_note, "told by the one approached");
}

TEST(vet_report, an_alert_candidate_asks_for_a_draft_once_it_is_vetted) {
  TestHub test;
  const auto id = released(test, test.officer_a(), street_report());
  EXPECT_TRUE(queue_of(test, test.analyst(), TaskKind::draft_alert).empty());
  const auto record =
      for_tests::vetted(test, test.analyst(), id, {"AP1", "AP2", "AP3", "CV1", "DV1", "HA1"});
  ASSERT_EQ(record.assessment->band, model::Band::alert_candidate);
  EXPECT_EQ(queue_of(test, test.analyst(), TaskKind::draft_alert).size(), 1U);
}

TEST(vet_report, setting_aside_needs_a_reason_and_forgets_what_was_derived) {
  TestHub test;
  released(test, test.officer_b(), street_report("イワン"));
  const auto id = released(test, test.officer_a(), street_report());
  const auto revision = for_tests::open(test, test.analyst(), id).revision;
  const auto refused = set_aside(test.hub, test.analyst(), id, revision, " ");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().issues.at(0).pointer, "/reason");
  const auto aside = set_aside(test.hub, test.analyst(), id, revision, "a lost tourist").value();
  EXPECT_EQ(aside.state, ReportState::set_aside);
  EXPECT_EQ(test.row("SELECT COUNT(*) FROM link").integer(0), 0);
  EXPECT_EQ(test.row("SELECT COUNT(*) FROM persona").integer(0), 1) << "the other report's";
  EXPECT_EQ(queue_of(test, test.analyst(), TaskKind::vet_behaviour).size(), 1U);
  EXPECT_EQ(queue_of(test, test.analyst(), TaskKind::give_feedback).size(), 2U);
  EXPECT_TRUE(queue_of(test, test.analyst(), TaskKind::judge_link).empty());
}

model::Submission rumour() {
  model::Submission submission;
  submission.report.narrative = "同僚が中国人だから怪しいという噂を聞いた。";
  submission.report.language = "ja";
  return submission;
}

/// The firm's officer corrects a released report into a rumour and releases that.
void correct_into_rumour(TestHub& test, const model::Principal& officer,
                         base::Id<model::Report> id) {
  const auto revision = open_report(test.hub, officer, id, "own_report").value().revision;
  ASSERT_TRUE(correct_report(test.hub, officer, id, revision, rumour()));
  for_tests::release(test, officer, id);
  run_jobs(test);
}

TEST(process_report, a_correction_that_trips_a_guard_is_found_by_nothing_any_more) {
  TestHub test;
  released(test, test.officer_b(), street_report("イワン"));
  const auto texts = for_tests::count_rows(test, "search_text");
  auto submission = street_report("ナターシャ");
  submission.report.narrative = "居酒屋で工程表を見せてほしいと頼まれた。架空の話。";
  const auto id = released(test, test.officer_a(), submission);
  const auto analyst = test.analyst();
  ASSERT_EQ(queue_of(test, analyst, TaskKind::judge_link).size(), 1U);
  ASSERT_TRUE(hit_or_no_hit(test.hub, test.station_officer_b(), "ナターシャ")->hit);
  ASSERT_EQ(search_reports(test.hub, analyst, "工程表")->size(), 1U);
  correct_into_rumour(test, test.officer_a(), id);
  ASSERT_EQ(for_tests::open(test, analyst, id).state, ReportState::second_reader);
  EXPECT_FALSE(hit_or_no_hit(test.hub, test.station_officer_b(), "ナターシャ")->hit);
  EXPECT_TRUE(search_reports(test.hub, analyst, "工程表")->empty());
  EXPECT_EQ(for_tests::count_rows(test, "search_text"), texts);
  EXPECT_EQ(for_tests::count_rows(test, "persona"), 1) << "the other report's";
  EXPECT_EQ(for_tests::count_rows(test, "link"), 0);
  EXPECT_TRUE(queue_of(test, analyst, TaskKind::judge_link).empty());
  EXPECT_EQ(test.row("SELECT COUNT(*) FROM job WHERE kind = 'report.feedback_latest'").integer(0),
            2)
      << "its reporter is still owed an answer";
}

TEST(process_report, an_alert_on_what_a_guard_stopped_later_asks_for_a_correction_once) {
  for_tests::AlertDesk desk;
  auto& test = desk.test;
  const auto alert = desk.sent();
  ASSERT_FALSE(desk.has_task(alert.id.bytes, TaskKind::correct_alert));
  correct_into_rumour(test, test.officer_a(), desk.report_a);
  EXPECT_TRUE(desk.has_task(alert.id.bytes, TaskKind::correct_alert));
  const auto actions = test.recorded_actions().size();
  const auto analyst = test.analyst();
  test.database().write([&](db::Connection& connection) {
    request_reading(test.hub, connection, analyst, desk.report_a);
  });
  run_jobs(test);
  EXPECT_EQ(test.recorded_actions().size(), actions) << "read again, nothing is new";
}

TEST(second_reading, not_a_contact_case_forgets_what_an_older_program_left_of_it) {
  TestHub test;
  const auto id = for_tests::submit(test, test.station_officer_a(), rumour()).report;
  run_jobs(test);
  test.database().write([&](db::Connection& connection) {
    store::set_personas(connection, store::find_report(connection, test.keys(), id).value(),
                        std::vector<model::PersonaFeatures>(1));
  });
  const auto revision = for_tests::open(test, test.analyst(), id).revision;
  ASSERT_TRUE(second_reading(test.hub, test.analyst(), id, revision,
                             SecondReading::not_a_contact_case, "hearsay"));
  EXPECT_EQ(for_tests::count_rows(test, "persona"), 0);
}

TEST(second_reading, not_a_contact_case_is_kept_apart) {
  TestHub test;
  const auto id = for_tests::submit(test, test.station_officer_a(), rumour()).report;
  run_jobs(test);
  const auto analyst = test.analyst();
  const auto revision = for_tests::open(test, analyst, id).revision;
  const auto decided =
      second_reading(test.hub, analyst, id, revision, SecondReading::not_a_contact_case, "hearsay")
          .value();
  EXPECT_EQ(decided.state, ReportState::set_aside);
  EXPECT_EQ(run_jobs(test), 0U);
  EXPECT_TRUE(queue_of(test, analyst, TaskKind::second_reader).empty());
}

TEST(second_reading, a_contact_case_is_read_again_without_the_guard) {
  TestHub test;
  auto submission = rumour();
  submission.report.encounters = {for_tests::street_encounter("2026-11-10", "13109")};
  submission.report.encounters[0].personas.clear();
  submission.report.encounters[0].behaviours.clear();
  const auto id = for_tests::submit(test, test.station_officer_a(), submission).report;
  run_jobs(test);
  const auto analyst = test.analyst();
  const auto stopped = for_tests::open(test, analyst, id);
  if (stopped.state != ReportState::second_reader) GTEST_SKIP() << "the reading let it through";
  const auto decided = second_reading(test.hub, analyst, id, stopped.revision,
                                      SecondReading::contact_case, "an act is told")
                           .value();
  EXPECT_EQ(decided.state, ReportState::released);
  run_jobs(test);
  const auto record = for_tests::open(test, analyst, id);
  EXPECT_EQ(record.state, ReportState::released);
  EXPECT_EQ(record.kind, model::ReportKind::contact);
  EXPECT_TRUE(record.assessment);
  EXPECT_EQ(queue_of(test, analyst, TaskKind::vet_behaviour).size(), 1U);
}

TEST(second_reading, only_what_a_guard_stopped_is_decided) {
  TestHub test;
  const auto id = released(test, test.officer_a(), street_report());
  const auto revision = for_tests::open(test, test.analyst(), id).revision;
  const auto refused = second_reading(test.hub, test.analyst(), id, revision,
                                      SecondReading::not_a_contact_case, "no");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::refused);
}

}  // namespace
}  // namespace workflow
