#include "work/workflow/consult.h"

#include <array>

#include <gtest/gtest.h>

#include "work/workflow/test_reports.h"
#include "work/workflow/verify_store.h"

namespace workflow {
namespace {

using base::ErrorKind;
using model::ConsultationEdit;
using model::ConsultationState;
using model::ConsultationView;
using model::Outcome;
using model::Question;
using model::TaskKind;
using model::Yes;

class consultation_test : public testing::Test {
 protected:
  ConsultationEdit about_firm_a() {
    ConsultationEdit edit;
    edit.firm = test.firm_a.id;
    edit.answers = {{Question::what_happened, Yes::unknown, "駅前で道を尋ねられ、飲みに誘われた。"},
                    {Question::threatened, Yes::no, ""}};
    return edit;
  }
  ConsultationView taken(const ConsultationEdit& edit) {
    auto made = take_consultation(test.hub, officer, edit);
    EXPECT_TRUE(made) << made.error().text();
    return std::move(*made);
  }
  std::vector<model::Task> tasks_of(const model::Principal& principal, TaskKind kind) {
    return for_tests::queue_of(test, principal, kind);
  }

  TestHub test;
  const model::Principal officer = test.station_officer_a();
};

TEST_F(consultation_test, is_taken_down_sealed_and_says_what_to_ask_next) {
  const auto view = taken(about_firm_a());
  EXPECT_EQ(view.next.front(), Question::gave_something);
  EXPECT_EQ(view.consultation.organisation, test.station_a.id);
  const auto body = test.row("SELECT body FROM consultation").bytes(0);
  EXPECT_EQ(base::to_text(body).find("駅前"), std::string::npos);
  const auto read = open_consultation(test.hub, test.analyst(), view.consultation.id).value();
  EXPECT_EQ(read.consultation.answers, about_firm_a().answers);
  EXPECT_TRUE(verify_store(test.database(), test.keys()).holds);
  test.change("UPDATE consultation SET state = 'closed'");
  EXPECT_FALSE(verify_store(test.database(), test.keys()).holds);
}

TEST_F(consultation_test, a_repeated_request_makes_one) {
  const RequestKey request{"consultation-key", "hash"};
  const auto first = take_consultation(test.hub, officer, about_firm_a(), request).value();
  const auto second = take_consultation(test.hub, officer, about_firm_a(), request).value();
  EXPECT_EQ(first.consultation.id, second.consultation.id);
}

TEST_F(consultation_test, a_question_has_one_answer) {
  auto edit = about_firm_a();
  edit.answers.push_back({Question::threatened, Yes::yes, ""});
  const auto refused = take_consultation(test.hub, officer, edit);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().issues.front().pointer, "/answers/2/question");
}

TEST_F(consultation_test, is_for_the_police_of_the_place_alone) {
  const auto id = taken(about_firm_a()).consultation.id;
  EXPECT_EQ(open_consultation(test.hub, test.station_officer_b(), id).error().kind,
            ErrorKind::not_found);
  EXPECT_EQ(open_consultation(test.hub, test.investigator(), id).error().kind,
            ErrorKind::not_found);
  EXPECT_EQ(open_consultation(test.hub, test.officer_a(), id).error().kind, ErrorKind::forbidden);
  EXPECT_EQ(take_consultation(test.hub, test.employee_a(), about_firm_a()).error().kind,
            ErrorKind::forbidden);
  auto elsewhere = about_firm_a();
  elsewhere.firm = test.firm_c.id;
  EXPECT_EQ(take_consultation(test.hub, officer, elsewhere).error().kind, ErrorKind::not_found);
}

TEST_F(consultation_test, is_listed_for_who_may_read_it) {
  const auto id = taken(about_firm_a()).consultation.id;
  const auto listed = [&](const model::Principal& principal,
                          std::optional<ConsultationState> state = {}) {
    return list_consultations(test.hub, principal, state, {}).value().items.size();
  };
  EXPECT_EQ(listed(officer), 1U);
  EXPECT_EQ(listed(test.analyst()), 1U);
  EXPECT_EQ(listed(test.station_officer_b()), 0U);
  EXPECT_EQ(listed(test.investigator()), 0U);
  EXPECT_EQ(listed(officer, ConsultationState::closed), 0U);
  ASSERT_TRUE(refer_consultation(test.hub, officer, id, 1, "papers were asked for"));
  EXPECT_EQ(listed(test.investigator()), 1U);
}

TEST_F(consultation_test, the_clock_is_an_hour_under_threat_and_a_day_where_something_was_given) {
  auto edit = about_firm_a();
  EXPECT_EQ(taken(edit).consultation.due_at, base::parse_utc("2026-11-24T01:00:00Z").value());
  edit.answers.push_back({Question::gave_something, Yes::yes, ""});
  const auto given = taken(edit).consultation;
  EXPECT_EQ(given.due_at, test.clock.now() + std::chrono::hours(24));
  edit.answers[1].yes = Yes::yes;
  const auto threatened =
      edit_consultation(test.hub, officer, given.id, given.revision, edit).value();
  EXPECT_EQ(threatened.consultation.due_at, test.clock.now() + std::chrono::hours(1));
  EXPECT_EQ(threatened.advice.front().code, "advice_safety_first");
  EXPECT_EQ(tasks_of(officer, TaskKind::consultation).front().due_at,
            threatened.consultation.due_at);
}

TEST_F(consultation_test, reaches_the_bureau_when_nobody_went_on_in_time) {
  taken(about_firm_a());
  const std::array steps{consultation_step()};
  const auto at_bureau = [&] {
    std::size_t own = 0;
    for (const auto& task : tasks_of(test.analyst(), TaskKind::consultation))
      own += task.organisation == test.bureau.id ? 1 : 0;
    return own;
  };
  test.clock.advance(std::chrono::hours(1));
  run_due_jobs(test.hub, steps);
  EXPECT_EQ(at_bureau(), 0U);
  test.clock.advance(std::chrono::days(5));
  run_due_jobs(test.hub, steps);
  EXPECT_EQ(at_bureau(), 1U);
}

TEST_F(consultation_test, becomes_a_report_with_one_action_and_once_only) {
  const auto made = taken(about_firm_a()).consultation;
  const auto reported = report_consultation(test.hub, officer, made.id, made.revision).value();
  EXPECT_EQ(reported.consultation.outcome, Outcome::report_made);
  EXPECT_EQ(reported.consultation.state, ConsultationState::closed);
  const auto record = for_tests::open(test, test.analyst(), reported.consultation.report);
  EXPECT_EQ(record.organisation, test.station_a.id);
  EXPECT_EQ(record.content.narrative, "駅前で道を尋ねられ、飲みに誘われた。");
  EXPECT_TRUE(tasks_of(officer, TaskKind::consultation).empty());
  EXPECT_EQ(
      report_consultation(test.hub, officer, made.id, reported.consultation.revision).error().kind,
      ErrorKind::conflict);
  EXPECT_EQ(test.row("SELECT COUNT(*) FROM report").integer(0), 1);
}

TEST_F(consultation_test, without_a_word_on_what_happened_is_no_report) {
  ConsultationEdit edit;
  edit.answers = {{Question::threatened, Yes::no, ""}};
  const auto made = taken(edit).consultation;
  EXPECT_EQ(report_consultation(test.hub, officer, made.id, made.revision).error().kind,
            ErrorKind::refused);
}

TEST_F(consultation_test, a_referral_ends_with_what_the_investigator_says) {
  const auto made = taken(about_firm_a()).consultation;
  EXPECT_EQ(refer_consultation(test.hub, officer, made.id, made.revision, " ").error().kind,
            ErrorKind::invalid_input);
  const auto referred =
      refer_consultation(test.hub, officer, made.id, made.revision, "papers were asked for")
          .value()
          .consultation;
  EXPECT_EQ(referred.state, ConsultationState::referred);
  EXPECT_TRUE(tasks_of(officer, TaskKind::consultation).empty());
  EXPECT_EQ(tasks_of(test.investigator(), TaskKind::decide_referral).size(), 1U);
  EXPECT_EQ(
      close_consultation(test.hub, officer, made.id, referred.revision, {Outcome::advised, ""})
          .error()
          .kind,
      ErrorKind::conflict);
  const auto closed = close_consultation(test.hub, test.investigator(), made.id, referred.revision,
                                         {Outcome::sent_to_prosecutors, "不正競争防止法21条"})
                          .value()
                          .consultation;
  EXPECT_EQ(closed.law, "不正競争防止法21条");
  EXPECT_EQ(closed.closed_by, test.investigator().name);
  EXPECT_TRUE(tasks_of(test.investigator(), TaskKind::decide_referral).empty());
}

TEST_F(consultation_test, is_closed_with_an_outcome_and_then_stays_so) {
  const auto made = taken(about_firm_a()).consultation;
  EXPECT_EQ(close_consultation(test.hub, officer, made.id, made.revision, {Outcome::none, ""})
                .error()
                .kind,
            ErrorKind::invalid_input);
  const auto closed =
      close_consultation(test.hub, officer, made.id, made.revision, {Outcome::advised, ""}).value();
  EXPECT_EQ(closed.consultation.outcome, Outcome::advised);
  EXPECT_EQ(
      edit_consultation(test.hub, officer, made.id, closed.consultation.revision, about_firm_a())
          .error()
          .kind,
      ErrorKind::conflict);
  EXPECT_EQ(close_consultation(test.hub, officer, made.id, made.revision, {Outcome::advised, ""})
                .error()
                .kind,
            ErrorKind::precondition_failed);
}

}  // namespace
}  // namespace workflow
