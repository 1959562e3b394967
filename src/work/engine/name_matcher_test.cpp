#include <array>
#include <cmath>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "work/engine/name_matcher_for_tests.h"

namespace {

float bits(std::string_view left, std::string_view right) {
  return engine::shipped_name_matcher().compare(left, right).bits;
}

constexpr std::array names = {
    std::string_view("Sergei Ivanov"),      std::string_view("Сергей Иванов"),
    std::string_view("セルゲイ・イワノフ"), std::string_view("김철수"),
    std::string_view("Kim Cheolsu"),        std::string_view("Gabriela Toscano"),
    std::string_view("غابرييلا توسكانو"),   std::string_view("Acme Trading Co., Ltd."),
    std::string_view("ООО «Акме»"),         std::string_view("J. Goldstein"),
    std::string_view("たなか けんじ")};

TEST(name_matcher, one_name_in_two_scripts_beats_another_of_the_same_surname) {
  EXPECT_GT(bits("Сергей Иванов", "Sergey Ivanov"), bits("Сергей Иванов", "Boris Ivanov") + 3);
  EXPECT_GT(bits("セルゲイ・イワノフ", "Sergei Ivanov"),
            bits("セルゲイ・イワノフ", "Pavel Ivanov") + 3);
  EXPECT_GT(bits("김철수", "Kim Cheolsu"), bits("김철수", "Kim Minjae") + 3);
  EXPECT_GT(bits("たなか けんじ", "Tanaka Kenji"), bits("たなか けんじ", "Tanaka Yuko") + 3);
}

TEST(name_matcher, the_order_of_the_parts_matters_little) {
  EXPECT_GT(bits("Goldberg, Marshall", "Маршалл Голдберг"),
            bits("Goldberg, Bernard", "Маршалл Голдберг") + 3);
}

TEST(name_matcher, a_title_changes_nothing) {
  for (const auto titled : {"Mr. Gabriela Toscano", "Gabriela Toscano-san", "Dr Gabriela Toscano"})
    EXPECT_EQ(bits(titled, "غابرييلا توسكانو"), bits("Gabriela Toscano", "غابرييلا توسكانو"))
        << titled;
}

TEST(name_matcher, legal_forms_of_firms_are_read_in_every_language) {
  EXPECT_GT(bits("Ural Steel LLC", "ООО Ural Steel"), bits("Ural Steel LLC", "ООО Ural Foods") + 3);
}

TEST(name_matcher, what_names_nobody_says_nothing) {
  for (const auto* empty : {"", " ", "\xff\xfe", "・・・", "\xE2\x80\xAE"})
    EXPECT_EQ(bits(empty, "Sergei Ivanov"), 0) << empty;
}

TEST(name_matcher, hyphens_alone_are_no_word) {
  EXPECT_EQ(bits("Ivanov - Sergei --", "Сергей Иванов"), bits("Ivanov Sergei", "Сергей Иванов"));
  EXPECT_TRUE(std::isfinite(bits("株式会社 -", "Acme Co., Ltd.")));
}

TEST(name_matcher, huge_and_strange_fields_have_an_answer) {
  std::string many;
  for (int at = 0; at < 200; ++at)
    many += "word" + std::to_string(at) + ' ';
  for (const auto& field : {std::string(10'000, 'a'), many, std::string("😀 Ivanov 王"),
                            std::string("Иван\u202E Petrov 김")})
    EXPECT_TRUE(std::isfinite(bits(field, "Sergei Ivanov")));
}

TEST(name_matcher, it_explains_itself_in_both_languages) {
  const auto said = engine::shipped_name_matcher().compare("Сергей Иванов", "Sergey Ivanov");
  EXPECT_NE(said.why_en.find("sounds alike"), std::string::npos) << said.why_en;
  EXPECT_NE(said.why_ja.find("音が近い"), std::string::npos) << said.why_ja;
}

RC_GTEST_PROP(name_matcher, comparing_is_symmetric_and_repeatable, ()) {
  const auto left = *rc::gen::elementOf(names);
  const auto right = *rc::gen::elementOf(names);
  RC_ASSERT(std::abs(bits(left, right) - bits(right, left)) < 0.01F);
  RC_ASSERT(bits(left, right) == bits(left, right));
}

struct Bounded {
  float exact, cut;
};

Bounded compared(std::string_view left, std::string_view right, float cutoff) {
  const auto& matcher = engine::shipped_name_matcher();
  model::TokenPool pool;
  auto compiler = matcher.compiler(pool);
  const auto one = compiler.compile(left), other = compiler.compile(right);
  engine::NameComparer comparer(matcher);
  return {comparer.bits(one.in(pool), other.in(pool)),
          comparer.bits(one.in(pool), other.in(pool), cutoff)};
}

RC_GTEST_PROP(name_matcher, a_cutoff_keeps_what_is_above_it, ()) {
  const auto word = [] {
    return *rc::gen::elementOf(std::vector<std::string>{
        "Sergei",   "Sergey", "Сергей", "セルゲイ", "Ivanov", "Иванов",  "Petrov",
        "イワノフ", "J.",     "김",     "철수",     "Kim",    "Cheolsu", "王",
        "伟",       "Wang",   "Wei",    "van",      "Ltd.",   "田中",    "けんじ"});
  };
  const auto name = [&] {
    std::string out = word();
    for (auto more = *rc::gen::inRange(0, 3); more > 0; --more)
      out += ' ' + word();
    return out;
  };
  const auto left = name(), right = name();
  const auto cutoff = static_cast<float>(*rc::gen::inRange(-6, 9));
  const auto [exact, cut] = compared(left, right, cutoff);
  RC_LOG() << left << " | " << right << " cut-off " << cutoff << " exact " << exact << " cut "
           << cut;
  if (exact > cutoff)
    RC_ASSERT(std::abs(cut - exact) < 0.001F);
  else
    RC_ASSERT(cut <= cutoff + 0.001F && cut >= exact - 0.001F);
}

RC_GTEST_PROP(name_matcher, no_name_is_nearer_than_itself, ()) {
  const auto left = *rc::gen::elementOf(names);
  const auto right = *rc::gen::elementOf(names);
  RC_ASSERT(bits(left, right) <= bits(left, left) + 0.01F || left == right ||
            bits(right, right) >= bits(left, right));
}

RC_GTEST_PROP(name_matcher, any_bytes_have_an_answer, (std::string left, std::string right)) {
  RC_ASSERT(std::isfinite(bits(left, right)));
}

}  // namespace
