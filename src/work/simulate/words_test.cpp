#include <gtest/gtest.h>

#include "work/simulate/words_for_tests.h"

namespace simulate {
namespace {

std::string fault(const WordTables& tables) {
  const auto words = parse_words(tables);
  return words ? "" : words.error().issues.front().pointer;
}

TEST(parse_words, a_theme_without_a_scene_of_its_own_takes_that_of_any) {
  const auto words = words_for_tests();
  EXPECT_EQ(words.themes_hostile, (std::vector<std::string>{"network", "street"}));
  EXPECT_EQ(words.themes_benign, std::vector<std::string>{"tourist"});
  EXPECT_EQ(words.scene("ja", "hostile", "task", "street").front(),
            "task of {thing} for {amount}.");
  EXPECT_TRUE(words.scene("fr", "hostile", "task", "street").empty());
}

TEST(parse_words, a_fault_names_its_table_and_line) {
  auto tables = tables_for_tests();
  tables.employers = "ja\ten\n架空貿易\n";
  EXPECT_EQ(fault(tables), "employers line 2");
  tables = tables_for_tests();
  tables.places = "area\tlat\tlon\tja\ten\n13101\tnorth\t139.75\t千代田区\tChiyoda\n";
  EXPECT_EQ(fault(tables), "places line 2");
  tables = tables_for_tests();
  tables.spots = "kind\tja\ten\nmoon\t月\tthe moon\n";
  EXPECT_EQ(fault(tables), "spots line 2");
  tables = tables_for_tests();
  tables.persons = "forms\n";
  EXPECT_EQ(fault(tables), "persons line 2");
}

TEST(parse_words, a_story_that_could_not_be_told_to_its_end_is_refused) {
  auto tables = tables_for_tests();
  const std::string only_openings =
      "lang\tside\tscene\ttheme\ttext\nja\thostile\topen\tstreet\tx\nen\thostile\topen\tstreet\tx"
      "\n";
  tables.fragments = only_openings;
  EXPECT_EQ(fault(tables), "fragments");
}

}  // namespace
}  // namespace simulate
