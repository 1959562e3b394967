#include "doors/http/language.h"

#include <gtest/gtest.h>

#include "edges/codec/problem_json.h"
#include "edges/render/problems.h"

namespace http {
namespace {

using render::Locale;

[[nodiscard]] std::string header_of(const Response& response, std::string_view name) {
  for (const auto& [own, value] : response.headers)
    if (own == name) return value;
  return "";
}

TEST(language, without_a_wish_it_is_english) {
  EXPECT_EQ(language_of(""), Locale::en);
  EXPECT_EQ(language_of("*"), Locale::en);
  EXPECT_EQ(language_of("fr-FR, de;q=0.9"), Locale::en);
  EXPECT_EQ(language_of("jav, j, -"), Locale::en);
}

TEST(language, the_highest_quality_wins_and_of_equals_the_first) {
  EXPECT_EQ(language_of("ja"), Locale::ja);
  EXPECT_EQ(language_of("JA-jp"), Locale::ja);
  EXPECT_EQ(language_of("ja,en-US;q=0.9,en;q=0.8"), Locale::ja);
  EXPECT_EQ(language_of("en-GB , ja"), Locale::en);
  EXPECT_EQ(language_of("en;q=0.7, ja ; q=0.71"), Locale::ja);
  EXPECT_EQ(language_of("fr, ja;q=0.001"), Locale::ja);
}

TEST(language, a_refused_or_broken_quality_does_not_count) {
  EXPECT_EQ(language_of("ja;q=0"), Locale::en);
  EXPECT_EQ(language_of("ja;q=0.000, en;q=0.1"), Locale::en);
  for (const auto* broken : {"ja;q=", "ja;q=x", "ja;q=0.x", "ja;q=11", "ja;q=0.12345", "ja;r=1"})
    EXPECT_EQ(language_of(broken), Locale::en) << broken;
  EXPECT_EQ(language_of(",,;;q=1,ja"), Locale::ja);
}

TEST(language, a_problem_is_told_with_title_and_header) {
  auto response = problem(
      base::Error(base::ErrorKind::refused, "/reason", "is empty", "say why in a sentence"));
  tell_problem_in(response, Locale::ja);
  EXPECT_EQ(response.body,
            R"({"type":"/problems/refused","title":"規則により認められません","status":422,)"
            R"("errors":[{"pointer":"/reason","problem":"入力されていません",)"
            R"("next_step":"理由を一文で入力してください"}]})");
  EXPECT_EQ(header_of(response, "Content-Language"), "ja");
  EXPECT_EQ(header_of(response, "Vary"), "Accept-Language");
}

TEST(language, in_english_a_problem_says_what_it_said) {
  auto response = problem(base::Error(base::ErrorKind::refused, "/reason", "is empty", "say why"));
  const auto body = response.body;
  tell_problem_in(response, Locale::en);
  EXPECT_EQ(response.body, body);
  EXPECT_EQ(header_of(response, "Content-Language"), "en");
}

TEST(language, what_is_no_problem_stays_as_it_is) {
  auto response = json(200, "{}");
  tell_problem_in(response, Locale::ja);
  EXPECT_EQ(response.body, "{}");
  EXPECT_TRUE(response.headers.empty());
}

TEST(language, every_title_has_its_japanese) {
  using base::ErrorKind;
  for (const auto kind :
       {ErrorKind::invalid_input, ErrorKind::unauthenticated, ErrorKind::forbidden,
        ErrorKind::not_found, ErrorKind::conflict, ErrorKind::precondition_failed,
        ErrorKind::too_large, ErrorKind::refused, ErrorKind::rate_limited, ErrorKind::unavailable})
    EXPECT_NE(render::translate(codec::problem_title(kind), Locale::ja),
              codec::problem_title(kind));
}

}  // namespace
}  // namespace http
