#include "steps/alert/approved.h"

#include <gtest/gtest.h>

#include "steps/alert/alert_samples_test.h"

namespace alert {
namespace {

using Kind = model::Alert::Step::Kind;
using State = model::AlertState;

class approval : public testing::Test {
 protected:
  DraftFacts draft_facts = samples::draft_facts({samples::street_source("a")});
  CheckFacts facts = samples::check_facts(draft_facts);
  model::Alert subject = samples::submitted(draft_facts);

  void make_notice_with_person() {
    draft_facts = samples::draft_facts({samples::street_source("a"), samples::street_source("b")},
                                       model::AlertProduct::public_notice);
    facts = samples::check_facts(draft_facts);
    subject = samples::submitted(draft_facts);
    subject.text.person = {"年齢：40歳くらい。", "age: about 40."};
  }
};

TEST_F(approval, by_a_second_person_makes_it_approved) {
  auto alert = approve(subject, facts, {"approver", "bureau"}, "checked");
  ASSERT_TRUE(alert);
  EXPECT_EQ(alert->state, State::approved);
  EXPECT_EQ(alert->steps.back().by, "approver");
  auto proof = approved_from(*alert);
  ASSERT_TRUE(proof);
  EXPECT_EQ(proof->alert().author, "analyst");
}

TEST_F(approval, is_refused_to_the_author) {
  auto refused = approve(subject, facts, {"analyst", "bureau"}, "");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, base::ErrorKind::refused);
}

TEST_F(approval, is_refused_with_blank_contrary_evidence) {
  subject.contrary_evidence = "";
  EXPECT_FALSE(approve(subject, facts, {"approver", "bureau"}, ""));
}

TEST_F(approval, is_possible_during_a_hold_that_stops_the_sending) {
  subject.held_until = facts.now + std::chrono::hours(1);
  EXPECT_TRUE(approve(subject, facts, {"approver", "bureau"}, ""));
}

TEST_F(approval, needs_a_submitted_alert) {
  subject.state = State::draft;
  auto refused = approve(subject, facts, {"approver", "bureau"}, "");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, base::ErrorKind::conflict);
}

TEST_F(approval, of_a_notice_with_a_person_needs_two_organisations) {
  make_notice_with_person();
  auto first = approve(subject, facts, {"approver", "bureau"}, "");
  ASSERT_TRUE(first);
  EXPECT_EQ(first->state, State::submitted);
  EXPECT_FALSE(approve(*first, facts, {"approver", "bureau"}, ""));
  auto colleague = approve(*first, facts, {"colleague", "bureau"}, "");
  ASSERT_TRUE(colleague);
  EXPECT_EQ(colleague->state, State::submitted);
  auto second = approve(*first, facts, {"other", "prefecture"}, "");
  ASSERT_TRUE(second);
  EXPECT_EQ(second->state, State::approved);
  EXPECT_TRUE(approved_from(*second));
}

TEST_F(approval, is_checked_again_when_the_record_is_loaded) {
  auto alert = *approve(subject, facts, {"approver", "bureau"}, "");
  auto blanked = alert;
  blanked.contrary_evidence = "";
  EXPECT_FALSE(approved_from(blanked));
  auto forged = alert;
  forged.steps.back().by = forged.author;
  EXPECT_FALSE(approved_from(forged));
  auto unapproved = alert;
  unapproved.steps.pop_back();
  EXPECT_FALSE(approved_from(unapproved));
  auto draft_again = alert;
  draft_again.state = State::draft;
  EXPECT_FALSE(approved_from(draft_again));
}

TEST_F(approval, does_not_survive_a_later_edit) {
  auto alert = *approve(subject, facts, {"approver", "bureau"}, "");
  alert.steps.push_back({Kind::edited, "analyst", "bureau", facts.now, ""});
  EXPECT_TRUE(bodies_approved(alert).empty());
  EXPECT_FALSE(approved_from(alert));
}

TEST_F(approval, of_a_notice_that_is_not_clear_does_not_load) {
  make_notice_with_person();
  subject.text.person = {};
  auto alert = *approve(subject, facts, {"approver", "bureau"}, "");
  ASSERT_TRUE(approved_from(alert));
  alert.marking.tlp = model::Tlp::amber;
  EXPECT_FALSE(approved_from(alert));
}

}  // namespace
}  // namespace alert
