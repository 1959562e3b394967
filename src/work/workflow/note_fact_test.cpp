#include "work/workflow/note_fact.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "work/workflow/keep_dossier.h"
#include "work/workflow/purge_reports.h"
#include "work/workflow/test_reports.h"
#include "work/workflow/verify_store.h"

namespace workflow {
namespace {

using base::ErrorKind;
using for_tests::count_rows;
using for_tests::error_kind_of;
using model::FactEdit;
using model::FactMark;
using model::FactView;
using std::chrono::days;
using testing::Contains;
using testing::ElementsAre;
using testing::Not;

constexpr auto plate = "品川 300 あ 12-34";
constexpr auto phone = "+81 90-0000-0001";

FactEdit car() {
  FactEdit edit;
  edit.kind = model::FactKind::vehicle;
  edit.seen_on = model::parse_reported_date("2026-11-20").value();
  edit.area = "13109";
  edit.place = "架空電機の北門";
  edit.text = "白い車が一時間止まっていた。架空の話。";
  edit.plate = plate;
  edit.purpose = model::FactPurpose::check_contact;
  edit.why = "報告にあった車か";
  return edit;
}

class fact_test : public testing::Test {
 protected:
  FactView noted(const FactEdit& edit) {
    auto made = note_fact(test.hub, officer, edit);
    EXPECT_TRUE(made) << made.error().text();
    return std::move(*made);
  }
  FactView seen_by(const model::Principal& principal, base::Id<model::SmallFact> id) {
    return open_fact(test.hub, principal, id).value();
  }
  std::size_t listed(const model::Principal& principal) {
    return list_facts(test.hub, principal, {}).value().items.size();
  }
  std::vector<std::string> pointers_of(const FactEdit& edit) {
    const auto refused = note_fact(test.hub, officer, edit);
    EXPECT_FALSE(refused);
    std::vector<std::string> pointers;
    if (!refused)
      for (const auto& issue : refused.error().issues)
        pointers.push_back(issue.pointer);
    return pointers;
  }
  bool record_holds() {
    for_tests::seal_all(test);
    return verify_store(test.database(), test.keys()).holds;
  }

  /// A report of a man with that car and that telephone.
  base::Id<model::Report> reported(const std::string& number = phone) {
    auto submission = for_tests::street_report("セルゲイ", number);
    submission.report.personas[0].vehicle = std::string("白い車、") + plate;
    return for_tests::released(test, test.officer_a(), submission);
  }
  model::Dossier proposed(base::Id<model::Report> report) {
    for_tests::vetted(test, test.analyst(), report);
    return propose_dossier(test.hub, test.analyst(), "Gate-1", {{report, 0}}).value();
  }
  model::Dossier decided(const model::Dossier& dossier, DossierDecision decision) {
    return decide_dossier(test.hub, test.analyst_2(), dossier.id, dossier.revision, decision,
                          "架空の理由")
        .value();
  }
  model::Dossier opened(base::Id<model::Report> report) {
    return decided(proposed(report), DossierDecision::open);
  }

