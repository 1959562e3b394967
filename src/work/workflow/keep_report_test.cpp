#include "work/workflow/keep_report.h"

#include <gtest/gtest.h>

#include "work/workflow/consult.h"
#include "work/workflow/feedback.h"
#include "work/workflow/keep_dossier.h"
#include "work/workflow/purge_reports.h"
#include "work/workflow/test_reports.h"
#include "work/workflow/verify_store.h"

namespace workflow {
namespace {

using base::ErrorKind;
using for_tests::count_rows;
using for_tests::error_kind_of;
using for_tests::queue_of;
using for_tests::street_report;
using model::KeepingDecision;
using model::KeepingRule;
using model::TaskKind;
using std::chrono::days;

/// An anonymous report that an analyst set aside.
struct SetAside {
  TestHub test;
  model::Principal analyst = test.analyst();
  model::Receipt receipt = for_tests::submit(test, TestHub::anonymous(), street_report());
  base::Id<model::Report> id;

  SetAside() {
    for_tests::run_jobs(test);
    id = list_reports(test.hub, analyst, std::nullopt, {}).value().items.at(0).id;
    const auto revision = for_tests::open(test, analyst, id).revision;
    static_cast<void>(set_aside(test.hub, analyst, id, revision, "a tourist").value());
  }
  model::Keeping decide(KeepingDecision decision) {
    const auto revision = read_keeping(test.hub, analyst, id).value().revision;
    return decide_keeping(test.hub, analyst, id, revision, decision, "a court asked").value();
  }
  bool is_there() { return count_rows(test, "report") == 1; }
};

/// A report that a firm released and a dossier rests on.
struct InUse {
  TestHub test;
  model::Principal analyst = test.analyst();
  base::Id<model::Report> id = for_tests::released(test, test.officer_a(), street_report());
  base::Id<model::Dossier> dossier;

