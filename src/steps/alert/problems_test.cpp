#include "steps/alert/problems.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "steps/alert/alert_samples_test.h"

namespace alert {
namespace {

using model::AlertProduct;
using testing::Contains;
using testing::ElementsAre;
using testing::Field;

class alert_problems : public testing::Test {
 protected:
  DraftFacts draft_facts =
      samples::draft_facts({samples::street_source("a"), samples::street_source("b")});
  CheckFacts facts = samples::check_facts(draft_facts);
  model::Alert subject = samples::submitted(draft_facts);

  [[nodiscard]] std::vector<Finding> found() const { return problems_of(subject, facts); }
  [[nodiscard]] static auto has(Problem problem) {
    return Contains(Field(&Finding::problem, problem));
  }
};

TEST_F(alert_problems, a_fresh_draft_with_contrary_evidence_has_none) {
  EXPECT_THAT(found(), ElementsAre());
}

TEST_F(alert_problems, blank_contrary_evidence_is_found_first) {
  subject.contrary_evidence = " \n";
  subject.expires_at = facts.now;
  EXPECT_EQ(found().front().problem, Problem::no_contrary_evidence);
}

TEST_F(alert_problems, the_author_cannot_approve) {
  facts.approver = "analyst";
  EXPECT_THAT(found(), has(Problem::own_draft));
}

TEST_F(alert_problems, whoever_edited_or_vetted_cannot_approve) {
  subject.steps.push_back({model::Alert::Step::Kind::edited, "approver", "bureau", facts.now, ""});
  EXPECT_THAT(found(), has(Problem::own_draft));
  facts.approver = "second-reader";
  EXPECT_THAT(found(), has(Problem::own_vetting));
}

TEST_F(alert_problems, sources_must_be_in_use_and_believed) {
  facts.sources[1].record.state = model::ReportState::withdrawn;
  EXPECT_THAT(found(), ElementsAre(Finding{Problem::source_not_in_use, "/sources/1"}));
  facts.sources[1].record.state = model::ReportState::vetted_context;
  facts.sources[0].record.content.grade.emplace();
  facts.sources[0].record.content.grade->information = model::InformationGrade::suspected_false;
  EXPECT_THAT(found(), ElementsAre(Finding{Problem::source_suspected_false, "/sources/0"}));
}

TEST_F(alert_problems, each_unopened_source_is_named) {
  facts.opened_by_approver.pop_back();
  EXPECT_THAT(found(), ElementsAre(Finding{Problem::source_not_opened, "/sources/1"}));
  facts.approver.clear();
  EXPECT_THAT(found(), ElementsAre());
}

TEST_F(alert_problems, a_person_needs_two_independent_reports) {
  facts.sources.pop_back();
  EXPECT_THAT(found(), has(Problem::person_on_one_report));
  subject.text.person = {};
  EXPECT_THAT(found(), ElementsAre());
}

TEST_F(alert_problems, a_person_is_for_named_recipients_only) {
  subject.marking.tlp = model::Tlp::amber;
  EXPECT_THAT(found(), ElementsAre(Finding{Problem::person_needs_red, "/marking/tlp"}));
}

TEST_F(alert_problems, a_place_that_few_firms_fit_is_found) {
  facts.firms.resize(4);
  EXPECT_THAT(found(), has(Problem::fewer_than_five_firms));
}

TEST_F(alert_problems, an_edited_text_that_names_the_firm_is_found) {
  subject.text.signs.push_back({"架空a電子の前で待つ", "waits there"});
  EXPECT_THAT(found(), ElementsAre(Finding{Problem::names_reporting_firm, "/text/signs/3/ja"}));
}

TEST_F(alert_problems, the_exact_place_and_day_are_found) {
  subject.text.method.ja += "南門の前の路上で、3月14日に。";
  EXPECT_THAT(found(), has(Problem::names_reporting_firm));
  EXPECT_THAT(found(), has(Problem::too_exact_time));
}

TEST_F(alert_problems, a_deadline_in_the_week_list_is_no_day_of_an_encounter) {
  subject.text.do_this_week.push_back({"6月30日までに回答", "answer by 30 June"});
  EXPECT_THAT(found(), ElementsAre());
}

TEST_F(alert_problems, a_hold_stops_until_it_ends) {
  subject.held_until = facts.now + std::chrono::hours(1);
  EXPECT_THAT(found(), has(Problem::held));
  facts.now = *subject.held_until;
  EXPECT_THAT(found(), ElementsAre());
}

TEST_F(alert_problems, a_public_notice_must_be_clear) {
  draft_facts.product = AlertProduct::public_notice;
  subject = samples::submitted(draft_facts);
  EXPECT_THAT(found(), ElementsAre());
  subject.marking.tlp = model::Tlp::green;
  EXPECT_THAT(found(), has(Problem::notice_not_clear));
}

TEST_F(alert_problems, both_languages_are_needed) {
  subject.text.method.en = "";
  EXPECT_THAT(found(), ElementsAre(Finding{Problem::text_missing, "/text/method/en"}));
}

TEST_F(alert_problems, an_alert_goes_to_somebody) {
  subject.audience[0].excluded = true;
  EXPECT_THAT(found(), ElementsAre(Finding{Problem::no_audience, "/audience"}));
}

TEST_F(alert_problems, a_warning_does_not_go_to_who_reported) {
  model::Recipient reporter;
  reporter.organisation_key = "firm-a";
  subject.audience.push_back(reporter);
  EXPECT_THAT(found(), ElementsAre(Finding{Problem::warning_to_reporting_firm, "/audience/1"}));
  subject.product = AlertProduct::caution;
  EXPECT_THAT(found(), ElementsAre());
}

TEST_F(alert_problems, refusal_names_every_finding_with_its_next_step) {
  subject.contrary_evidence.clear();
  subject.text.method.en.clear();
  auto refused = refuse_if_any(found());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, base::ErrorKind::refused);
  ASSERT_EQ(refused.error().issues.size(), 2U);
  EXPECT_EQ(refused.error().issues[0].next_step, "write the contrary evidence first");
  EXPECT_EQ(refused.error().issues[1].pointer, "/text/method/en");
}

}  // namespace
}  // namespace alert
