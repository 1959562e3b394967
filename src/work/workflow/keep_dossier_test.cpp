#include "work/workflow/keep_dossier.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "work/workflow/dossier_timeline.h"
#include "work/workflow/judge_link.h"
#include "work/workflow/test_reports.h"

namespace workflow {
namespace {

using base::ErrorKind;
using for_tests::queue_of;
using for_tests::street_report;
using model::DossierState;
using model::TaskKind;

model::Submission unticked(const std::string& name, const std::string& day = "2026-11-10") {
  auto submission = street_report(name);
  submission.report.encounters = {for_tests::street_encounter(day, "13109")};
  submission.report.encounters[0].behaviours.clear();
  submission.report.narrative = "駅前で道を尋ねられた。架空の話。";
  return submission;
}

struct Joined {
  TestHub test;
  model::Principal analyst = test.analyst(), second_reader = test.analyst_2();
  base::Id<model::Report> first =
      for_tests::released(test, test.officer_a(), unticked("セルゲイ", "2026-11-12"));
  base::Id<model::Report> second =
      for_tests::released(test, test.officer_b(), unticked("イワン", "2026-10-01"));
  std::vector<model::PersonaRef> personas{{first, 0}, {second, 0}};

  model::Dossier propose() {
    for_tests::vetted(test, analyst, first, {"AP1", "AP3"});
    return propose_dossier(test.hub, analyst, "Gate-1", personas).value();
  }
  model::Dossier opened() {
    const auto proposed = propose();
    return decide_dossier(test.hub, second_reader, proposed.id, proposed.revision,
                          DossierDecision::open)
        .value();
  }
};

TEST(propose_dossier, fewer_than_two_confirmed_acts_keep_no_record) {
  Joined joined;
  for_tests::vetted(joined.test, joined.analyst, joined.first, {"AP1"});
  const auto refused = propose_dossier(joined.test.hub, joined.analyst, "Gate-1", joined.personas);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().issues.at(0).pointer, "/personas");
  EXPECT_EQ(joined.test.row("SELECT COUNT(*) FROM dossier").integer(0), 0);
}

TEST(propose_dossier, acts_are_counted_over_all_its_reports) {
  Joined joined;
  for_tests::vetted(joined.test, joined.analyst, joined.first, {"AP1"});
  for_tests::vetted(joined.test, joined.analyst, joined.second, {"AP3"});
  const auto dossier =
      propose_dossier(joined.test.hub, joined.analyst, "Gate-1", joined.personas).value();
  EXPECT_EQ(dossier.state, DossierState::proposed);
  EXPECT_EQ(dossier.confirmed, (std::vector<std::string>{"AP1", "AP3"}));
}

TEST(propose_dossier, a_persona_that_is_not_there_is_not_found) {
  Joined joined;
  joined.propose();
  const auto refused =
      propose_dossier(joined.test.hub, joined.analyst, "Gate-2", {{joined.first, 5}});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::not_found);
}

TEST(propose_dossier, a_repeated_request_makes_one) {
  Joined joined;
  for_tests::vetted(joined.test, joined.analyst, joined.first, {"AP1", "AP3"});
  const RequestKey key{"dossier-key", "hash"};
  const auto one =
      propose_dossier(joined.test.hub, joined.analyst, "Gate-1", joined.personas, key).value();
  const auto two =
      propose_dossier(joined.test.hub, joined.analyst, "Gate-1", joined.personas, key).value();
  EXPECT_EQ(one.id, two.id);
}

TEST(decide_dossier, a_second_reader_opens_it) {
  Joined joined;
  const auto proposed = joined.propose();
  EXPECT_EQ(queue_of(joined.test, joined.second_reader, TaskKind::confirm_dossier).size(), 1U);
  const auto refused = decide_dossier(joined.test.hub, joined.analyst, proposed.id,
                                      proposed.revision, DossierDecision::open);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::forbidden);
  const auto opened = decide_dossier(joined.test.hub, joined.second_reader, proposed.id,
                                     proposed.revision, DossierDecision::open)
                          .value();
  EXPECT_EQ(opened.state, DossierState::open);
  EXPECT_EQ(opened.opened_by, joined.second_reader.name);
  EXPECT_TRUE(queue_of(joined.test, joined.second_reader, TaskKind::confirm_dossier).empty());
}

TEST(decide_dossier, acts_that_no_longer_hold_keep_it_shut) {
  Joined joined;
  const auto proposed = joined.propose();
  const auto revision = for_tests::open(joined.test, joined.analyst, joined.first).revision;
  static_cast<void>(tick_indicator(joined.test.hub, joined.analyst, joined.first, revision, "AP1",
                                   model::Tick::rejected)
                        .value());
  EXPECT_FALSE(decide_dossier(joined.test.hub, joined.second_reader, proposed.id, proposed.revision,
                              DossierDecision::open));
}

