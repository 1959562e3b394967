#include "layer_rules.h"

#include <gtest/gtest.h>

#include "cpp_text.h"

namespace {

using tools::judge;
using tools::SourceFile;

// A small house of five folders, in order.
constexpr std::string_view layers = R"(# a comment
base:
model:          base
intake resolve: base model
codec:          base model
db:             base
store:          base model db
http:           base codec
main:           base
)";

const std::vector<SourceFile> tidy_house = {
    {"src/ground/base/id.h", "#pragma once\n#include <string>\n"},
    {"src/ground/model/report.h", "#pragma once\n#include \"ground/base/id.h\"\n"},
    {"src/steps/intake/form.h", "#pragma once\n#include \"ground/model/report.h\"\n"},
    {"src/steps/intake/form.cpp", "#include \"steps/intake/form.h\"\n"},
    {"src/steps/resolve/score.h", "#pragma once\n"},
    {"src/edges/codec/report.cpp", "#include <nlohmann/json.hpp>\n"},
    {"src/edges/db/sqlite_connection.cpp", "#include <sqlite3.h>\n"},
    {"src/edges/store/report.cpp", "auto q = \"SELECT id FROM report\";\n"},
    {"src/doors/http/server.cpp", "#include <boost/asio.hpp>\n"},
    {"src/main.cpp", "#include \"ground/base/id.h\"\n"},
};

/// The tidy house with one file more.
[[nodiscard]] std::vector<tools::Finding> judge_with(std::string path, std::string text) {
  auto files = tidy_house;
  files.push_back({std::move(path), std::move(text)});
  return judge(files, layers);
}

TEST(layer_rules, a_house_in_order_has_no_findings) {
  EXPECT_TRUE(judge(tidy_house, layers).empty());
}

TEST(layer_rules, an_include_that_layers_do_not_allow_is_named_with_its_mend) {
  const auto found =
      judge_with("src/ground/model/bad.h", "#pragma once\n\n#include \"steps/intake/form.h\"\n");
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].path, "src/ground/model/bad.h");
  EXPECT_EQ(found[0].line, 3u);
  EXPECT_EQ(found[0].rule, "ground/model may not include steps/intake");
  EXPECT_NE(found[0].mend.find("lets model include base"), std::string::npos);
}

TEST(layer_rules, steps_never_include_each_other) {
  EXPECT_EQ(judge_with("src/steps/intake/bad.cpp", "#include \"steps/resolve/score.h\"\n").size(),
            1u);
}

TEST(layer_rules, main_obeys_its_own_line) {
  auto files = tidy_house;
  files.back().text = "#include \"doors/http/server.h\"\n";
  EXPECT_EQ(judge(files, layers).size(), 1u);
}

TEST(layer_rules, a_cycle_of_folders_is_shown_as_a_way_round) {
  const auto found =
      judge_with("src/ground/base/bad.h", "#pragma once\n#include \"ground/model/report.h\"\n");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[1].rule, "closes a cycle of folders: base -> model -> base");
}

TEST(layer_rules, a_line_of_layers_names_only_lines_above) {
  const auto found = judge({}, "base: model\nmodel: base\n");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].path, "src/layers.txt");
  EXPECT_EQ(found[0].line, 1u);
}

TEST(layer_rules, a_folder_without_a_line_is_refused) {
  EXPECT_EQ(judge_with("src/steps/guess/guess.cpp", "int x;\n").size(), 1u);
}

TEST(layer_rules, statements_stand_only_in_store_and_db) {
  for (const std::string text :
       {"auto q = \"SELECT a FROM b\";", "auto q = \"INSERT INTO b VALUES ($1)\";",
        "auto q = \"UPDATE b SET a = 1\";", "auto q = \"DELETE FROM b\";",
        "auto q = R\"(\nSELECT a\nFROM b)\";", "auto q = \"SELECT a \"\n  \"FROM b\";"})
    EXPECT_EQ(judge_with("src/doors/http/bad.cpp", text).size(), 1u) << text;
}

