#include "edges/codec/json_value.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace codec {
namespace {

using testing::HasSubstr;

std::string canonical(std::string_view json) {
  Value value;
  Issues issues;
  if (!parse_json(json, {}, value, issues) || !issues.empty()) return issues.take().text();
  std::string out;
  write_value(out, value);
  return out;
}

std::string problem(std::string_view json, const JsonLimits& limits = {}) {
  Value value;
  Issues issues;
  if (parse_json(json, limits, value, issues) && issues.empty()) return "accepted";
  return issues.take().text();
}

TEST(json_value, keeps_order_and_drops_white_space) {
  EXPECT_EQ(canonical(" { \"b\" : [ 1 , -2.50, true , null ] , \"a\" : { } } "),
            R"({"b":[1,-2.5,true,null],"a":{}})");
}

TEST(json_value, writes_escapes_only_where_they_are_needed) {
  EXPECT_EQ(canonical(R"("\u3042\/\"\\\b\u001f\ud83d\ude00")"), R"("あ/\"\\\u0008\u001f😀")");
}

TEST(json_value, points_to_names_given_twice) {
  EXPECT_THAT(problem(R"({"a":[0,{"b":1,"b":2}]})"), HasSubstr("/a/1/b: is given twice"));
}

TEST(json_value, points_to_nul_characters) {
  EXPECT_THAT(problem(R"({"a":["x","y\u0000z"]})"), HasSubstr("/a/1: contains a NUL"));
  EXPECT_THAT(problem(R"({"a\u0000":1})"), HasSubstr("NUL character in its name"));
}

TEST(json_value, points_to_broken_utf8) {
  EXPECT_THAT(problem("{\"a\":{\"b\":\"\xC3\x28\"}}"), HasSubstr("/a/b: is not UTF-8"));
  EXPECT_THAT(problem("[\"ok\",\"\xED\xA0\x80\"]"), HasSubstr("/1: is not UTF-8"));
}

TEST(json_value, refuses_lone_surrogates_and_raw_control_characters) {
  EXPECT_THAT(problem(R"({"a":"\ud800"})"), HasSubstr("/a: is not JSON"));
  EXPECT_THAT(problem("{\"a\":\"x\ny\"}"), HasSubstr("/a: is not JSON"));
}

TEST(json_value, refuses_what_is_nearly_json) {
  for (const auto* text : {"", "{", "[1,]", "{'a':1}", "NaN", "Infinity", "01", "1 2", "// x\n1",
                           "{\"a\":1,}", "\"open", "[1e999]"})
    EXPECT_NE(problem(text), "accepted") << text;
}

TEST(json_value, never_repeats_the_text_in_a_message) {
  EXPECT_THAT(problem(R"({"name":"Taro Fictional" oops})"), testing::Not(HasSubstr("Taro")));
}

TEST(json_value, stops_at_the_depth_limit) {
  EXPECT_EQ(problem(std::string(16, '[') + std::string(16, ']')), "accepted");
  EXPECT_THAT(problem(std::string(17, '[') + std::string(17, ']')), HasSubstr("nested deeper"));
  EXPECT_THAT(problem(std::string(1'000'000, '[')), HasSubstr("nested deeper"));
}

TEST(json_value, stops_at_the_count_of_values_and_members) {
  EXPECT_THAT(problem("[1,2,3]", {.values_max = 3}), HasSubstr("more than 3 values"));
  EXPECT_THAT(problem(R"({"a":1,"b":2,"c":3})", {.members_max = 2}), HasSubstr("/c: is one of"));
}

TEST(json_value, cuts_long_names_in_pointers_between_characters) {
  EXPECT_EQ(pointer_part(std::string(63, 'x') + "あ"), "/" + std::string(63, 'x') + "...");
  EXPECT_EQ(pointer_part("a/b~c"), "/a~1b~0c");
}

TEST(json_value, tells_utf8_from_other_bytes) {
  EXPECT_TRUE(is_utf8("aé中😀"));
  for (const auto* text : {"\x80", "\xC0\xAF", "\xE0\x80\x80", "\xED\xBF\xBF", "\xF4\x90\x80\x80",
                           "\xF5\x80\x80\x80", "\xE3\x81"})
    EXPECT_FALSE(is_utf8(text));
}

TEST(json_value, replaces_broken_bytes_when_writing) {
  std::string out;
  write_text(out, "a\xFFz");
  EXPECT_EQ(out, "\"a\xEF\xBF\xBDz\"");
}

TEST(json_value, writes_the_shortest_number_that_reads_back) {
  std::string out;
  write_number(out, 0.1);
  out += ' ';
  write_number(out, 1e300);
  out += ' ';
  write_number(out, std::int64_t{-5});
  EXPECT_EQ(out, "0.1 1e+300 -5");
}

}  // namespace
}  // namespace codec