  TestHub test;
  const model::Principal officer = test.station_officer_a();
  const model::Principal colleague =
      test.person(test.station_a, {model::Role::station_officer}, "colleague");
};

TEST_F(fact_test, is_noted_sealed_and_stands_in_the_record) {
  const auto fact = noted(car()).fact;
  EXPECT_EQ(fact.organisation, test.station_a.id);
  EXPECT_EQ(fact.expires_at, fact.made_at + days(90));
  const auto body = base::to_text(test.row("SELECT body FROM small_fact").bytes(0));
  EXPECT_EQ(body.find("12-34"), std::string::npos);
  EXPECT_EQ(seen_by(test.analyst(), fact.id).fact.content.plate, plate);
  EXPECT_TRUE(record_holds());
  test.change("UPDATE small_fact SET expires_at = expires_at + 1");
  EXPECT_FALSE(verify_store(test.database(), test.keys()).holds);
}

TEST_F(fact_test, a_repeated_request_makes_one) {
  const RequestKey request{"fact-key", "hash"};
  const auto first = note_fact(test.hub, officer, car(), request).value();
  EXPECT_EQ(note_fact(test.hub, officer, car(), request).value().fact.id, first.fact.id);
  EXPECT_EQ(count_rows(test, "small_fact"), 1);
}

TEST_F(fact_test, needs_what_where_why_and_a_day_that_has_been) {
  auto edit = car();
  edit.place = edit.text = edit.why = "　";
  edit.seen_on = model::parse_reported_date("2026-12-01").value();
  EXPECT_THAT(pointers_of(edit), ElementsAre("/seen_on", "/place", "/text", "/why"));
}

TEST_F(fact_test, lies_in_the_territory_of_the_desk_and_without_a_place_at_its_first) {
  auto edit = car();
  edit.area = "13103";
  EXPECT_THAT(pointers_of(edit), ElementsAre("/area"));
  edit.area = "north gate";
  EXPECT_THAT(pointers_of(edit), ElementsAre("/area"));
  edit.area = "";
  EXPECT_EQ(noted(edit).fact.content.area, "13109");
  edit.area = "27100";
  EXPECT_TRUE(note_fact(test.hub, test.analyst(), edit));
}

TEST_F(fact_test, takes_no_mark_that_cannot_be_compared) {
  auto edit = car();
  edit.plate = "白い車";
  edit.phone = "内線";
  edit.handle = model::Handle{"line", " "};
  edit.url = "none";
  EXPECT_THAT(pointers_of(edit), ElementsAre("/plate", "/phone", "/handle", "/url"));
}

TEST_F(fact_test, is_for_people_of_the_police_of_the_place_alone) {
  const auto id = noted(car()).fact.id;
  EXPECT_EQ(listed(officer), 1U);
  EXPECT_EQ(listed(test.analyst()), 1U);
  EXPECT_EQ(listed(test.station_officer_b()), 0U);
  EXPECT_EQ(error_kind_of(open_fact(test.hub, test.station_officer_b(), id)), ErrorKind::not_found);
  EXPECT_EQ(error_kind_of(remove_fact(test.hub, test.station_officer_b(), id, 1)),
            ErrorKind::not_found);
  for (const auto& other : {test.officer_a(), test.auditor(), test.approver(), test.investigator(),
                            test.administrator(), TestHub::jobs()}) {
    EXPECT_EQ(error_kind_of(open_fact(test.hub, other, id)), ErrorKind::forbidden) << other.name;
    EXPECT_EQ(error_kind_of(list_facts(test.hub, other, {})), ErrorKind::forbidden) << other.name;
  }
  auto program = officer;
  program.kind = model::Principal::Kind::program;
  EXPECT_EQ(error_kind_of(note_fact(test.hub, program, car())), ErrorKind::forbidden);
  EXPECT_EQ(error_kind_of(open_fact(test.hub, program, id)), ErrorKind::forbidden);
}

TEST_F(fact_test, a_hit_tells_who_reads_no_dossiers_only_whom_to_ask) {
  const auto none = noted(car()).answer;
  EXPECT_FALSE(none.hit);
  const auto dossier = opened(reported());
  const auto hit = noted(car());
  EXPECT_TRUE(hit.answer.hit);
  EXPECT_TRUE(hit.answer.dossiers.empty());
  EXPECT_EQ(hit.answer.ask, test.bureau.id);
  EXPECT_EQ(hit.answer.ask_name, test.bureau.name);
  EXPECT_EQ(none.ask, hit.answer.ask);
  EXPECT_EQ(none.ask_name, hit.answer.ask_name);
  const auto read = seen_by(test.analyst(), hit.fact.id).answer;
  ASSERT_EQ(read.dossiers.size(), 1U);
  EXPECT_EQ(read.dossiers[0].dossier, dossier.id);
  EXPECT_EQ(read.dossiers[0].label, "Gate-1");
  EXPECT_THAT(read.dossiers[0].marks, ElementsAre(FactMark::plate));
}

TEST_F(fact_test, is_compared_in_whatever_way_its_marks_are_written) {
  opened(reported());
  auto edit = car();
  edit.plate = "品川３００あ１２３４";
  edit.phone = "090 0000 0001";
  const auto read = seen_by(test.analyst(), noted(edit).fact.id).answer;
  ASSERT_EQ(read.dossiers.size(), 1U);
  EXPECT_THAT(read.dossiers[0].marks, ElementsAre(FactMark::plate, FactMark::phone));
}

TEST_F(fact_test, is_asked_anew_at_every_look) {
  const auto early = noted(car());
  EXPECT_FALSE(early.answer.hit);
  opened(reported());
  EXPECT_TRUE(seen_by(officer, early.fact.id).answer.hit);
  EXPECT_TRUE(list_facts(test.hub, officer, {}).value().items.at(0).answer.hit);
}

TEST_F(fact_test, meets_no_report_no_proposed_and_no_ended_dossier) {
  const auto report = reported();
  EXPECT_FALSE(noted(car()).answer.hit) << "a report alone";
  const auto dossier = proposed(report);
  EXPECT_FALSE(noted(car()).answer.hit) << "proposed";
  const auto open = decided(dossier, DossierDecision::open);
  EXPECT_TRUE(noted(car()).answer.hit);
  decided(open, DossierDecision::close);
  EXPECT_FALSE(noted(car()).answer.hit) << "closed";
}

TEST_F(fact_test, meets_no_persona_of_a_report_that_nobody_vetted_even_in_an_open_dossier) {
  const auto dossier = opened(reported());
  const auto unvetted = reported("+81 90-0000-0002");
  ASSERT_TRUE(
      add_dossier_persona(test.hub, test.analyst(), dossier.id, dossier.revision, {unvetted, 0}));
  auto edit = car();
  edit.plate.clear();
  edit.phone = "+81 90-0000-0002";
  EXPECT_FALSE(noted(edit).answer.hit);
  for_tests::vetted(test, test.analyst(), unvetted);
  EXPECT_TRUE(noted(edit).answer.hit);
}

TEST_F(fact_test, meets_nothing_that_rests_on_a_report_set_aside_since) {
  const auto report = reported();
  opened(report);
  const auto revision = for_tests::open(test, test.analyst(), report).revision;
  ASSERT_TRUE(set_aside(test.hub, test.analyst(), report, revision, "a tourist"));
  EXPECT_FALSE(noted(car()).answer.hit);
}

TEST_F(fact_test, a_name_and_looks_meet_nobody) {
  opened(reported());
  auto edit = car();
  edit.kind = model::FactKind::person;
  edit.plate.clear();
  edit.text = std::string("セルゲイと名乗る男。白い車 ") + plate;
  edit.why = "セルゲイ";
  EXPECT_FALSE(noted(edit).answer.hit);
}

TEST_F(fact_test, makes_no_persona_no_link_no_task_and_moves_no_score) {
  const auto report = reported();
  opened(report);
  const auto counted = [&] {
    std::vector<std::int64_t> rows;
    for (const auto* table : {"report", "persona", "link", "match_key", "task", "job", "dossier",
                              "dossier_handle", "search_text"})
      rows.push_back(count_rows(test, table));
    return rows;
  };
  const auto before = counted();
  const auto score = for_tests::open(test, test.analyst(), report).assessment->score;
  noted(car());
  for_tests::run_jobs(test);
  EXPECT_EQ(counted(), before);
  EXPECT_EQ(for_tests::open(test, test.analyst(), report).assessment->score, score);
}

TEST_F(fact_test, every_look_and_every_dossier_met_stand_in_the_record) {
  const auto id = noted(car()).fact.id;
  EXPECT_THAT(test.recorded_actions(), Not(Contains("dossier.met")));
  opened(reported());
  seen_by(officer, id);
  EXPECT_EQ(listed(officer), 1U);
  const auto actions = test.recorded_actions();
  EXPECT_THAT(actions, Contains("fact.note"));
  EXPECT_THAT(actions, Contains("fact.read"));
  EXPECT_THAT(actions, Contains("fact.list"));
  EXPECT_EQ(std::ranges::count(actions, "dossier.met"), 2);
}

TEST_F(fact_test, is_extended_once_by_a_second_person_who_says_why) {
  const auto fact = noted(car()).fact;
  const auto extend = [&](const model::Principal& who, std::int64_t revision,
                          const std::string& reason = "また来た") {
    return extend_fact(test.hub, who, fact.id, revision, reason);
  };
  EXPECT_EQ(error_kind_of(extend(officer, 1)), ErrorKind::forbidden);
  EXPECT_EQ(error_kind_of(extend(colleague, 1, " ")), ErrorKind::invalid_input);
  EXPECT_EQ(error_kind_of(extend(colleague, 7)), ErrorKind::precondition_failed);
  const auto extended = extend(colleague, 1).value().fact;
  EXPECT_EQ(extended.expires_at, fact.made_at + days(180));
  EXPECT_EQ(extended.state, model::FactState::extended);
  EXPECT_EQ(extended.extended_by, "colleague");
  EXPECT_EQ(error_kind_of(extend(test.analyst(), 2)), ErrorKind::conflict);
  EXPECT_TRUE(record_holds());
}

TEST_F(fact_test, is_gone_after_ninety_days_and_nothing_of_it_stays) {
  const auto ending = noted(car()).fact;
  const auto kept = noted(car()).fact;
  ASSERT_TRUE(extend_fact(test.hub, colleague, kept.id, kept.revision, "また来た"));
  test.clock.advance(days(90) - std::chrono::seconds(1));
  EXPECT_EQ(keep_to_clocks(test.hub).purged, 0U);
  EXPECT_EQ(listed(officer), 2U);
  test.clock.advance(std::chrono::seconds(1));
  EXPECT_EQ(listed(officer), 1U) << "gone before the clock comes round";
  EXPECT_EQ(error_kind_of(open_fact(test.hub, officer, ending.id)), ErrorKind::not_found);
  EXPECT_EQ(keep_to_clocks(test.hub).purged, 1U);
  EXPECT_EQ(count_rows(test, "small_fact"), 1);
  EXPECT_THAT(test.recorded_actions(), Contains("fact.purge"));
  EXPECT_TRUE(record_holds());
  test.clock.advance(days(90));
  EXPECT_EQ(keep_to_clocks(test.hub).purged, 1U);
  EXPECT_EQ(count_rows(test, "small_fact"), 0);
  EXPECT_TRUE(record_holds());
}

TEST_F(fact_test, is_removed_by_its_desk_at_the_revision_that_was_read) {
  const auto fact = noted(car()).fact;
  EXPECT_EQ(error_kind_of(remove_fact(test.hub, colleague, fact.id, 7)),
            ErrorKind::precondition_failed);
  ASSERT_TRUE(remove_fact(test.hub, colleague, fact.id, fact.revision));
  EXPECT_EQ(count_rows(test, "small_fact"), 0);
  EXPECT_EQ(error_kind_of(open_fact(test.hub, officer, fact.id)), ErrorKind::not_found);
  EXPECT_TRUE(record_holds());
}

}  // namespace
}  // namespace workflow
