#include "steps/alert/lifecycle.h"

#include <gtest/gtest.h>

namespace alert {
namespace {

using State = model::AlertState;

TEST(alert_lifecycle, the_main_road_is_draft_submitted_approved_sent) {
  EXPECT_EQ(after(State::draft, Act::submit), State::submitted);
  EXPECT_EQ(after(State::submitted, Act::approve), State::approved);
  EXPECT_EQ(after(State::approved, Act::send), State::sent);
}

TEST(alert_lifecycle, nothing_is_sent_that_was_not_approved) {
  EXPECT_EQ(after(State::draft, Act::send), std::nullopt);
  EXPECT_EQ(after(State::submitted, Act::send), std::nullopt);
  EXPECT_EQ(after(State::draft, Act::approve), std::nullopt);
}

TEST(alert_lifecycle, only_a_draft_is_edited) {
  for (auto state : {State::submitted, State::approved, State::sent, State::cancelled})
    EXPECT_EQ(after(state, Act::edit), std::nullopt);
  EXPECT_EQ(after(State::draft, Act::edit), State::draft);
}

TEST(alert_lifecycle, sending_back_makes_it_a_draft_again) {
  EXPECT_EQ(after(State::submitted, Act::send_back), State::draft);
  EXPECT_EQ(after(State::approved, Act::send_back), State::draft);
  EXPECT_EQ(after(State::sent, Act::send_back), std::nullopt);
}

TEST(alert_lifecycle, what_ended_stays_ended) {
  for (auto state : {State::cancelled, State::expired})
    for (int act = 0; act <= static_cast<int>(Act::expire); ++act)
      EXPECT_EQ(after(state, static_cast<Act>(act)), std::nullopt);
}

TEST(alert_lifecycle, only_what_was_sent_is_corrected) {
  EXPECT_EQ(after(State::sent, Act::correct), State::sent);
  EXPECT_EQ(after(State::approved, Act::correct), std::nullopt);
}

TEST(alert_lifecycle, a_refusal_is_a_conflict_that_says_what_may_be_done) {
  auto refused = advance(State::draft, Act::send);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, base::ErrorKind::conflict);
  EXPECT_EQ(refused.error().issues.front().problem,
            "send is not possible while the alert is draft");
  EXPECT_EQ(refused.error().issues.front().next_step,
            "allowed now: edit, hold, release_hold, submit, cancel");
}

}  // namespace
}  // namespace alert