TEST(layer_rules, plain_words_and_comments_are_not_statements) {
  for (const std::string text :
       {"auto q = \"select one from the list\";", "// SELECT a FROM b\n", "/* DELETE FROM b */",
        "auto q = \"SELECTED FROM\";", "auto a = \"SELECT\"; auto b = \"FROM\";"})
    EXPECT_TRUE(judge_with("src/doors/http/good.cpp", text).empty()) << text;
}

TEST(layer_rules, sockets_open_only_at_the_edge) {
  for (const std::string header : {"<sys/socket.h>", "<boost/asio/ip/tcp.hpp>",
                                   "<boost/beast/core.hpp>", "<curl/curl.h>", "<netinet/in.h>"})
    EXPECT_EQ(judge_with("src/steps/intake/bad.cpp", "#include " + header + "\n").size(), 1u)
        << header;
  EXPECT_TRUE(judge_with("src/doors/http/good.cpp", "#include <sys/socket.h>\n").empty());
}

TEST(layer_rules, json_is_seen_only_by_codec_and_the_sources_of_share) {
  const std::string json = "#include <nlohmann/json.hpp>\n";
  const std::string more_layers = std::string(layers) + "share: base model\n";
  EXPECT_EQ(judge_with("src/doors/http/bad.cpp", json).size(), 1u);
  EXPECT_EQ(judge({{"src/steps/share/stix.h", json}}, more_layers).size(), 1u);
  EXPECT_TRUE(judge({{"src/steps/share/stix.cpp", json}}, more_layers).empty());
}

TEST(layer_rules, a_database_is_seen_only_by_db) {
  EXPECT_EQ(judge_with("src/edges/store/bad.cpp", "#include <sqlite3.h>\n").size(), 1u);
}

TEST(layer_rules, a_step_asks_no_clock) {
  const std::string text = "\nauto now = std::chrono::system_clock::now();\n";
  const auto found = judge_with("src/steps/intake/bad.cpp", text);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].line, 2u);
  EXPECT_TRUE(judge_with("src/doors/http/good.cpp", text).empty());
}

TEST(layer_rules, a_file_ends_at_five_hundred_lines) {
  std::string text;
  for (int line = 0; line < 500; ++line)
    text += "int x;\n";
  EXPECT_TRUE(judge_with("src/main_part.cpp", text).size() == 1u) << "no such folder";
  EXPECT_TRUE(judge_with("src/steps/intake/long.cpp", text).empty());
  EXPECT_EQ(judge_with("src/steps/intake/long.cpp", text + "int y;\n").size(), 1u);
}

TEST(layer_rules, includes_in_comments_do_not_count) {
  EXPECT_TRUE(
      judge_with("src/ground/base/good.h", "/*\n#include \"ground/model/report.h\"\n*/\n").empty());
}

TEST(cpp_text, digit_separators_open_no_character) {
  const auto text = tools::read_cpp("int n = 1'000; auto s = \"seen\";");
  ASSERT_EQ(text.literals.size(), 1u);
  EXPECT_EQ(text.literals[0].text, "seen");
}

TEST(cpp_text, quotes_inside_characters_and_escapes_open_no_literal) {
  const auto text = tools::read_cpp("char c = '\"'; auto s = \"a\\\"b\";\nauto t = \"c\";");
  ASSERT_EQ(text.literals.size(), 2u);
  EXPECT_EQ(text.literals[0].text, "a\\\"b");
  EXPECT_EQ(text.literals[1].line, 2u);
}

TEST(cpp_text, raw_literals_end_at_their_own_delimiter) {
  const auto text = tools::read_cpp("auto s = R\"x(a )\" b)x\"; int after;");
  ASSERT_EQ(text.literals.size(), 1u);
  EXPECT_EQ(text.literals[0].text, "a )\" b");
  EXPECT_NE(text.code.find("int after;"), std::string::npos);
}

TEST(cpp_text, unfinished_text_is_read_to_its_end) {
  for (const std::string_view broken : {"\"", "'", "R\"", "R\"(", "/*", "#include <", "//", "\"\\"})
    EXPECT_EQ(tools::read_cpp(broken).line_count, 1u) << broken;
}

}  // namespace
