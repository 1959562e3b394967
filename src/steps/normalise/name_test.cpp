#include "steps/normalise/name.h"

#include <gtest/gtest.h>

#include "steps/normalise/variants.h"

namespace normalise {
namespace {

using Texts = std::vector<std::string>;

Texts folded_names(std::string_view field) {
  Texts texts;
  for (const auto& name : names_of(field))
    texts.push_back(name.folded);
  return texts;
}

std::string skeleton(std::string_view field) {
  const auto names = names_of(field);
  return names.empty() ? "" : names.front().skeleton;
}

TEST(name, titles_are_taken_off) {
  EXPECT_EQ(folded_names("田中さん"), Texts{"田中"});
  EXPECT_EQ(folded_names("田中 様"), Texts{"田中"});
  EXPECT_EQ(folded_names("佐藤部長"), Texts{"佐藤"});
  EXPECT_EQ(folded_names("Mr. Alex"), Texts{"alex"});
  EXPECT_EQ(folded_names("Alex-san"), Texts{"alex"});
  EXPECT_EQ(folded_names("Dr Anna Smith"), Texts{"anna smith"});
  EXPECT_EQ(folded_names("김철수 씨"), Texts{"김 철수"});
}

TEST(name, width_case_and_separators_do_not_matter) {
  EXPECT_EQ(names_of("Ｓｅｒｇｅｙ　ＩＶＡＮＯＶ"), names_of("sergey ivanov"));
  EXPECT_EQ(names_of("ｾﾙｹﾞｲ･ｲﾜﾉﾌ"), names_of("セルゲイ イワノフ"));
}

TEST(name, tokens_are_sorted_so_that_order_does_not_matter) {
  EXPECT_EQ(names_of("Ivanov, Sergey").front().tokens, names_of("Sergey Ivanov").front().tokens);
}

TEST(name, has_one_skeleton_in_three_writings) {
  EXPECT_EQ(skeleton("Сергей Иванов"), "APNP SRK");
  EXPECT_EQ(skeleton("Ivanov Sergey"), "APNP SRK");
  EXPECT_EQ(skeleton("セルゲイ・イワノフ"), "APNP SRK");
  EXPECT_EQ(skeleton("김철수"), skeleton("Kim Cheol-su"));
}

TEST(name, kanji_have_no_skeleton_and_no_blank) {
  EXPECT_EQ(names_of("田中 健一"), names_of("田中健一"));
  EXPECT_EQ(skeleton("田中 健一"), "");
  EXPECT_EQ(skeleton("田中 ケン"), "");
}

TEST(name, kanji_variants_are_one) {
  EXPECT_EQ(names_of("渡邉"), names_of("渡辺"));
  EXPECT_EQ(names_of("渡邊"), names_of("渡辺"));
  EXPECT_EQ(names_of("髙橋"), names_of("高橋"));
  EXPECT_EQ(names_of("齋藤"), names_of("斉藤"));
  EXPECT_EQ(names_of("王伟"), names_of("王偉"));
  EXPECT_EQ(usual_form(U'山'), U'山');
}

TEST(name, brackets_and_slashes_give_further_names) {
  EXPECT_EQ(folded_names("田中健一（タナカ ケンイチ）"), (Texts{"田中健一", "タナカ ケンイチ"}));
  EXPECT_EQ(folded_names("Anna / Maria / anna"), (Texts{"anna", "maria"}));
}

TEST(name, what_names_nobody_gives_none) {
  for (const auto* field :
       {"", "不明", "unknown", "a man", "?", "A氏", "Mr. B", "()", "外国人男性"})
    EXPECT_TRUE(names_of(field).empty()) << field;
}

TEST(name, where_somebody_is_said_to_come_from_is_no_name) {
  EXPECT_TRUE(names_of("ロシア人").empty());
  EXPECT_TRUE(names_of("Russian man").empty());
  EXPECT_EQ(folded_names("Russian Sergey"), Texts{"sergey"});
  EXPECT_EQ(folded_names("ロシア人 セルゲイ"), Texts{"セルゲイ"});
}

TEST(name, a_given_name_that_ends_in_person_is_one) {
  EXPECT_EQ(folded_names("田中直人"), Texts{"田中直人"});
}

TEST(name, hyphens_join_short_parts_and_split_long_ones) {
  EXPECT_EQ(folded_names("Kim Cheol-su"), Texts{"kim cheolsu"});
  EXPECT_EQ(folded_names("Hans-Joachim Meyer"), Texts{"hans joachim meyer"});
}

TEST(employer, legal_forms_are_taken_off) {
  EXPECT_EQ(employer_of("株式会社サンプル商事"), "サンプル商事");
  EXPECT_EQ(employer_of("㈱サンプル商事"), "サンプル商事");
  EXPECT_EQ(employer_of("サンプル商事 株式会社"), "サンプル商事");
  EXPECT_EQ(employer_of("Example Trading Co., Ltd."), "example trading");
  EXPECT_EQ(employer_of("ООО Пример"), "пример");
  EXPECT_EQ(employer_of("不明"), "");
  EXPECT_EQ(employer_of(""), "");
}

}  // namespace
}  // namespace normalise
