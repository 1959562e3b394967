#include "problem_table.h"

#include <stdexcept>

#include <gtest/gtest.h>

namespace {

using tools::parse_problem_table;

[[nodiscard]] std::string refusal_of(std::string_view json) {
  try {
    (void)parse_problem_table(json);
    return "";
  } catch (const std::runtime_error& refusal) {
    return refusal.what();
  }
}

TEST(problem_table, sentences_and_words_are_read_apart) {
  const auto table = parse_problem_table(
      R"({"sentences": {"is empty": "空です"}, "words": {"at {} of {}": "{1:text}の{0}"}})");
  EXPECT_EQ(table.sentences.at("is empty"), "空です");
  EXPECT_EQ(table.words.at("at {} of {}"), "{1:text}の{0}");
}

TEST(problem_table, a_lost_or_doubled_piece_is_refused_by_name) {
  EXPECT_NE(refusal_of(R"({"sentences": {"over {} bytes": "大きすぎます"}, "words": {}})")
                .find("over {} bytes"),
            std::string::npos);
  EXPECT_NE(refusal_of(R"({"sentences": {"over {}": "{0}と{0:text}"}, "words": {}})"), "");
  EXPECT_NE(refusal_of(R"({"sentences": {"over {}": "{0}と{1}"}, "words": {}})"), "");
  EXPECT_NE(refusal_of(R"({"sentences": {"over {}": "{}を超過"}, "words": {}})"), "");
}

TEST(problem_table, empty_texts_mere_places_and_doubles_are_refused) {
  EXPECT_NE(refusal_of(R"({"sentences": {"is empty": ""}, "words": {}})"), "");
  EXPECT_NE(refusal_of(R"({"sentences": {"": "空"}, "words": {}})"), "");
  EXPECT_NE(refusal_of(R"({"sentences": {"{}": "{0}"}, "words": {}})"), "");
  EXPECT_NE(refusal_of(R"({"sentences": {"a": "あ"}, "words": {"a": "あ"}})"), "");
}

TEST(problem_table, broken_json_is_refused) {
  EXPECT_NE(refusal_of("{"), "");
  EXPECT_NE(refusal_of(R"({"sentences": {}})"), "");
  EXPECT_NE(refusal_of(R"({"sentences": {"a": 1}, "words": {}})"), "");
}

}  // namespace
