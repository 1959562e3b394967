#include "steps/normalise/place.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "ground/text/unicode.h"
#include "steps/normalise/gazetteer.h"

namespace normalise {
namespace {

TEST(place, a_given_code_wins) {
  model::Place place;
  place.text = "渋谷駅";
  place.area = "131091";
  EXPECT_EQ(area_of(place), "13109");
  place.area = "13101";
  EXPECT_EQ(area_of(place), "13101");
  place.area = "somewhere";
  EXPECT_EQ(area_of(place), "13113");
}

TEST(place, the_ward_is_found_in_the_text) {
  EXPECT_EQ(area_named_in("五反田駅近くの路上"), "13109");
  EXPECT_EQ(area_named_in("near Gotanda Station"), "13109");
  EXPECT_EQ(area_named_in("品川駅の改札"), "13103");
  EXPECT_EQ(area_named_in("品川区の事務所"), "13109");
  EXPECT_EQ(area_named_in("a café"), "");
  EXPECT_EQ(area_named_in("Mitaka"), "13204");
}

TEST(place, prefecture_is_the_beginning_of_the_code) {
  EXPECT_EQ(prefecture_of("13109"), "13");
  EXPECT_EQ(prefecture_of(""), "");
}

TEST(place, months_count_from_1970) {
  EXPECT_EQ(month_of_day(0), 0);
  EXPECT_EQ(month_of_day(31), 1);
  EXPECT_EQ(month_of_day(18597), (2020 - 1970) * 12 + 11);
  EXPECT_EQ(month_of_day(-1), -1);
}

TEST(gazetteer, holds_folded_unique_names_and_five_digits) {
  std::set<std::string_view> names;
  for (const auto& [japanese, latin, code] : named_areas()) {
    EXPECT_TRUE(names.insert(japanese).second) << japanese;
    EXPECT_EQ(text::nfkc_casefold(japanese), japanese);
    EXPECT_EQ(text::nfkc_casefold(latin), latin);
    EXPECT_EQ(code.size(), 5U);
  }
}

}  // namespace
}  // namespace normalise