TEST(decide_dossier, a_refusal_needs_a_reason) {
  Joined joined;
  const auto proposed = joined.propose();
  EXPECT_FALSE(decide_dossier(joined.test.hub, joined.second_reader, proposed.id, proposed.revision,
                              DossierDecision::refuse));
  const auto refused = decide_dossier(joined.test.hub, joined.second_reader, proposed.id,
                                      proposed.revision, DossierDecision::refuse, "a tourist")
                           .value();
  EXPECT_EQ(refused.state, DossierState::refused);
  EXPECT_TRUE(
      find_dossiers_by_handle(joined.test.hub, joined.analyst, "+819000000001").value().empty());
}

TEST(keep_dossier, status_and_attribution_need_a_source) {
  Joined joined;
  auto dossier = joined.opened();
  const base::Day day = base::tokyo_day(joined.test.clock.now());
  EXPECT_FALSE(add_dossier_status(joined.test.hub, joined.analyst, dossier.id, dossier.revision,
                                  {model::ActorStatus::left, day, ""}));
  dossier = add_dossier_status(joined.test.hub, joined.analyst, dossier.id, dossier.revision,
                               {model::ActorStatus::left, day, "press"})
                .value();
  EXPECT_FALSE(add_dossier_attribution(joined.test.hub, joined.analyst, dossier.id,
                                       dossier.revision, {"a trade office", {}, "", day}));
  dossier = add_dossier_attribution(joined.test.hub, joined.analyst, dossier.id, dossier.revision,
                                    {"a trade office", {}, "an expert", day})
                .value();
  dossier = set_contrary_evidence(joined.test.hub, joined.analyst, dossier.id, dossier.revision,
                                  "two heights are told")
                .value();
  EXPECT_EQ(dossier.statuses.back().status, model::ActorStatus::left);
  EXPECT_EQ(dossier.attributions.size(), 1U);
  EXPECT_EQ(dossier.contrary_evidence, "two heights are told");
}

TEST(keep_dossier, it_is_found_by_a_handle_and_never_by_a_name) {
  Joined joined;
  const auto dossier = joined.opened();
  const auto found =
      find_dossiers_by_handle(joined.test.hub, joined.analyst, "090-0000-0001").value();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].id, dossier.id);
  EXPECT_TRUE(find_dossiers_by_handle(joined.test.hub, joined.analyst, "セルゲイ").value().empty());
  EXPECT_TRUE(search_reports(joined.test.hub, joined.analyst, "セルゲイ").value().empty());
}

TEST(keep_dossier, a_persona_taken_out_leaves_what_the_rest_confirms) {
  Joined joined;
  const auto dossier = joined.opened();
  const auto removed = remove_dossier_persona(joined.test.hub, joined.analyst, dossier.id,
                                              dossier.revision, {joined.first, 0})
                           .value();
  EXPECT_EQ(removed.dossier.personas.size(), 1U);
  EXPECT_TRUE(removed.dossier.confirmed.empty());
  EXPECT_TRUE(removed.alerts_to_correct.empty());
  EXPECT_FALSE(remove_dossier_persona(joined.test.hub, joined.analyst, dossier.id,
                                      removed.dossier.revision, {joined.first, 0}));
}

TEST(keep_dossier, companies_and_stations_know_nothing_of_it) {
  Joined joined;
  const auto dossier = joined.opened();
  for (const auto& other :
       {joined.test.officer_a(), joined.test.station_officer_a(), joined.test.administrator()}) {
    EXPECT_FALSE(open_dossier(joined.test.hub, other, dossier.id, "linking")) << other.name;
    EXPECT_FALSE(list_dossiers(joined.test.hub, other, std::nullopt, {})) << other.name;
  }
}

TEST(open_dossier, tells_its_encounters_in_order) {
  Joined joined;
  const auto dossier = joined.opened();
  const auto view = open_dossier(joined.test.hub, joined.analyst, dossier.id, "linking").value();
  ASSERT_EQ(view.timeline.size(), 2U);
  EXPECT_EQ(view.timeline[0].persona.report, joined.second);
  EXPECT_EQ(view.timeline[0].names, std::vector<std::string>{"イワン"});
  EXPECT_EQ(view.timeline[1].when->edtf, "2026-11-12");
  ASSERT_TRUE(view.assessment);
  EXPECT_THAT(joined.test.recorded_actions(), testing::Contains("dossier.read"));
}

}  // namespace
}  // namespace workflow
