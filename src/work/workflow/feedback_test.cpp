#include "work/workflow/feedback.h"

#include <gtest/gtest.h>

#include "work/workflow/test_reports.h"

namespace workflow {
namespace {

using base::ErrorKind;
using for_tests::queue_of;
using for_tests::run_jobs;
using for_tests::street_report;
using model::MailboxMessage;
using model::TaskKind;

struct Sent {
  TestHub test;
  model::Receipt receipt = for_tests::submit(test, TestHub::anonymous(), street_report());
  base::Id<model::Report> id;

  Sent() {
    run_jobs(test);
    id = list_reports(test.hub, test.analyst(), std::nullopt, {}).value().items.at(0).id;
  }
  model::Mailbox mailbox() {
    return read_mailbox(test.hub, TestHub::anonymous(), receipt.code).value();
  }
};

TEST(feedback, is_due_within_thirty_days) {
  Sent sent;
  const auto tasks = queue_of(sent.test, sent.test.analyst(), TaskKind::give_feedback);
  ASSERT_EQ(tasks.size(), 1U);
  EXPECT_EQ(tasks[0].due_at, sent.test.clock.now() + std::chrono::days(30));
}

TEST(feedback, that_never_came_is_marked_after_ninety_days) {
  Sent sent;
  sent.test.clock.advance(std::chrono::days(90));
  EXPECT_EQ(run_jobs(sent.test), 1U);
  EXPECT_EQ(queue_of(sent.test, sent.test.analyst(), TaskKind::give_feedback).at(0).note, "latest");
}

TEST(feedback, reaches_the_reporter_and_closes_the_task) {
  Sent sent;
  ASSERT_TRUE(give_feedback(sent.test.hub, sent.test.analyst(), sent.id, Feedback::helped_warning));
  const auto mailbox = sent.mailbox();
  ASSERT_EQ(mailbox.messages.size(), 1U);
  EXPECT_EQ(mailbox.messages[0].code, "helped_warning");
  EXPECT_EQ(mailbox.messages[0].from, MailboxMessage::From::desk);
  EXPECT_TRUE(queue_of(sent.test, sent.test.analyst(), TaskKind::give_feedback).empty());
}

TEST(feedback, an_interim_word_leaves_the_answer_due) {
  Sent sent;
  ASSERT_TRUE(give_feedback(sent.test.hub, sent.test.analyst(), sent.id, Feedback::being_read));
  EXPECT_EQ(queue_of(sent.test, sent.test.analyst(), TaskKind::give_feedback).size(), 1U);
  EXPECT_FALSE(give_feedback(sent.test.hub, sent.test.analyst(), sent.id, Feedback::question));
}

TEST(feedback, the_reporter_answers_and_the_desk_is_asked_to_look) {
  Sent sent;
  ASSERT_TRUE(
      give_feedback(sent.test.hub, sent.test.analyst(), sent.id, Feedback::question, "車の色は？"));
  const auto mailbox =
      write_mailbox(sent.test.hub, TestHub::anonymous(), sent.receipt.code, "白でした").value();
  ASSERT_EQ(mailbox.messages.size(), 2U);
  EXPECT_EQ(mailbox.messages[1].text, "白でした");
  EXPECT_EQ(mailbox.messages[1].at, base::tokyo_midnight(base::tokyo_day(sent.test.clock.now())));
  const auto tasks = queue_of(sent.test, sent.test.analyst(), TaskKind::give_feedback);
  ASSERT_EQ(tasks.size(), 1U);
  EXPECT_LT(tasks[0].due_at, sent.test.clock.now() + std::chrono::days(10));
}

TEST(mailbox, the_code_may_be_typed_in_any_way_but_must_be_right) {
  Sent sent;
  std::string small;
  for (const char letter : sent.receipt.code)
    if (letter != '-') small += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  EXPECT_TRUE(read_mailbox(sent.test.hub, TestHub::anonymous(), small));
  const auto broken = read_mailbox(sent.test.hub, TestHub::anonymous(), "not a code");
  ASSERT_FALSE(broken);
  EXPECT_EQ(broken.error().kind, ErrorKind::invalid_input);
}

TEST(mailbox, no_words_lie_in_the_clear) {
  Sent sent;
  static_cast<void>(
      write_mailbox(sent.test.hub, TestHub::anonymous(), sent.receipt.code, "plain words").value());
  const auto body = sent.test.row("SELECT body FROM mailbox_message").bytes(0);
  EXPECT_EQ(base::as_text(body).find("plain"), std::string_view::npos);
}

TEST(feedback, that_is_sent_again_under_its_key_is_given_once) {
  Sent sent;
  const RequestKey key{"k-1", "hash"};
  for (int times = 0; times < 2; ++times)
    EXPECT_TRUE(give_feedback(sent.test.hub, sent.test.analyst(), sent.id, Feedback::known_pattern,
                              "", key));
  EXPECT_EQ(sent.mailbox().messages.size(), 1U);
  const auto other = give_feedback(sent.test.hub, sent.test.analyst(), sent.id,
                                   Feedback::known_pattern, "", {"k-1", "other hash"});
  EXPECT_EQ(other.error().kind, ErrorKind::conflict);
}

TEST(mailbox, words_that_are_sent_again_under_their_key_stand_once) {
  Sent sent;
  for (int times = 0; times < 2; ++times)
    EXPECT_EQ(write_mailbox(sent.test.hub, TestHub::anonymous(), sent.receipt.code, "白でした",
                            {"k-2", "hash"})
                  .value()
                  .messages.size(),
              1U);
}

TEST(feedback, is_given_within_reach_alone) {
  Sent sent;
  EXPECT_TRUE(
      give_feedback(sent.test.hub, sent.test.station_officer_a(), sent.id, Feedback::led_to_visit));
  for (const auto& other :
       {sent.test.station_officer_b(), sent.test.officer_a(), sent.test.approver()})
    EXPECT_FALSE(give_feedback(sent.test.hub, other, sent.id, Feedback::being_read)) << other.name;
}

}  // namespace
}  // namespace workflow
