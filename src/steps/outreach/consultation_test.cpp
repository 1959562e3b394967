#include "steps/outreach/consultation.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace outreach {
namespace {

using model::Answer;
using model::Question;
using model::Reason;
using model::Yes;

Answer yes(Question question) {
  return {question, Yes::yes, ""};
}
Answer no(Question question) {
  return {question, Yes::no, ""};
}
Answer told(Question question, const std::string& text) {
  return {question, Yes::unknown, text};
}

std::vector<std::string> codes(const std::vector<Reason>& reasons) {
  std::vector<std::string> found;
  for (const auto& reason : reasons)
    found.push_back(reason.code);
  return found;
}

bool has(const std::vector<Reason>& reasons, const std::string& code) {
  return std::ranges::count(reasons, code, &Reason::code) > 0;
}

TEST(next_questions, begin_with_safety_and_end_with_the_innocent_reading) {
  const auto open = next_questions({});
  EXPECT_EQ(open.size(), vocabulary(Question{}).words.size());
  EXPECT_EQ(open.front(), Question::threatened);
  EXPECT_EQ(open.back(), Question::innocent_reading);
}

TEST(next_questions, leave_out_what_was_answered_by_a_word_or_a_text) {
  const auto open =
      next_questions({no(Question::threatened), told(Question::what_happened, "asked the way"),
                      told(Question::when_where, "")});
  EXPECT_EQ(open.front(), Question::gave_something);
  EXPECT_EQ(std::ranges::count(open, Question::what_happened), 0);
  EXPECT_EQ(std::ranges::count(open, Question::when_where), 1);
}

TEST(next_questions, leave_out_what_cannot_matter) {
  EXPECT_EQ(std::ranges::count(next_questions({no(Question::asked_for)}), Question::gave_something),
            0);
}

TEST(consultation_stage, follows_the_gravest_answer) {
  EXPECT_EQ(stage_of({}), model::Stage::approach);
  EXPECT_EQ(stage_of({yes(Question::took_something)}), model::Stage::develop);
  EXPECT_EQ(stage_of({yes(Question::took_something), yes(Question::gave_something)}),
            model::Stage::task);
  EXPECT_EQ(stage_of({yes(Question::gave_something), yes(Question::threatened)}),
            model::Stage::coerce);
  EXPECT_EQ(stage_of({no(Question::threatened)}), model::Stage::approach);
}

TEST(consultation_advice, safety_comes_first_under_threat) {
  EXPECT_EQ(advice_for({yes(Question::threatened)}).front().code, "advice_safety_first");
  EXPECT_FALSE(has(advice_for({}), "advice_safety_first"));
}

TEST(consultation_advice, who_took_a_meal_or_money_is_told_how_to_come_forward) {
  const auto advice = codes(advice_for({yes(Question::took_something)}));
  EXPECT_EQ(advice.at(0), "advice_come_forward");
  EXPECT_EQ(advice.at(1), "advice_no_blame");
  EXPECT_FALSE(has(advice_for({no(Question::took_something)}), "advice_come_forward"));
}

TEST(consultation_advice, the_firm_is_coached_to_blame_nobody) {
  EXPECT_TRUE(has(coaching_for({}), "coaching_no_blame"));
  EXPECT_EQ(coaching_for({yes(Question::threatened)}).front().code, "coaching_welfare_first");
  EXPECT_TRUE(has(coaching_for({yes(Question::gave_something)}), "coaching_no_rash_dismissal"));
}

TEST(secret_check, says_which_mark_is_missing_or_unknown) {
  EXPECT_EQ(codes(secret_result({})),
            (std::vector<std::string>{"secret_unknown_managed", "secret_unknown_useful",
                                      "secret_unknown_not_public"}));
  EXPECT_EQ(codes(secret_result({Yes::no, Yes::yes, Yes::unknown})),
            (std::vector<std::string>{"secret_missing_managed", "secret_unknown_not_public"}));
  EXPECT_EQ(codes(secret_result({Yes::yes, Yes::yes, Yes::yes})),
            std::vector<std::string>{"secret_protected"});
}

TEST(touched_topics, warn_in_either_language_and_name_the_word) {
  const auto found =
      touched_topics("国籍を尋ねた。 Which PARTY does he vote for? ＴＲＡＤＥ ＵＮＩＯＮ?");
  EXPECT_EQ(codes(found), (std::vector<std::string>{"not_asked_origin", "not_asked_union",
                                                    "not_asked_politics"}));
  EXPECT_EQ(found.at(0).parameters, std::vector<std::string>{"国籍"});
  EXPECT_TRUE(has(touched_topics("戸籍と宗教と病歴"), "not_asked_family"));
  EXPECT_TRUE(touched_topics("駅への道を尋ねられ、資料を頼まれた").empty());
  EXPECT_TRUE(touched_topics("").empty());
}

TEST(consultation_view, holds_everything_an_officer_needs) {
  model::Consultation consultation;
  consultation.answers = {told(Question::who_claimed, "国籍はわからない")};
  const auto view = view_of(consultation);
  EXPECT_EQ(view.next.front(), Question::threatened);
  EXPECT_EQ(codes(view.not_to_ask), (std::vector<std::string>{"not_asked_origin", "never_asked"}));
  EXPECT_FALSE(view.advice.empty());
  EXPECT_FALSE(view.coaching.empty());
}

TEST(consultation_report, carries_the_words_in_order_and_the_facts) {
  model::Consultation consultation;
  consultation.id.bytes[15] = 7;
  consultation.answers = {told(Question::when_where, "last week near the gate"),
                          told(Question::what_happened, "A man asked the way."),
                          {Question::asked_for, Yes::yes, "a process sheet"},
                          yes(Question::threatened),
                          yes(Question::keep_quiet),
                          yes(Question::others_approached)};
  const auto report = report_of(consultation, "firm-a");
  EXPECT_EQ(report.narrative, "A man asked the way.\na process sheet\nlast week near the gate");
  EXPECT_EQ(report.source_ref, consultation.id.bytes);
  EXPECT_EQ(report.from.organisation, "firm-a");
  ASSERT_EQ(report.encounters.size(), 1U);
  EXPECT_EQ(report.encounters[0].pressure, model::Pressure::threat);
  EXPECT_EQ(report.encounters[0].secrecy_asked, true);
  EXPECT_EQ(report.encounters[0].asked_for.at(0).what, "a process sheet");
  EXPECT_EQ(report.colleagues_approached.answer, Yes::yes);
}

}  // namespace
}  // namespace outreach
