#include "edges/codec/spoken_json.h"

#include <gtest/gtest.h>

namespace codec {
namespace {

model::Bilingual speak(std::string_view code, const std::vector<std::string>& parameters) {
  if (code == "unknown") return {};
  return {"日:" + std::string(code),
          "en:" + std::string(code) + (parameters.empty() ? "" : ":" + parameters[0])};
}

TEST(spoken_json, a_code_gets_its_words_with_its_parameters) {
  EXPECT_EQ(
      spoken(R"({"a":[{"code":"c","parameters":["p"],"effect":2}]})", speak),
      R"({"a":[{"code":"c","parameters":["p"],"effect":2,"words":{"ja":"日:c","en":"en:c:p"}}]})");
}

TEST(spoken_json, a_list_of_advice_becomes_words) {
  EXPECT_EQ(spoken(R"({"advice":["x","unknown"]})", speak),
            R"({"advice":[{"ja":"日:x","en":"en:x"}]})");
}

TEST(spoken_json, a_guard_keeps_its_code_beside_its_words) {
  EXPECT_EQ(spoken(R"({"guard":"g"})", speak),
            R"({"guard":"g","guard_words":{"ja":"日:g","en":"en:g"}})");
}

TEST(spoken_json, what_people_sent_is_left_alone) {
  EXPECT_EQ(spoken(R"({"content":{"code":"c","advice":["x"]}})", speak),
            R"({"content":{"code":"c","advice":["x"]}})");
}

TEST(spoken_json, an_unknown_code_gets_no_words) {
  EXPECT_EQ(spoken(R"({"code":"unknown"})", speak), R"({"code":"unknown"})");
}

}  // namespace
}  // namespace codec
