#include "edges/codec/watch_json.h"

#include <sstream>

#include <gtest/gtest.h>

namespace {

using Texts = std::vector<std::string>;

// Every person here is fictional.
TEST(watch_json, personas_come_one_a_line_with_an_id_of_text_or_number) {
  std::istringstream in(
      R"({"id":"p1","names":[{"text":"Иван Петров"}],"claimed":{"employer":"Acme"},)"
      R"("phones":["+81 90-0000-1234"],"handles":[{"service":"line","id":"ivan_70"}]})"
      "\n{\"id\":7,\"birth_date\":\"1970-01-02\",\"emails\":[\"a@b.example\"]}\n");
  const auto parties = codec::parse_watch_lines(in);
  ASSERT_TRUE(parties.has_value());
  ASSERT_EQ(parties->size(), 2U);
  EXPECT_EQ((*parties)[0].names, (Texts{"Иван Петров"}));
  EXPECT_EQ((*parties)[0].handles, (Texts{"line:ivan_70"}));
  EXPECT_EQ((*parties)[0].employers, (Texts{"Acme"}));
  EXPECT_EQ((*parties)[1].id, "7");
  EXPECT_EQ((*parties)[1].births, (Texts{"1970-01-02"}));
}

TEST(watch_json, what_is_no_persona_is_refused_with_its_line) {
  std::istringstream strange("{\"id\":\"1\",\"names\":[]}\n{\"id\":\"2\",\"shoe_size\":44}\n");
  const auto parties = codec::parse_watch_lines(strange);
  ASSERT_FALSE(parties.has_value());
  EXPECT_TRUE(parties.error().issues.front().pointer.starts_with("line 2"));
  std::istringstream nameless("{\"names\":[]}\n");
  EXPECT_FALSE(codec::parse_watch_lines(nameless).has_value());
}

TEST(watch_json, an_alert_gives_its_personas_and_what_it_tells_of_the_person) {
  const std::string json =
      R"({"delivery":{"alert":"a-1"},"text":{"person":{"ja":"","en":"uses x@y.example"},)"
      R"("where_to_answer":{"ja":"","en":"call 03-3581-0000"}},)"
      R"("personas":[{"names":[{"text":"Ivan"}]}]})";
  ASSERT_TRUE(codec::is_watch_alert(json));
  const auto alert = codec::parse_watch_alert(json);
  ASSERT_TRUE(alert.has_value());
  EXPECT_EQ(alert->id, "a-1");
  EXPECT_EQ(alert->parties.front().id, "a-1#1");
  EXPECT_NE(alert->prose.find("x@y.example"), std::string::npos);
  EXPECT_EQ(alert->prose.find("3581"), std::string::npos);
}

TEST(watch_json, a_line_of_personas_is_no_alert) {
  EXPECT_FALSE(codec::is_watch_alert(R"({"id":"1","names":[{"text":"Ivan"}]})"));
  EXPECT_FALSE(codec::is_watch_alert("id,name\n"));
}

TEST(watch_json, a_hit_is_one_line) {
  EXPECT_EQ(codec::encode_hit({"w", "log.csv", 3, 41.5, false, {"name", "phone"}, "why"}),
            R"({"watch_id":"w","file":"log.csv","row":3,"score":41.5,"name_only":false,)"
            R"("fields":["name","phone"],"why":"why"})");
}

}  // namespace