  InUse() {
    for_tests::vetted(test, analyst, id);
    dossier = propose_dossier(test.hub, analyst, "Gate-1", {{id, 0}}).value().id;
  }
};

bool record_holds(TestHub& test) {
  for_tests::seal_all(test);
  const auto found = verify_store(test.database(), test.keys());
  EXPECT_TRUE(found.holds) << found.first_broken;
  return found.holds;
}

TEST(keeping, a_note_ends_after_half_a_year_and_leaves_only_its_count) {
  SetAside note;
  static_cast<void>(
      write_mailbox(note.test.hub, TestHub::anonymous(), note.receipt.code, "more").value());
  EXPECT_EQ(read_keeping(note.test.hub, note.analyst, note.id)->rule, KeepingRule::note);
  note.test.clock.advance(days(179));
  EXPECT_EQ(keep_to_clocks(note.test.hub).purged, 0U);
  note.test.clock.advance(days(2));
  EXPECT_EQ(keep_to_clocks(note.test.hub).purged, 1U);
  EXPECT_EQ(error_kind_of(open_report(note.test.hub, note.analyst, note.id, "vetting")),
            ErrorKind::not_found);
  EXPECT_EQ(error_kind_of(read_mailbox(note.test.hub, TestHub::anonymous(), note.receipt.code)),
            ErrorKind::not_found);
  for (const auto* table : {"report", "report_version", "report_area", "receipt", "mailbox_message",
                            "persona", "match_key", "search_text"})
    EXPECT_EQ(count_rows(note.test, table), 0) << table;
  EXPECT_EQ(note.test.row("SELECT reason FROM purged_report").text(0), "note");
  EXPECT_EQ(note.test.row("SELECT month FROM purged_report").text(0), "2026-11");
  EXPECT_TRUE(record_holds(note.test));
}

TEST(keeping, the_end_takes_the_sealed_identity_along) {
  TestHub test;
  auto submission = street_report();
  submission.reporter = base::Sensitive(model::Reporter{"架空 一郎", "090-0000-0000"});
  const auto id = for_tests::released(test, test.officer_a(), submission);
  ASSERT_EQ(count_rows(test, "sealed_reporter"), 1);
  test.clock.advance(any_kept + days(1));
  EXPECT_EQ(keep_to_clocks(test.hub).purged, 1U);
  EXPECT_EQ(count_rows(test, "sealed_reporter"), 0);
  EXPECT_EQ(error_kind_of(open_report(test.hub, test.analyst(), id, "vetting")),
            ErrorKind::not_found);
  EXPECT_TRUE(record_holds(test));
}

TEST(keeping, what_nobody_has_read_yet_is_no_note) {
  TestHub test;
  static_cast<void>(for_tests::released(test, test.officer_a(), street_report()));
  test.clock.advance(note_kept + days(1));
  EXPECT_EQ(keep_to_clocks(test.hub).purged, 0U);
}

TEST(keeping, a_hold_stops_the_clock_until_it_is_lifted) {
  SetAside note;
  EXPECT_EQ(note.decide(KeepingDecision::hold).rule, KeepingRule::hold);
  note.test.clock.advance(any_kept + days(1));
  EXPECT_EQ(keep_to_clocks(note.test.hub).purged, 0U);
  EXPECT_TRUE(note.is_there());
  note.decide(KeepingDecision::lift);
  EXPECT_EQ(keep_to_clocks(note.test.hub).purged, 1U);
  EXPECT_TRUE(record_holds(note.test));
}

TEST(keeping, a_decision_keeps_a_note_for_another_year) {
  SetAside note;
  note.test.clock.advance(days(170));
  const auto kept = note.decide(KeepingDecision::keep);
  EXPECT_EQ(kept.rule, KeepingRule::reviewed);
  EXPECT_EQ(kept.until, note.test.clock.now() + review_every);
  note.test.clock.advance(days(300));
  EXPECT_EQ(keep_to_clocks(note.test.hub).purged, 0U);
  note.test.clock.advance(days(66));
  EXPECT_EQ(keep_to_clocks(note.test.hub).purged, 1U);
}

TEST(keeping, what_is_in_use_is_looked_at_each_year) {
  InUse used;
  EXPECT_EQ(read_keeping(used.test.hub, used.analyst, used.id)->rule, KeepingRule::in_use);
  used.test.clock.advance(days(366));
  EXPECT_EQ(keep_to_clocks(used.test.hub).reviews, 1U);
  EXPECT_EQ(keep_to_clocks(used.test.hub).reviews, 0U) << "asked twice";
  EXPECT_EQ(queue_of(used.test, used.analyst, TaskKind::review_keeping).size(), 1U);
  static_cast<void>(decide_keeping(used.test.hub, used.analyst, used.id, 0, KeepingDecision::keep,
                                   "he was seen last week")
                        .value());
  EXPECT_TRUE(queue_of(used.test, used.analyst, TaskKind::review_keeping).empty());
  used.test.clock.advance(days(366));
  EXPECT_EQ(keep_to_clocks(used.test.hub).reviews, 1U);
}

TEST(keeping, after_five_years_a_dossier_ends_with_its_last_report) {
  InUse used;
  used.test.clock.advance(any_kept + days(1));
  EXPECT_EQ(keep_to_clocks(used.test.hub).purged, 1U);
  for (const auto* table : {"report", "dossier", "dossier_persona", "dossier_handle", "persona"})
    EXPECT_EQ(count_rows(used.test, table), 0) << table;
  EXPECT_EQ(used.test.row("SELECT reason FROM purged_report").text(0), "five_years");
  EXPECT_TRUE(record_holds(used.test));
}

TEST(keeping, a_link_ends_with_either_report_and_a_dossier_keeps_the_other) {
  InUse used;
  used.test.clock.advance(days(400));
  const auto later = for_tests::released(used.test, used.test.officer_b(), street_report());
  for_tests::vetted(used.test, used.analyst, later);
  static_cast<void>(
      add_dossier_persona(used.test.hub, used.analyst, used.dossier, 1, {later, 0}).value());
  ASSERT_EQ(count_rows(used.test, "link"), 1);
  used.test.clock.advance(any_kept - days(399));
  EXPECT_EQ(keep_to_clocks(used.test.hub).purged, 1U);
  EXPECT_EQ(count_rows(used.test, "link"), 0);
  EXPECT_EQ(count_rows(used.test, "dossier_persona"), 1);
  EXPECT_TRUE(record_holds(used.test));
}

TEST(keeping, a_closed_consultation_ends_like_a_note_and_an_open_one_after_five_years) {
  TestHub test;
  const auto officer = test.station_officer_a();
  const auto take = [&] {
    model::ConsultationEdit edit;
    edit.firm = test.firm_a.id;
    return take_consultation(test.hub, officer, edit).value().consultation;
  };
  const auto closed = take();
  static_cast<void>(take());
  ASSERT_TRUE(close_consultation(test.hub, officer, closed.id, closed.revision,
                                 {model::Outcome::advised, {}}));
  test.clock.advance(note_kept + days(1));
  EXPECT_EQ(keep_to_clocks(test.hub).purged, 1U);
  EXPECT_EQ(count_rows(test, "consultation"), 1);
  test.clock.advance(any_kept - note_kept);
  EXPECT_EQ(keep_to_clocks(test.hub).purged, 1U);
  EXPECT_TRUE(record_holds(test));
}

TEST(purge_report, is_an_approver_s_with_a_reason_and_not_on_hold) {
  SetAside note;
  const auto approver = note.test.approver();
  EXPECT_EQ(error_kind_of(purge_report(note.test.hub, note.analyst, note.id, 0, "asked for")),
            ErrorKind::forbidden);
  EXPECT_EQ(error_kind_of(purge_report(note.test.hub, approver, note.id, 0, " ")),
            ErrorKind::invalid_input);
  note.decide(KeepingDecision::hold);
  EXPECT_EQ(error_kind_of(purge_report(note.test.hub, approver, note.id, 0, "asked for")),
            ErrorKind::precondition_failed);
  EXPECT_EQ(error_kind_of(purge_report(note.test.hub, approver, note.id, 1, "asked for")),
            ErrorKind::refused);
  note.decide(KeepingDecision::lift);
  EXPECT_TRUE(purge_report(note.test.hub, approver, note.id, 2, "asked for"));
  EXPECT_FALSE(note.is_there());
  EXPECT_TRUE(record_holds(note.test));
}

TEST(decide_keeping, is_refused_to_others_without_reason_and_after_somebody_else) {
  SetAside note;
  const auto decide = [&](const model::Principal& who, std::int64_t revision, const char* reason) {
    return decide_keeping(note.test.hub, who, note.id, revision, KeepingDecision::keep, reason);
  };
  EXPECT_EQ(error_kind_of(decide(note.test.officer_a(), 0, "why")), ErrorKind::forbidden);
  EXPECT_EQ(error_kind_of(decide(note.test.station_officer_b(), 0, "why")), ErrorKind::not_found);
  EXPECT_EQ(error_kind_of(decide(note.analyst, 0, "")), ErrorKind::invalid_input);
  EXPECT_TRUE(decide(note.analyst, 0, "why"));
  EXPECT_EQ(error_kind_of(decide(note.analyst, 0, "why")), ErrorKind::precondition_failed);
  EXPECT_EQ(error_kind_of(decide_keeping(note.test.hub, note.analyst, note.id, 1,
                                         KeepingDecision::lift, "why")),
            ErrorKind::refused);
}

}  // namespace
}  // namespace workflow
