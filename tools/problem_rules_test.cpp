#include "problem_rules.h"

#include <gtest/gtest.h>

#include "problem_sentences.h"

namespace {

using Texts = std::vector<std::string>;

/// What a reader may be told by one file.
[[nodiscard]] Texts said_by(std::string text, std::string path = "src/steps/intake/form.cpp") {
  Texts texts;
  for (const auto& sentence :
       tools::problem_sentences({{std::move(path), std::move(text)}}).sentences)
    texts.push_back(sentence.text);
  return texts;
}

[[nodiscard]] std::size_t unreadable_in(std::string text) {
  return tools::problem_sentences({{"src/steps/intake/form.cpp", std::move(text)}})
      .unreadable.size();
}

TEST(problem_sentences, a_failure_tells_its_problem_and_next_step_but_not_its_pointer) {
  EXPECT_EQ(said_by(R"(return base::fail(ErrorKind::refused, "/in the way", "is empty",
                                         "say " "why");)"),
            (Texts{"is empty", "say why"}));
  EXPECT_EQ(said_by(R"(return {base::ErrorKind::conflict, "--data", "is there", ""};)"),
            Texts{"is there"});
  EXPECT_EQ(said_by(R"(out.errors.emplace_back(base::ErrorKind::conflict, "id", "is \"taken\"");)"),
            Texts{"is \"taken\""});
}

TEST(problem_sentences, what_is_filled_in_becomes_a_place) {
  EXPECT_EQ(said_by(R"(fail(kind, "", fmt::format("{:.1f} of {0} is over", a, "b"));)"),
            Texts{"{} of {} is over"});
  EXPECT_EQ(said_by(R"(fail(kind, "", "over " + std::to_string(f(1, 2)) + " bytes");)"),
            Texts{"over {} bytes"});
  EXPECT_EQ(said_by(R"(fail(kind, "", "put it in { }");)"), Texts{"put it in { }"});
}

TEST(problem_sentences, both_branches_of_a_choice_are_told) {
  EXPECT_EQ(said_by(R"(fail(kind, "", is_full() ? "is full" : "is too long: " + x::name);)"),
            (Texts{"is full", "is too long: {}"}));
}

TEST(problem_sentences, a_declaration_says_which_arguments_are_words) {
  const std::string declared = R"(
    std::unexpected<base::Error> broken(std::size_t line, std::string problem,
                                        std::string_view next_step = "look there") {
      return base::fail(base::ErrorKind::refused, "", std::move(problem), std::string(next_step));
    })";
  EXPECT_EQ(said_by(declared + R"(auto x = broken(3, "does not end", "add a line");)"),
            (Texts{"does not end", "add a line"}));
  EXPECT_EQ(said_by(R"(const auto refuse = [&](std::string problem) { return 1; };
                       return refuse("is too long");)"),
            Texts{"is too long"});
}

TEST(problem_sentences, a_declaration_in_a_header_holds_everywhere) {
  const auto found = tools::problem_sentences(
      {{"src/edges/codec/issues.h", "void add(std::string pointer, std::string problem);"},
       {"src/steps/intake/form.cpp", R"(issues.add("/a b", "is bad"); keys.add("a b", "c d");)"}});
  ASSERT_EQ(found.sentences.size(), 1u);
  EXPECT_EQ(found.sentences[0].text, "is bad");
  EXPECT_EQ(found.sentences[0].path, "src/steps/intake/form.cpp");
}

TEST(problem_sentences, lists_of_issues_and_outside_failures_are_read) {
  EXPECT_EQ(said_by(R"(issues.push_back({at + "/lat", "is too far", "give degrees"});
                       throw base::OutsideFailure("the disk is full");
                       names.push_back({"a", "not a problem"});)"),
            (Texts{"is too far", "give degrees", "the disk is full"}));
}

TEST(problem_sentences, words_that_stand_elsewhere_are_named_with_their_line) {
  const auto found = tools::problem_sentences(
      {{"src/steps/intake/form.cpp", "void f() {\n  return fail(kind, \"\", reason_of(x));\n}"}});
  ASSERT_EQ(found.unreadable.size(), 1u);
  EXPECT_EQ(found.unreadable[0].line, 2u);
  EXPECT_EQ(unreadable_in("return fail(kind, pointer, problem, issue.next_step);"), 0u);
  EXPECT_EQ(unreadable_in("return fail(kind, std::move(issues));"), 0u);
}

TEST(problem_sentences, tests_say_what_they_like) {
  const std::string text = R"(fail(kind, "", "is odd");)";
  EXPECT_TRUE(said_by(text, "src/steps/intake/form_test.cpp").empty());
  EXPECT_TRUE(said_by(text, "src/steps/intake/test_form.h").empty());
}

const std::vector<tools::SourceFile> one_failure = {
    {"src/steps/intake/form.cpp", "\nreturn base::fail(kind, \"\", \"is empty\", \"fill it\");"}};

TEST(problem_rules, a_sentence_without_japanese_is_named_with_its_file_and_line) {
  const auto found = tools::judge_problems(one_failure, {{{"is empty", "空です"}}, {}});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].path, "src/steps/intake/form.cpp");
  EXPECT_EQ(found[0].line, 2u);
  EXPECT_NE(found[0].rule.find("fill it"), std::string::npos);
}

TEST(problem_rules, a_japanese_text_that_nothing_says_is_named) {
  const auto found = tools::judge_problems(
      one_failure,
      {{{"is empty", "空です"}, {"fill it", "埋めてください"}, {"is full", "満杯です"}}, {}});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_NE(found[0].rule.find("is full"), std::string::npos);
}

TEST(problem_rules, words_may_stand_without_being_said) {
  const tools::ProblemTable table{{{"is empty", "空です"}},
                                  {{"fill it", "埋めてください"}, {"x", "あ"}}};
  EXPECT_TRUE(tools::judge_problems(one_failure, table).empty());
}

}  // namespace
