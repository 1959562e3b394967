#include "steps/alert/scope.h"

#include <gtest/gtest.h>

#include "steps/alert/alert_samples_test.h"
#include "steps/alert/area_names.h"

namespace alert {
namespace {

TEST(scope, five_firms_hide_the_reporter_and_four_do_not) {
  auto firms = samples::six_firms();
  Scope scope{{"13109"}, {"semiconductor.etching"}};
  firms.resize(5);
  EXPECT_TRUE(hides_reporter(scope, firms));
  firms.resize(4);
  EXPECT_FALSE(hides_reporter(scope, firms));
  EXPECT_TRUE(hides_reporter({}, firms));
}

TEST(scope, police_and_other_bodies_hide_nobody) {
  auto firms = samples::six_firms();
  for (std::size_t index = 0; index < 3; ++index)
    firms[index].kind = model::OrganisationKind::station;
  EXPECT_EQ(count_fitting({{"13109"}, {}}, firms), 3U);
}

TEST(scope, each_stated_ward_must_hide_by_itself) {
  auto firms = samples::six_firms();
  firms.push_back(samples::firm("g", "13103"));
  EXPECT_FALSE(hides_reporter({{"13103", "13109"}, {}}, firms));
  EXPECT_EQ(generalise({{"13103", "13109"}, {}}, firms), (Scope{{"13"}, {}}));
}

TEST(scope, the_family_is_told_where_the_exact_technology_would_give_away) {
  auto firms = samples::six_firms();
  for (std::size_t index = 1; index < firms.size(); ++index)
    firms[index].technologies = {"semiconductor.lithography"};
  EXPECT_EQ(generalise({{"13109"}, {"semiconductor.etching"}}, firms),
            (Scope{{"13109"}, {"semiconductor"}}));
}

TEST(scope, technologies_compare_by_prefix_at_a_dot) {
  EXPECT_TRUE(same_technology("semiconductor", "semiconductor.etching"));
  EXPECT_TRUE(same_technology("semiconductor.etching", "semiconductor"));
  EXPECT_FALSE(same_technology("semi", "semiconductor"));
  EXPECT_FALSE(same_technology("semiconductor.etching", "semiconductor.lithography"));
  EXPECT_FALSE(same_technology("", "semiconductor"));
}

TEST(scope, names_in_an_edited_text_are_found_in_both_languages) {
  model::AlertText text;
  text.method = {"品川区で", "people who do etching"};
  EXPECT_EQ(stated_scope(text, named_areas(), samples::technologies()),
            (Scope{{"13109"}, {"semiconductor.etching"}}));
}

TEST(scope, an_english_name_inside_another_word_is_not_a_name) {
  model::AlertText text;
  text.method = {"", "sketching in a notary's office"};
  std::vector<NamedArea> areas{{"13111", {"大田区", "Ota"}}};
  EXPECT_EQ(stated_scope(text, areas, samples::technologies()), Scope{});
}

}  // namespace
}  // namespace alert
