#include "steps/outreach/lesson.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ground/model/table_for_tests.h"

namespace outreach {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::vector<model::PublicCase> cases = {{"XX-2020-TEST", "A fictional case", 2020, "XX", ""}};

model::LessonEdit whole() {
  model::LessonEdit edit;
  edit.method = "PB1";
  edit.signs = {"AP1", "AP3"};
  edit.title = {"道を尋ねる手口", "Somebody asks the way"};
  edit.story = {"会社の近くで道を尋ねます。", "Somebody asks the way near the firm."};
  edit.innocent = {"本当に道に迷っている。", "Somebody really is lost."};
  edit.advice = {"連絡先を渡さない。", "Give no contact details."};
  edit.sources = {{model::LessonSource::Kind::published, "XX-2020-TEST"}};
  return edit;
}

std::vector<std::string> pointers(const model::LessonEdit& edit) {
  std::vector<std::string> found;
  for (const auto& issue : lesson_issues(edit, model::for_tests::table(), cases))
    found.push_back(issue.pointer);
  return found;
}

TEST(lesson, a_whole_one_may_be_submitted) {
  EXPECT_THAT(pointers(whole()), IsEmpty());
}

TEST(lesson, every_part_must_be_there_in_both_languages) {
  auto edit = whole();
  edit.title.en = " \n";
  edit.advice.ja.clear();
  edit.signs.clear();
  edit.sources.clear();
  EXPECT_THAT(pointers(edit), ElementsAre("/signs", "/title/en", "/advice/ja", "/sources"));
}

TEST(lesson, what_was_told_elsewhere_need_not_say_where_it_was_learned) {
  auto edit = whole();
  edit.sources.clear();
  EXPECT_THAT(told_issues(edit, model::for_tests::table()), IsEmpty());
  edit.signs = {"AP0"};
  EXPECT_EQ(told_issues(edit, model::for_tests::table()).at(0).pointer, "/signs/0");
}

TEST(lesson, what_it_names_must_be_in_the_tables) {
  auto edit = whole();
  edit.method = "PB0";
  edit.signs.push_back("AP0");
  edit.sources.push_back({model::LessonSource::Kind::published, "XX-0000-NONE"});
  edit.sources.push_back({model::LessonSource::Kind::consultation, "looked at elsewhere"});
  EXPECT_THAT(pointers(edit), ElementsAre("/method", "/signs/2", "/sources/1/id"));
}

TEST(lesson, what_leads_to_a_person_is_refused) {
  auto edit = whole();
  edit.story.en = "He wrote from someone@mail.example.";
  edit.innocent.ja = "電話は 090-1234-5678 でした。";
  edit.advice.en = "Look for his nationality.";
  EXPECT_THAT(pointers(edit), ElementsAre("/story/en", "/innocent/ja", "/advice/en"));
}

TEST(lesson, years_and_amounts_are_no_telephone_numbers) {
  EXPECT_FALSE(holds_long_number("In 2020 and 2021 he paid 30,000 yen; 12345678"));
  EXPECT_TRUE(holds_long_number("(03) 1234-5678 9"));
  EXPECT_TRUE(holds_long_number("電話は０３ー１２３４ー５６７８です"));
}

TEST(lesson, a_firm_is_found_by_its_name_in_either_language) {
  model::Organisation firm;
  firm.name = {"架空精機", "Kakuu Precision"};
  EXPECT_FALSE(names_firm(whole(), firm));
  auto edit = whole();
  edit.story.en = "Near Kakuu Precision somebody asked the way.";
  EXPECT_TRUE(names_firm(edit, firm));
  edit = whole();
  edit.advice.ja = "架空精機の前では気を付ける。";
  EXPECT_TRUE(names_firm(edit, firm));
  firm.name = {"", "the"};
  EXPECT_FALSE(names_firm(edit, firm));
}

}  // namespace
}  // namespace outreach
