#include "embed_table.h"

#include <stdexcept>

#include <gtest/gtest.h>

namespace {

using tools::embed_migrations;
using tools::embed_shipped;
using tools::embed_web;

[[nodiscard]] bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST(embed_web, without_pages_one_plain_page_says_so_in_both_languages) {
  const auto result = embed_web({}, "x.blob");
  EXPECT_TRUE(has(result.source, "std::array<Asset, 1>"));
  EXPECT_TRUE(has(result.source, "\"/index.html\", \"text/html; charset=utf-8\""));
  EXPECT_TRUE(has(result.blob, "its web part was not built"));
  EXPECT_TRUE(has(result.blob, "lang=\"ja\""));
}

TEST(embed_web, pages_are_sorted_and_typed_and_maps_left_out) {
  const auto result = embed_web(
      {{"index.html", "<p>"}, {"assets/b.mjs", "b"}, {"assets/a.css", "a"}, {"a.js.map", "m"}},
      "x");
  EXPECT_LT(result.source.find("/assets/a.css"), result.source.find("/assets/b.mjs"));
  EXPECT_TRUE(has(result.source, "\"/assets/b.mjs\", \"text/javascript; charset=utf-8\""));
  EXPECT_FALSE(has(result.source, ".map"));
}

TEST(embed_web, what_packs_badly_is_kept_plain_only) {
  const auto small = embed_web({{"index.html", "ab"}}, "x");
  EXPECT_TRUE(has(small.source, "{kizuki_web_blob + 0, 0}, {kizuki_web_blob + 1, 2}"));
  const auto large = embed_web({{"index.html", std::string(4000, 'a')}}, "x");
  EXPECT_FALSE(has(large.source, "{kizuki_web_blob + 0, 0}"));
  EXPECT_LT(large.blob.size(), 4100u);
}

TEST(embed_web, a_changed_byte_changes_the_tag_and_nothing_else_does) {
  const auto first = embed_web({{"index.html", "aa"}}, "x");
  EXPECT_EQ(first.source, embed_web({{"index.html", "aa"}}, "x").source);
  EXPECT_NE(first.source, embed_web({{"index.html", "ab"}}, "x").source);
}

TEST(embed_migrations, both_engines_of_one_number_stand_together) {
  const auto result = embed_migrations({{"0002_links.sqlite.sql", "two"},
                                        {"0001_reports.postgres.sql", "one p"},
                                        {"0001_reports.sqlite.sql", "one s"}},
                                       "x");
  EXPECT_TRUE(has(result.source,
                  "Migration{1, \"reports\", {kizuki_migrations_blob + 0, 5}, "
                  "{kizuki_migrations_blob + 6, 5}}"));
  EXPECT_TRUE(has(result.source, "Migration{2, \"links\", {kizuki_migrations_blob + 12, 3}, {}}"));
}

TEST(embed_migrations, a_double_and_a_strange_name_are_refused) {
  EXPECT_THROW(
      (void)embed_migrations({{"0001_links.sqlite.sql", ""}, {"0001_names.sqlite.sql", ""}}, "x"),
      std::runtime_error);
  EXPECT_THROW((void)embed_migrations({{"0001_links.postgres.sql", ""}}, "x"), std::runtime_error);
  EXPECT_THROW((void)embed_migrations({{"links.sqlite.sql", ""}}, "x"), std::runtime_error);
  EXPECT_THROW((void)embed_migrations({{"0001_links.sql", ""}}, "x"), std::runtime_error);
}

TEST(embed_problems, sentences_and_words_stand_in_one_list_sorted_by_their_english) {
  const auto result = tools::embed_problems({{{"is empty", "空"}}, {{"draft", "起案"}}}, "x");
  EXPECT_TRUE(has(result.source, "std::array<ProblemRow, 2>"));
  EXPECT_TRUE(has(result.source,
                  "ProblemRow{{kizuki_problems_blob + 0, 5}, "
                  "{kizuki_problems_blob + 6, 6}}"));
  EXPECT_EQ(result.blob, std::string("draft\0起案\0is empty\0空\0", 26));
}

TEST(embed_shipped, each_file_is_found_under_its_path) {
  const auto result = embed_shipped({{"schemas/b.json", "{}"}, {"indicators.json", "[1]"}}, "x");
  EXPECT_TRUE(has(result.source, "ShippedFile{\"indicators.json\", {kizuki_shipped_blob + 0, 3}}"));
  EXPECT_TRUE(has(result.source, "ShippedFile{\"schemas/b.json\", {kizuki_shipped_blob + 4, 2}}"));
  EXPECT_EQ(result.blob, std::string("[1]\0{}\0", 7));
}

}  // namespace
